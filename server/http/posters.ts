// Posters: /posters/{CODE}.pdf and the print view .html. Without a browser the print view still serves and the PDF address says why.

import type { Request, Response } from "express";
import { Router } from "express";
import { readCode } from "../domain/code.ts";
import type { Locale } from "../domain/locale.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import type { Posters } from "../services/printPoster.ts";
import { postable } from "../services/printPoster.ts";
import { preferredLocale } from "./readerLocale.ts";
import { refuse } from "./refuse.ts";
import type { Templates } from "./templates.ts";

export function posterRoutes(house: House, posters: Posters, templates: Templates): Router {
  const router = Router();
  const guarded =
    (handle: (request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response) => {
      try {
        await handle(request, response);
      } catch (thrown) {
        const { status, body, headers } = refuse(
          house,
          thrown,
          preferredLocale(request.headers["accept-language"], house.locales),
        );
        response.status(status).set(headers).set("Cache-Control", "no-store").json(body);
      }
    };
  router.get(
    "/:file.pdf",
    guarded(async (request, response) => {
      const { code, locales } = asked(house, request);
      const { pdf, etag } = await posters.print(code, locales);
      response.set({ ETag: etag, "Cache-Control": "public, max-age=0, s-maxage=30, must-revalidate" });
      if (request.headers["if-none-match"] === etag) return void response.status(304).end();
      response.set({
        "Content-Type": "application/pdf",
        "Content-Disposition": `inline; filename="${code}-${locales.join("-")}.pdf"`,
      });
      response.end(pdf);
    }),
  );
  router.get(
    "/:file.html",
    guarded(async (request, response) => {
      const { code, locales } = asked(house, request);
      response
        .set("Cache-Control", "no-cache")
        .type("html")
        .send(templates.posterView(postable(house, code), locales));
    }),
  );
  return router;
}

/** Refuses unknownCode and invalidInput. */
function asked(house: House, request: Request): { code: string; locales: Locale[] } {
  const written = String(request.params.file);
  const code = readCode(written);
  if (code === null) throw new Refusal("unknownCode", { code: written.slice(0, 20) });
  const size = request.query.size ?? "a4";
  if (size !== "a4") throw new Refusal("invalidInput", { field: "size" });
  const { lang = SOURCE_LOCALE } = request.query;
  const locales = typeof lang === "string" ? [...new Set(lang.split(","))] : [];
  if (locales.length === 0 || !locales.every((locale) => house.locales.includes(locale)))
    throw new Refusal("invalidInput", { field: "lang" });
  return { code, locales };
}
