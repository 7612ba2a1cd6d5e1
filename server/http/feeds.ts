// What other programs read: Atom and JSON feeds per language, office and section. Called by http/pages.
// /feed/{lang}.xml|json · /feed/{lang}/{office|all}.xml|json · /feed/{lang}/{office|all}/{section}.xml|json
import type { Request, Response } from "express";
import { Router } from "express";
import { Feed } from "feed";
import { boardPath } from "../../templates/page/boardPath.ts";
import { feedPath } from "../../templates/page/feedPath.ts";
import { factsOf } from "../../templates/parts/factsOf.ts";
import { titleOf } from "../../templates/parts/line.ts";
import { pagePath } from "../domain/address.ts";
import type { Locale } from "../domain/locale.ts";
import type { Office } from "../domain/owner.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { EVERYTHING } from "../domain/search.ts";
import type { Section } from "../domain/section.ts";
import { SECTIONS } from "../domain/section.ts";
import type { House } from "../house.ts";
import { livePostings } from "../services/livePostings.ts";

const LONGEST = 100;

interface Wanted {
  readonly locale: Locale;
  readonly office: Office | null;
  readonly section: Section | null;
}

export function feedRoutes(house: House): Router {
  const router = Router();
  const answer = (request: Request, response: Response, next: () => void) => {
    const { lang, office, section, format } = request.params as Record<string, string | undefined>;
    const wanted = understood(house, lang ?? "", office ?? "all", section ?? "all");
    if (wanted === null || (format !== "xml" && format !== "json")) return next();
    const feed = feedOf(house, wanted, format === "xml" ? markup : plain);
    response.set("Cache-Control", "public, max-age=60");
    if (format === "xml") response.type("application/atom+xml; charset=utf-8").send(feed.atom1());
    else response.type("application/feed+json; charset=utf-8").send(feed.json1());
  };
  router.get("/feed/:lang.:format", answer);
  router.get("/feed/:lang/:office.:format", answer);
  router.get("/feed/:lang/:office/:section.:format", answer);
  return router;
}

function understood({ locales, mirror }: House, lang: string, office: string, section: string): Wanted | null {
  if (!locales.includes(lang)) return null;
  const known = office === "all" ? null : mirror.office(office);
  if (known === null && office !== "all") return null;
  const wanted = SECTIONS.find((one) => one === section) ?? null;
  return wanted === null && section !== "all" ? null : { locale: lang, office: known, section: wanted };
}

/** Atom's titles and summaries are markup to their readers, and the library writes what it is given. */
const markup = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const plain = (text: string) => text;

function feedOf(house: House, { locale, office, section }: Wanted, written: (text: string) => string): Feed {
  const { config, words } = house;
  const postings = livePostings(house, { office, section }).slice(0, LONGEST);
  const { t } = words(locale);
  const title = [
    office?.name ?? t("page:allPostings"),
    ...(section === null ? [] : [t(`vocabulary:section.${section}`)]),
  ].join(" – ");
  const link =
    config.publicUrl + boardPath(locale, office?.id ?? null, section === null ? undefined : { ...EVERYTHING, section });
  const feed = new Feed({
    id: link,
    link,
    title,
    language: locale,
    copyright: "CC-BY-4.0",
    updated: new Date(postings[0]?.publishedAt ?? 0),
    feedLinks: {
      atom: config.publicUrl + feedPath(locale, office?.id ?? null, section, "xml"),
      json: config.publicUrl + feedPath(locale, office?.id ?? null, section, "json"),
    },
  });
  for (const posting of postings) feed.addItem(itemOf(house, posting, locale, written));
  return feed;
}

function itemOf(
  { config, words, clock }: House,
  posting: PublicPosting,
  locale: Locale,
  written: (text: string) => string,
) {
  const link = config.publicUrl + pagePath(posting.code, locale);
  const facts = factsOf(posting, words(locale), clock.now()).filter(({ stated }) => stated);
  const description = facts
    .map(({ label, lines }) => `${label}: ${lines.map(({ text }) => text).join(", ")}`)
    .join(". ");
  return {
    id: link,
    link,
    title: written(titleOf(posting, locale).text),
    description: written(description),
    date: new Date(posting.publishedAt),
    published: new Date(posting.firstPublishedAt),
    category: [
      { name: words(locale).t(`vocabulary:section.${posting.content.section}`), term: posting.content.section },
    ],
  };
}
