// Posters: /posters/{CODE}.pdf and the print view .html. Without a browser the print view still serves and the PDF address says why.

import type { Request } from "express";
import { Router } from "express";
import { isPlace } from "../domain/address.ts";
import { readCode } from "../domain/code.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import { isPaperFormat, paperSize } from "../domain/paper.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import type { PosterOrder, Posters } from "../services/printPoster.ts";
import { printable } from "../services/printPoster.ts";
import { askedLocales, guardPaper, sendPaper } from "./sendPaper.ts";
import type { Templates } from "./templates.ts";

export function posterRoutes(house: House, posters: Posters, templates: Templates): Router {
  const router = Router();
  const guarded = guardPaper(house);
  router.get(
    "/:file.pdf",
    guarded(async (request, response) => {
      const { code, order } = asked(house, request);
      const { pdf, etag } = await posters.print(code, order);
      sendPaper(request, response, { pdf, etag }, `${code}-${order.format}-${order.locales.join("-")}.pdf`);
    }),
  );
  router.get(
    "/:file.html",
    guarded(async (request, response) => {
      const { code, order } = asked(house, request);
      response
        .set("Cache-Control", "no-cache")
        .type("html")
        .send(templates.posterView(printable(house, code), order));
    }),
  );
  return router;
}

/** Refuses unknownCode and invalidInput. */
function asked(house: House, request: Request): { code: string; order: PosterOrder } {
  const written = String(request.params.file);
  const code = readCode(written);
  if (code === null) throw new Refusal("unknownCode", { code: written.slice(0, 20) });
  const { format = "poster", size, place = null } = request.query;
  if (!isPaperFormat(format)) throw new Refusal("invalidInput", { field: "format" });
  const paper = size === undefined || typeof size === "string" ? paperSize(format, size) : null;
  if (paper === null) throw new Refusal("invalidInput", { field: "size" });
  if (place !== null && (typeof place !== "string" || !isPlace(place)))
    throw new Refusal("invalidInput", { field: "place" });
  const usual = format === "four" ? house.locales.slice(0, 4).join(",") : SOURCE_LOCALE;
  return { code, order: { format, size: paper, locales: askedLocales(house, request.query.lang, usual), place } };
}
