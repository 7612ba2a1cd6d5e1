// A posting read aloud: GET /listen/{CODE}/{lang}, a sound file in parts where a player asks for parts. 410 once it is over, 503 where there is no voice.
import { Router } from "express";
import { readCode } from "../domain/code.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import type { SpeakPosting } from "../services/speakPosting.ts";
import { askedLocales, guardPaper } from "./sendPaper.ts";

export function listenRoutes(house: House, speak: SpeakPosting): Router {
  const router = Router();
  const guarded = guardPaper(house);
  router.get(
    "/:code/:lang",
    guarded(async (request, response) => {
      const written = String(request.params.code);
      const code = readCode(written);
      if (code === null) throw new Refusal("unknownCode", { code: written.slice(0, 20) });
      const [locale = ""] = askedLocales(house, String(request.params.lang), "");
      const { path, etag, type } = await speak(code, locale);
      // Asked for again each time, so that what is over is not heard from a cache.
      response.set({ ETag: etag, "Content-Type": type, "Cache-Control": "no-cache" });
      if (request.headers["if-none-match"] === etag) return void response.status(304).end();
      await new Promise<void>((resolve, reject) =>
        response.sendFile(
          path,
          { dotfiles: "allow", etag: false, lastModified: false, cacheControl: false },
          (error) =>
            // A player that has heard enough closes the line: no fault of anybody's.
            error && !response.headersSent ? reject(error) : resolve(),
        ),
      );
    }),
  );
  return router;
}
