// The European exchange of vacancies, read-only: which there are, what changed since a moment, and each as a PositionOpening.
// [EX1] Only jobs, never a demonstration, never a language nobody approved. [EX2] A closed one stays among the changes and in the details, so that
// whoever took it hears of its end. [EX3] A posting reserved by law is exchanged like any other: the law is in its text, nobody's person is.
import { z } from "zod";
import { stateAt } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { House } from "../house.ts";
import { approvedLocales } from "../services/approvedLocales.ts";
import type { Entry } from "../services/mirror.ts";
import { positionOpening } from "../services/positionOpening.ts";
import { KEPT_SHORTLY } from "./keptShortly.ts";
import { allReferences, changedReferences, details as detailsAnswer } from "./publicAnswers.ts";
import type { Route } from "./route.ts";
import { route } from "./route.ts";

const MOST_DETAILS = 500;

export function euresRoutes(): Route[] {
  return [
    route({
      method: "get",
      path: "/eures/getAll",
      access: "public",
      summary: "References of every vacancy now open.",
      answer: allReferences,
      handle: ({ house }) => ({
        headers: { "Cache-Control": KEPT_SHORTLY },
        json: {
          allReferences: referencesOf(house).filter(({ status }) => status === "ACTIVE"),
        },
      }),
    }),
    route({
      method: "get",
      path: "/eures/getChanges/:since",
      access: "public",
      summary: "References created, modified and closed since a moment, in milliseconds since 1970.",
      answer: changedReferences,
      handle({ house, params }) {
        const since = Number(params.since);
        if (!Number.isSafeInteger(since) || since < 0) throw new Refusal("invalidInput", { field: "since" });
        const references = referencesOf(house);
        const after = (at: number | undefined) => at !== undefined && at >= since;
        return {
          headers: { "Cache-Control": "no-store" },
          json: {
            createdReferences: references.filter((one) => one.status === "ACTIVE" && after(one.creationTimestamp)),
            modifiedReferences: references.filter(
              (one) => one.status === "ACTIVE" && !after(one.creationTimestamp) && after(one.lastModificationTimestamp),
            ),
            closedReferences: references.filter((one) => one.status === "CLOSED" && after(one.closingTimestamp)),
          },
        };
      },
    }),
    route({
      method: "get",
      path: "/eures/getDetails",
      access: "public",
      summary: "PositionOpening documents of up to 500 references, joined with commas.",
      answer: detailsAnswer,
      query: z.object({ references: z.string().max(MOST_DETAILS * 8) }),
      handle({ house, query }) {
        const wanted = new Set(query.references.split(","));
        const found = exchanged(house).filter(({ posting }) => wanted.has(posting.code));
        const details = found.map((entry) => [
          entry.posting.code,
          { ...referenceOf(house, entry), contentFormatVersion: "1.3", content: contentOf(house, entry) },
        ]);
        return { headers: { "Cache-Control": KEPT_SHORTLY }, json: { details: Object.fromEntries(details) } };
      },
    }),
  ];
}

type Reference = ReturnType<typeof referenceOf>;
const held = new WeakMap<House, { readonly of: string; readonly references: readonly Reference[] }>();

/** All that was ever exchanged, gathered once a revision and minute, however many ask: a posting ends by time, too. */
function referencesOf(house: House): readonly Reference[] {
  const of = `${house.mirror.revision} ${Math.floor(house.clock.now() / 60_000)}`;
  const known = held.get(house);
  if (known?.of === of) return known.references;
  const references = exchanged(house).map((entry) => referenceOf(house, entry));
  held.set(house, { of, references });
  return references;
}

/** [EX1] */
function exchanged({ mirror, clock }: House): Entry[] {
  const now = clock.now();
  return [...mirror.entries()].filter(({ posting, shown }) => {
    if (shown === null || posting.demonstration || shown.content.job === null) return false;
    const state = stateAt(posting, now);
    return (state === "open" || state === "closed") && shown.content.section !== "training";
  });
}

function referenceOf({ clock, config }: House, { posting, shown }: Entry) {
  const closed = stateAt(posting, clock.now()) === "closed";
  return {
    reference: posting.code,
    source: new URL(config.publicUrl).host,
    status: closed ? ("CLOSED" as const) : ("ACTIVE" as const),
    creationTimestamp: shown?.firstPublishedAt ?? posting.createdAt,
    lastModificationTimestamp: shown?.publishedAt ?? posting.changedAt,
    ...(closed ? { closingTimestamp: posting.closed?.at ?? shown?.until ?? posting.changedAt } : {}),
  };
}

function contentOf({ config, words, locales, vocabularies, clock, mirror }: House, entry: Entry): string {
  const { posting, shown } = entry;
  if (shown === null) return "";
  const languages = approvedLocales(entry, locales, mirror.phrasesOf).map((locale) => words(locale));
  return positionOpening({ ...shown, state: stateAt(posting, clock.now()) }, languages, {
    publicUrl: config.publicUrl,
    iscoOf: vocabularies.iscoOf,
  });
}
