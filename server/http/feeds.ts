// What other programs read: Atom and JSON feeds per language, office, section and channel. Called by http/pages.
// /feed/{lang}.xml|json · /feed/{lang}/{office|all}.xml|json · /feed/{lang}/{office|all}/{section|channel}.xml|json
import type { Request, Response } from "express";
import { Router } from "express";
import type { Feed } from "feed";
import { boardPath } from "../../templates/page/boardPath.ts";
import { feedPath } from "../../templates/page/feedPath.ts";
import { factsOf } from "../../templates/parts/factsOf.ts";
import { titleOf } from "../../templates/parts/line.ts";
import { pagePath } from "../domain/address.ts";
import type { Channel } from "../domain/channel.ts";
import { CHANNELS, inOrder, isChannel, runsIn } from "../domain/channel.ts";
import type { Locale } from "../domain/locale.ts";
import type { Office } from "../domain/owner.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { EVERYTHING } from "../domain/search.ts";
import type { Section } from "../domain/section.ts";
import { SECTIONS } from "../domain/section.ts";
import type { House } from "../house.ts";
import { livePostings } from "../services/livePostings.ts";
import { KEPT_SHORTLY } from "./keptShortly.ts";

const LONGEST = 100;

interface Wanted {
  readonly locale: Locale;
  readonly office: Office | null;
  readonly section: Section | Channel | null;
}

export function feedRoutes(house: House): Router {
  const router = Router();
  const answer = async (request: Request, response: Response, next: () => void) => {
    const { lang, office, section, format } = request.params as Record<string, string | undefined>;
    const wanted = understood(house, lang ?? "", office ?? "all", section ?? "all");
    if (wanted === null || (format !== "xml" && format !== "json")) return next();
    const feed = await feedOf(house, wanted, format === "xml" ? markup : plain);
    response.set("Cache-Control", KEPT_SHORTLY);
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
  const wanted = CHANNELS.find((one) => one === section) ?? SECTIONS.find((one) => one === section) ?? null;
  return wanted === null && section !== "all" ? null : { locale: lang, office: known, section: wanted };
}

/** Atom's titles and summaries are markup to their readers, and the library writes what it is given. */
const markup = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const plain = (text: string) => text;

async function feedOf(
  house: House,
  { locale, office, section }: Wanted,
  written: (text: string) => string,
): Promise<Feed> {
  const { Feed } = await import("feed");
  const { config, words } = house;
  const postings = postingsOf(house, office, section).slice(0, LONGEST);
  const { t } = words(locale);
  const own =
    section === null ? [] : [t(isChannel(section) ? `mail:channel.${section}.name` : `vocabulary:section.${section}`)];
  const title = [office?.name ?? t("page:allPostings"), ...own].join(" – ");
  const one = section === null || isChannel(section) ? undefined : { ...EVERYTHING, section };
  const link = config.publicUrl + boardPath(locale, office?.id ?? null, one);
  const feed = new Feed({
    // A channel has no board of its own: its feed is its identity.
    id:
      section !== null && isChannel(section)
        ? config.publicUrl + feedPath(locale, office?.id ?? null, section, "xml")
        : link,
    link,
    title,
    language: locale,
    copyright: "CC-BY-4.0",
    updated: new Date(Math.max(0, ...postings.map(({ publishedAt }) => publishedAt))),
    feedLinks: {
      atom: config.publicUrl + feedPath(locale, office?.id ?? null, section, "xml"),
      json: config.publicUrl + feedPath(locale, office?.id ?? null, section, "json"),
    },
  });
  for (const posting of postings) feed.addItem(itemOf(house, posting, locale, written));
  return feed;
}

function postingsOf(house: House, office: Office | null, section: Wanted["section"]): PublicPosting[] {
  if (section === null || !isChannel(section)) return livePostings(house, { office, section });
  const now = house.clock.now();
  return inOrder(
    section,
    livePostings(house, { office, section: null }).filter((posting) => runsIn(section, posting, now)),
  );
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
