// What other programs read: an Atom feed per language, the sitemap, a posting's dates as a calendar file. Called by http/pages.

import { Router } from "express";
import { Feed } from "feed";
import ical, { ICalCalendarMethod } from "ical-generator";
import { SitemapStream, streamToPromise } from "sitemap";
import { factsOf } from "../../templates/parts/factsOf.ts";
import { titleOf } from "../../templates/parts/line.ts";
import { pagePath } from "../domain/address.ts";
import { readCode } from "../domain/code.ts";
import { isLive } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { endOf, startOf } from "../domain/time.ts";
import type { House } from "../house.ts";

export function feedRoutes(house: House): Router {
  const router = Router();
  const { config, words, locales, mirror, clock } = house;

  router.get("/feed/:lang.xml", (request, response, next) => {
    const locale = String(request.params.lang);
    if (!locales.includes(locale)) return next();
    const postings = live(house).slice(0, 100);
    const { t } = words(locale);
    const feed = new Feed({
      id: `${config.publicUrl}/${locale}/`,
      link: `${config.publicUrl}/${locale}/`,
      title: t("page:allPostings"),
      language: locale,
      copyright: "CC-BY-4.0",
      updated: new Date(postings[0]?.publishedAt ?? 0),
    });
    for (const posting of postings) {
      const link = config.publicUrl + pagePath(posting.code, locale);
      const facts = factsOf(posting, words(locale), clock.now()).filter(({ stated }) => stated);
      const description = facts
        .map(({ label, lines }) => `${label}: ${lines.map(({ text }) => text).join(", ")}`)
        .join(". ");
      feed.addItem({
        id: link,
        link,
        title: titleOf(posting, locale).text,
        description,
        date: new Date(posting.publishedAt),
        published: new Date(posting.firstPublishedAt),
      });
    }
    response.type("application/atom+xml; charset=utf-8").set("Cache-Control", "public, max-age=60").send(feed.atom1());
  });

  router.get("/sitemap.xml", async (_request, response) => {
    const stream = new SitemapStream({ hostname: config.publicUrl });
    const xml = streamToPromise(stream);
    for (const locale of locales) stream.write({ url: `/${locale}/` });
    // Demonstration postings are past ones: no search engine is to find them.
    for (const posting of live(house).filter(({ demonstration }) => !demonstration)) {
      const links = locales.map((lang) => ({ lang, url: pagePath(posting.code, lang) }));
      for (const { url } of links) {
        stream.write({
          url,
          lastmod: new Date(posting.publishedAt).toISOString(),
          links: [...links, { lang: "x-default", url: pagePath(posting.code) }],
        });
      }
    }
    stream.end();
    response
      .type("application/xml")
      .set("Cache-Control", "public, max-age=60")
      .send(await xml);
  });

  router.get("/o/:code.ics", (request, response, next) => {
    const code = readCode(String(request.params.code));
    const entry = code === null ? undefined : mirror.entry(code);
    if (entry?.shown == null || !isLive(entry.posting, clock.now())) return next();
    response
      .type("text/calendar; charset=utf-8")
      .set("Cache-Control", "public, max-age=60")
      .send(calendarOf(house, entry.shown));
  });
  return router;
}

function live({ mirror, clock }: House): PublicPosting[] {
  const now = clock.now();
  return [...mirror.entries()]
    .flatMap(({ posting, shown }) => (shown !== null && isLive(posting, now) ? [shown] : []))
    .sort((a, b) => b.publishedAt - a.publishedAt || (a.code < b.code ? -1 : 1));
}

/** The event itself, or the deadline's day. */
function calendarOf({ config, words }: House, posting: PublicPosting): string {
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Bacheca Viva", product: "bacheca" },
  });
  const { event, title, sourceLocale } = posting.content;
  const url = config.publicUrl + pagePath(posting.code);
  const facts = factsOf(posting, words(sourceLocale), null).filter(({ stated }) => stated);
  const description = facts
    .map(({ label, lines }) => `${label}: ${lines.map(({ text }) => text).join(", ")}`)
    .join("\n");
  const common = {
    id: `${posting.code}@${new URL(config.publicUrl).host}`,
    url,
    description,
    stamp: new Date(posting.publishedAt),
  };
  if (event !== null) {
    const end = event.ends ?? event.starts;
    calendar.createEvent({
      ...common,
      summary: title.written.text,
      start: new Date(startOf(event.starts)),
      end: new Date(endOf(end)),
      allDay: event.starts.time === null,
      location: event.venue?.text ?? null,
    });
  } else {
    const deadline = posting.until;
    calendar.createEvent({
      ...common,
      summary: `${title.written.text}: ${words(sourceLocale).t("facts:label.until")}`,
      start: new Date(deadline - 1800_000),
      end: new Date(deadline),
    });
  }
  return calendar.toString();
}
