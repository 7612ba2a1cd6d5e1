// Pictures and texts for virtual boards: /pictures/{CODE}.png?lang=&shape=, public like the page; the texts are staff's, ready to be copied.
import { createHash } from "node:crypto";
import { Router } from "express";
import { z } from "zod";
import { postText, weekText } from "../../templates/social/postText.ts";
import { socialPicture } from "../../templates/social/SocialPicture.tsx";
import { readCode } from "../domain/code.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { PictureShape } from "../domain/pictureShape.ts";
import { PICTURE_SHAPES } from "../domain/pictureShape.ts";
import { Refusal } from "../domain/refusal.ts";
import { isDay } from "../domain/time.ts";
import type { House } from "../house.ts";
import type { DrawPicture } from "../pictures/drawPicture.ts";
import { authorise } from "../services/changePosting.ts";
import { printable } from "../services/printPoster.ts";
import { weekReport } from "../services/weekReport.ts";
import { KEPT_SHORTLY } from "./keptShortly.ts";
import type { Route } from "./route.ts";
import { route, userOfCall } from "./route.ts";
import { askedLocales, guardPaper } from "./sendPaper.ts";

/** Pictures kept in memory; each is some 40 kB. */
const KEPT = 300;

export function pictureRoutes(house: House, draw: DrawPicture): Router {
  const kept = new Map<string, Promise<Uint8Array>>();
  const router = Router();
  router.get(
    "/pictures/:file.png",
    guardPaper(house)(async (request, response) => {
      const code = readCode(String(request.params.file));
      if (code === null) throw new Refusal("unknownCode", { code: String(request.params.file).slice(0, 20) });
      const [locale = SOURCE_LOCALE] = askedLocales(house, request.query.lang, SOURCE_LOCALE);
      const { shape = "landscape" } = request.query;
      if (typeof shape !== "string" || !Object.hasOwn(PICTURE_SHAPES, shape))
        throw new Refusal("invalidInput", { field: "shape" });
      const posting = printable(house, code);
      const svg = socialPicture({
        posting,
        words: house.words(locale),
        publicUrl: house.config.publicUrl,
        shape: shape as PictureShape,
      });
      const etag = `"${createHash("sha256").update(svg).digest("base64url").slice(0, 22)}"`;
      response.set({ ETag: etag, "Cache-Control": `${KEPT_SHORTLY}, must-revalidate` });
      if (request.headers["if-none-match"] === etag) return void response.status(304).end();
      const picture = kept.get(etag) ?? draw(svg);
      kept.set(etag, picture);
      picture.catch(() => kept.delete(etag));
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
      response.type("png").end(await picture);
    }),
  );
  return router;
}

export function postTextRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/postings/:code/texts",
      access: "read",
      summary: "A posting as text for virtual boards, in every language.",
      handle(call) {
        const { house, params } = call;
        const entry = house.mirror.entry(params.code ?? "");
        if (entry === undefined) throw new Refusal("unknownCode", { code: params.code ?? "" });
        const owner = house.mirror.owners.get(entry.posting.owner);
        if (owner !== undefined) authorise(userOfCall(call), "read", owner);
        const posting = printable(house, entry.posting.code);
        const texts = house.locales.map((locale) => [
          locale,
          postText(posting, house.words(locale), house.config.publicUrl),
        ]);
        return { json: { texts: Object.fromEntries(texts) } };
      },
    }),
    route({
      method: "get",
      path: "/reports/week/texts",
      access: "read",
      summary: "The weekly report as text for virtual boards, in every language; of one office or of the network.",
      query: z.object({ office: z.string().max(60).optional(), day: z.string().refine(isDay).optional() }),
      handle({ house, query }) {
        const office = query.office === undefined ? null : house.mirror.office(query.office);
        if (office === null && query.office !== undefined)
          throw new Refusal("notFound", { what: "office", id: query.office });
        const report = weekReport(house.mirror, office, query.day ?? null, house.clock.now());
        const board =
          office?.name ??
          [...house.mirror.owners.values()].find(({ kind }) => kind === "network")?.name ??
          "Bacheca Viva";
        const texts = house.locales.map((locale) => [
          locale,
          weekText(report, board, house.words(locale), house.config.publicUrl),
        ]);
        return { json: { texts: Object.fromEntries(texts) } };
      },
    }),
  ];
}
