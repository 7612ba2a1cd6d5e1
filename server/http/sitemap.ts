// What search engines are told: the pages they may keep, when each last changed, in which languages, and what they are to leave alone.
// Called by http/pages. Closed postings, unreviewed languages and demonstrations are in no list; their pages say noindex besides.
import { Router } from "express";
import { boardPath } from "../../templates/page/boardPath.ts";
import { infoPath, lawPath, officePath } from "../../templates/page/sitePath.ts";
import { pagePath } from "../domain/address.ts";
import type { Locale } from "../domain/locale.ts";
import { isLive } from "../domain/posting.ts";
import { SITE_PAGES } from "../domain/site.ts";
import { STATUTES } from "../domain/vocabulary.ts";
import type { House } from "../house.ts";
import { approvedLocales } from "../services/approvedLocales.ts";

const XML = "application/xml; charset=utf-8";

export function sitemapRoutes(house: House): Router {
  const router = Router();
  const { config, locales, mirror, clock } = house;

  router.get("/sitemap.xml", async (_request, response) => {
    const { SitemapStream, streamToPromise } = await import("sitemap");
    const now = clock.now();
    const stream = new SitemapStream({ hostname: config.publicUrl });
    const xml = streamToPromise(stream);
    const write = (found: readonly Locale[], pathIn: (locale: Locale) => string, anyPath: string, lastmod?: number) => {
      const links = [...found.map((lang) => ({ lang, url: pathIn(lang) })), { lang: "x-default", url: anyPath }];
      const changed = lastmod === undefined ? {} : { lastmod: new Date(lastmod).toISOString() };
      for (const locale of found) stream.write({ url: pathIn(locale), ...changed, links });
    };
    write(locales, (locale) => boardPath(locale, null), "/");
    for (const office of mirror.offices().filter(({ demonstration }) => !demonstration)) {
      write(locales, (locale) => boardPath(locale, office.id), boardPath("it", office.id));
      write(locales, (locale) => officePath(locale, office.id), officePath("it", office.id));
    }
    for (const statute of STATUTES) write(locales, (locale) => lawPath(locale, statute), lawPath("it", statute));
    for (const page of [...SITE_PAGES.filter((one) => one !== "feedback"), "channels" as const])
      write(locales, (locale) => infoPath(locale, page), infoPath("it", page));
    for (const entry of mirror.entries()) {
      const { posting, shown } = entry;
      if (shown === null || posting.demonstration || !isLive(posting, now)) continue;
      write(
        approvedLocales(entry, locales, mirror.phrasesOf),
        (locale) => pagePath(shown.code, locale),
        pagePath(shown.code),
        shown.publishedAt,
      );
    }
    stream.end();
    response
      .type(XML)
      .set("Cache-Control", "public, max-age=60")
      .send(await xml);
  });

  router.get("/robots.txt", (_request, response) => {
    const lines = [
      "User-agent: *",
      "Disallow: /api/",
      "Disallow: /admin/",
      "Disallow: /kiosk/",
      "Disallow: /*?",
      "",
      `Sitemap: ${config.publicUrl}/sitemap.xml`,
    ];
    response
      .type("text/plain")
      .set("Cache-Control", "public, max-age=3600")
      .send(`${lines.join("\n")}\n`);
  });
  return router;
}
