// How paper is answered: its bytes with a strong validator, refusals as JSON, the languages asked for. Called by posters, bulletins and the wall.
import type { Request, Response } from "express";
import type { Locale } from "../domain/locale.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import type { Paper } from "../printer/paperCache.ts";
import { KEPT_SHORTLY } from "./keptShortly.ts";
import { preferredLocale } from "./readerLocale.ts";
import { refuse } from "./refuse.ts";

type Handle = (request: Request, response: Response) => Promise<void>;

/** Whatever is thrown becomes an answer with its plain sentence. */
export function guardPaper(house: House): (handle: Handle) => Handle {
  return (handle) => async (request, response) => {
    try {
      await handle(request, response);
    } catch (thrown) {
      const locale = preferredLocale(request.headers["accept-language"], house.locales);
      const { status, body, headers } = refuse(house, thrown, locale);
      response.status(status).set(headers).set("Cache-Control", "no-store").json(body);
    }
  };
}

export function sendPaper(request: Request, response: Response, { pdf, etag }: Paper, file: string): void {
  response.set({ ETag: etag, "Cache-Control": `${KEPT_SHORTLY}, must-revalidate` });
  if (request.headers["if-none-match"] === etag) return void response.status(304).end();
  response.set({ "Content-Type": "application/pdf", "Content-Disposition": `inline; filename="${file}"` });
  response.end(pdf);
}

/** "it,en" as languages of this house, each once. Refuses invalidInput. */
export function askedLocales(house: House, lang: unknown, usual: string): Locale[] {
  const locales = lang === undefined ? usual.split(",") : typeof lang === "string" ? [...new Set(lang.split(","))] : [];
  if (locales.length === 0 || !locales.every((locale) => house.locales.includes(locale)))
    throw new Refusal("invalidInput", { field: "lang" });
  return locales;
}
