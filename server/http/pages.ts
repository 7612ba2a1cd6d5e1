// The public pages: a posting behind its code (open 200, closed 410, unknown 404), boards, calendars. Finished pages are answered before Express runs.
// No cookie is read or set, nobody is remembered. Called by app.ts.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, Response } from "express";
import { Router } from "express";
import { renderErrorPage } from "../../templates/page/ErrorPage.tsx";
import { renderNotFoundPage } from "../../templates/page/NotFoundPage.tsx";
import { pagePath } from "../domain/address.ts";
import { giveWay } from "../giveWay.ts";
import type { House } from "../house.ts";
import type { Change } from "../services/mirror.ts";
import { appFiles } from "./appFiles.ts";
import type { Assets } from "./assets.ts";
import { boardPage } from "./boardPages.ts";
import { calendarRoutes } from "./calendars.ts";
import { feedRoutes } from "./feeds.ts";
import { leafPage } from "./leafPages.ts";
import { listPage } from "./listPages.ts";
import type { MadePage } from "./madePage.ts";
import { newsletterPages } from "./newsletter.ts";
import type { PageBytes } from "./pageBytes.ts";
import { pageBytes, sendPage, withField } from "./pageBytes.ts";
import { createPageCache } from "./pageCache.ts";
import type { Asked } from "./pageKey.ts";
import { localeOf, pageKey } from "./pageKey.ts";
import { postingPage } from "./postingPages.ts";
import { preferredLocale } from "./readerLocale.ts";
import { refuse } from "./refuse.ts";
import { reportForm } from "./reports.ts";
import { sitemapRoutes } from "./sitemap.ts";
import type { Templates } from "./templates.ts";

export interface Pages {
  /** The finished page of an address, if there is one. `language`: the reader's Accept-Language. */
  kept(url: string, language: string | undefined): PageBytes | undefined;
  /** True where a finished page was found and sent. */
  answerKept(request: IncomingMessage, response: ServerResponse): boolean;
  readonly router: Router;
  forget(change: Change): void;
  size(): number;
}

export function createPages(house: House, templates: Templates, assets: Pick<Assets, "kept">): Pages {
  const cache = createPageCache();
  const router = Router();
  router.use(feedRoutes(house));
  router.use(sitemapRoutes(house));
  router.use(appFiles(house));
  router.use(calendarRoutes(house));
  router.use(reportForm(house, templates));
  router.use(newsletterPages(house, templates));

  /** Where the public address is https, a browser that was here once comes that way only. */
  function secured(made: MadePage | null): MadePage | null {
    if (made === null || !house.config.publicUrlIsReal) return made;
    return { ...made, page: withField(made.page, "Strict-Transport-Security", `max-age=${YEAR}`) };
  }

  /** Makes a page and keeps it, unless something has changed while it was made. [G5] */
  async function make(asked: Asked): Promise<MadePage | null> {
    const { revision } = house.mirror;
    const made = secured(await makePage(house, templates, asked));
    if (made !== null && made.until !== null && house.mirror.revision === revision)
      cache.keep(asked.key, made.page, made.code, made.until);
    return made;
  }

  async function answer(request: Request, response: Response): Promise<void> {
    const preferred = preferredLocale(request.headers["accept-language"], house.locales);
    const locale = localeOf(request.originalUrl, preferred, house.locales);
    try {
      const asked = pageKey(request.originalUrl, preferred, house.locales);
      const made = asked === null ? null : await make(asked);
      if (made === null) return sendPage(notFound(templates, locale), request, response);
      sendPage(made.page, request, response);
    } catch (thrown) {
      const { status, body, headers } = refuse(house, thrown, locale);
      const id = "id" in body.details ? String(body.details.id) : null;
      const html = renderErrorPage({
        ...templates.frame(locale),
        sentence: body.sentence ?? null,
        id,
        pathIn: (other) => `/${other}/`,
      });
      sendPage(pageBytes(html, status, { ...headers, "Cache-Control": "no-store" }), request, response);
    }
  }

  /**
   * A published posting's pages are made as soon as the displays have it and staff rest, one at a time, so that nearly every reader is answered
   * from bytes; one who comes before is answered all the same, and a posting corrected at once is not made twice.
   */
  const waiting = new Set<string>();
  let isBuilding = false;
  let timer: NodeJS.Timeout | undefined;
  async function prebuild(): Promise<void> {
    isBuilding = true;
    for (const code of waiting) {
      waiting.delete(code);
      for (const locale of house.locales) {
        await giveWay();
        const asked = pageKey(pagePath(code, locale), locale, house.locales);
        if (asked?.kind !== "posting" || cache.find(asked.key, house.clock.now()) !== undefined) continue;
        await make(asked).catch((error: unknown) =>
          house.log.warn({ err: error, code }, "a page could not be prebuilt"),
        );
      }
    }
    isBuilding = false;
  }

  function kept(url: string, language: string | undefined): PageBytes | undefined {
    const now = house.clock.now();
    const address = addressOf(url);
    const met = cache.findAt(address, now);
    if (met !== undefined) return met;
    if (url.startsWith("/assets/")) return assets.kept(url);
    if (!/^\/(o\/|[a-z]{2,3}(\/|$)|$)/i.test(url.split("?", 1)[0] as string)) return undefined;
    const asked = pageKey(url, preferredLocale(language, house.locales), house.locales);
    const page = asked === null ? undefined : cache.find(asked.key, now);
    // Where the reader's browser chooses the language, the same address leads to several pages.
    if (page !== undefined && asked !== null && !asked.chosen && address.length < LONG && !address.includes("?"))
      cache.remember(address, asked.key);
    return page;
  }

  router.get(/.*/, (request, response) => void answer(request, response));
  return {
    router,
    kept,
    answerKept(request, response) {
      if (request.method !== "GET" && request.method !== "HEAD") return false;
      const page = kept(request.url ?? "/", request.headers["accept-language"]);
      if (page === undefined) return false;
      sendPage(page, request, response);
      return true;
    },
    forget(change) {
      cache.forget(change);
      if (change.boards || change.postings.length > MOST_PREBUILT) return;
      for (const code of change.postings) waiting.add(code);
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (waiting.size > 0 && !isBuilding) void prebuild();
      }, QUIET);
      timer.unref();
    },
    size: () => cache.size,
  };
}

/** In seconds. */
const YEAR = 31_536_000;

/** Without a further change, in milliseconds. */
const QUIET = 500;

/** More at once (an import of a whole region) are made as they are asked for. */
const MOST_PREBUILT = 1000;

/** Longer than any address we print or link, its parameters aside. */
const LONG = 100;

async function makePage(house: House, templates: Templates, asked: Asked): Promise<MadePage | null> {
  if (asked.kind === "posting") return postingPage(house, templates, asked);
  if (asked.kind === "list") return listPage(house, templates, asked);
  return asked.kind === "board" ? boardPage(house, templates, asked) : leafPage(house, templates, asked);
}

/** A posting's page has no parameters: what is added to its address by whoever passed it on makes no difference. */
function addressOf(url: string): string {
  if (!url.startsWith("/o/") && !url.startsWith("/O/")) return url;
  const mark = url.indexOf("?");
  return mark < 0 ? url : url.slice(0, mark);
}

function notFound(templates: Templates, locale: string): PageBytes {
  return pageBytes(
    renderNotFoundPage({ ...templates.frame(locale), code: null, pathIn: (other) => `/${other}/` }),
    404,
  );
}
