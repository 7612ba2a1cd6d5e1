// Paper of a whole board: /offices/{office}/bulletin.pdf, /offices/{office}/report.pdf and /report.pdf for the network. Public, like the board itself.

import type { Request } from "express";
import { Router } from "express";
import { isPlace } from "../domain/address.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { Office } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import { SECTIONS } from "../domain/section.ts";
import { isDay } from "../domain/time.ts";
import type { House } from "../house.ts";
import type { Bulletins } from "../services/printBulletin.ts";
import { askedLocales, guardPaper, sendPaper } from "./sendPaper.ts";

export function bulletinRoutes(house: House, bulletins: Bulletins): Router {
  const router = Router();
  const guarded = guardPaper(house);
  router.get(
    "/offices/:office/bulletin.pdf",
    guarded(async (request, response) => {
      const office = officeOf(house, request);
      const { section: asked, posters, place = null } = request.query;
      const section = asked === undefined ? null : SECTIONS.find((one) => one === asked);
      if (section === undefined) throw new Refusal("invalidInput", { field: "section" });
      if (place !== null && (typeof place !== "string" || !isPlace(place)))
        throw new Refusal("invalidInput", { field: "place" });
      const locales = askedLocales(house, request.query.lang, SOURCE_LOCALE);
      const paper = await bulletins.print({ office, locales, section, posters: posters === "1", place });
      sendPaper(
        request,
        response,
        paper,
        `${office.id}${section === null ? "" : `-${section}`}-${locales.join("-")}.pdf`,
      );
    }),
  );
  router.get(
    ["/offices/:office/report.pdf", "/report.pdf"],
    guarded(async (request, response) => {
      const office = request.params.office === undefined ? null : officeOf(house, request);
      const { day = null } = request.query;
      if (day !== null && (typeof day !== "string" || !isDay(day))) throw new Refusal("invalidInput", { field: "day" });
      const locales = askedLocales(house, request.query.lang, SOURCE_LOCALE);
      sendPaper(
        request,
        response,
        await bulletins.report(office, day, locales),
        `report-${office?.id ?? "network"}-${locales.join("-")}.pdf`,
      );
    }),
  );
  return router;
}

/** Refuses notFound. */
function officeOf(house: House, request: Request): Office {
  const id = String(request.params.office);
  const office = house.mirror.office(id);
  if (office === null) throw new Refusal("notFound", { what: "office", id: id.slice(0, 60) });
  return office;
}
