// What search engines are told: the pages they may keep, when each last changed, in which languages, and what they are to leave alone.
// Called by http/pages. Closed postings, unreviewed languages and demonstrations are in no list; their pages say noindex besides.
// [SM1] A list of postings longer than one file may be is an index of several. [SM2] Each is made in steps, others being served in between, and
// once for all who ask meanwhile.
import type { Response } from "express";
import { Router } from "express";
import { boardPath } from "../../templates/page/boardPath.ts";
import { infoPath, lawPath, officePath } from "../../templates/page/sitePath.ts";
import { pagePath } from "../domain/address.ts";
import type { Locale } from "../domain/locale.ts";
import { isLive } from "../domain/posting.ts";
import { SITE_PAGES } from "../domain/site.ts";
import { STATUTES } from "../domain/vocabulary.ts";
import { giveWay } from "../giveWay.ts";
import type { House } from "../house.ts";
import { approvedLocales } from "../services/approvedLocales.ts";
import type { Entry } from "../services/mirror.ts";
import { KEPT_SHORTLY } from "./keptShortly.ts";

/** Postings in one file: in four languages 20,000 addresses and some ten megabytes, of the 50,000 and fifty that the protocol allows. */
const IN_ONE = 5000;
/** Postings written before others get their turn: some two milliseconds. */
const STEP = 20;

/** A page in the languages it may be found in, and its address without one. */
interface Told {
  readonly found: readonly Locale[];
  readonly pathIn: (locale: Locale) => string;
  readonly anyPath: string;
  readonly changed?: number;
}

/** @param inOne postings in one file */
export function sitemapRoutes(house: House, inOne = IN_ONE): Router {
  const router = Router();
  const { config, locales, mirror, clock } = house;
  const underWay = new Map<string, Promise<Buffer>>();

  function listed(): Entry[] {
    const now = clock.now();
    return [...mirror.entries()].filter(
      ({ posting, shown }) => shown !== null && !posting.demonstration && isLive(posting, now),
    );
  }

  function* sitePages(): Generator<Told> {
    const everywhere = (pathIn: Told["pathIn"], anyPath = pathIn("it")): Told => ({ found: locales, pathIn, anyPath });
    yield everywhere((locale) => boardPath(locale, null), "/");
    for (const office of mirror.offices().filter(({ demonstration }) => !demonstration)) {
      yield everywhere((locale) => boardPath(locale, office.id));
      yield everywhere((locale) => officePath(locale, office.id));
    }
    for (const statute of STATUTES) yield everywhere((locale) => lawPath(locale, statute));
    for (const page of [...SITE_PAGES.filter((one) => one !== "feedback"), "channels" as const])
      yield everywhere((locale) => infoPath(locale, page));
  }

  function* postingPages(entries: readonly Entry[]): Generator<Told> {
    for (const entry of entries) {
      const { code } = entry.posting;
      const found = approvedLocales(entry, locales, mirror.phrasesOf);
      const pathIn = (locale: Locale) => pagePath(code, locale);
      yield { found, pathIn, anyPath: pagePath(code), changed: entry.shown?.publishedAt ?? entry.posting.changedAt };
    }
  }

  async function list(...parts: Iterable<Told>[]): Promise<Buffer> {
    const { SitemapStream, streamToPromise } = await import("sitemap");
    const stream = new SitemapStream({ hostname: config.publicUrl });
    const xml = streamToPromise(stream);
    let written = 0;
    for (const part of parts)
      for (const { found, pathIn, anyPath, changed } of part) {
        written += 1;
        if (written % STEP === 0) await giveWay();
        const links = [...found.map((lang) => ({ lang, url: pathIn(lang) })), { lang: "x-default", url: anyPath }];
        const lastmod = changed === undefined ? {} : { lastmod: new Date(changed).toISOString() };
        for (const locale of found) stream.write({ url: pathIn(locale), ...lastmod, links });
      }
    stream.end();
    return xml;
  }

  /** [SM1] */
  async function index(files: number): Promise<Buffer> {
    const { SitemapIndexStream, streamToPromise } = await import("sitemap");
    const stream = new SitemapIndexStream();
    const xml = streamToPromise(stream);
    for (let n = 0; n <= files; n += 1) stream.write({ url: `${config.publicUrl}/sitemap-${n}.xml` });
    stream.end();
    return xml;
  }

  /** [SM2] */
  async function answer(response: Response, name: string, make: () => Promise<Buffer>): Promise<void> {
    const made = underWay.get(name) ?? make().finally(() => underWay.delete(name));
    underWay.set(name, made);
    const xml = await made;
    response.type("application/xml; charset=utf-8").set("Cache-Control", KEPT_SHORTLY).send(xml);
  }

  router.get("/sitemap.xml", (_request, response) => {
    const entries = listed();
    return answer(response, "", () =>
      entries.length > inOne ? index(Math.ceil(entries.length / inOne)) : list(sitePages(), postingPages(entries)),
    );
  });
  // The first tells the site's own pages, the others so many postings each.
  router.get("/sitemap-:number.xml", (request, response, next) => {
    const number = Number(request.params.number);
    const entries = listed();
    if (!Number.isInteger(number) || number < 0 || number > Math.ceil(entries.length / inOne)) return next();
    const own = entries.slice((number - 1) * inOne, number * inOne);
    return answer(response, String(number), () => (number === 0 ? list(sitePages()) : list(postingPages(own))));
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
