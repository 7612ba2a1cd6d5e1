// The filters of a search as they are shown: each with its choices, their counts and the query each leads to; and the chips of those chosen.
// Called by BoardPage.
import type { PostingQuery } from "../../server/domain/search.ts";
import { CLOSES, REACHES, RESERVED } from "../../server/domain/search.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import { CONTRACTS, SCHEDULES } from "../../server/domain/vocabulary.ts";
import { formatsOf, languageName } from "../parts/formats.ts";
import type { Words } from "../parts/words.ts";

export const FILTERS = ["reach", "contract", "hours", "licence", "language", "closes", "reserved", "eures"] as const;
export type Filter = (typeof FILTERS)[number];

export type Counts = Readonly<Record<Filter | "section", ReadonlyMap<string, number>>>;

export interface Choice {
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
  /** The query that chooses it, or takes it away where it is chosen. */
  readonly query: PostingQuery;
}

export interface Chip {
  readonly label: string;
  readonly query: PostingQuery;
}

/** Choices of one filter that lead somewhere, and the chosen one even if it does not; fewer than two are no choice. */
export function choicesOf(filter: Filter, query: PostingQuery, counts: Counts, words: Words): Choice[] {
  const chosen = chosenOf(query, filter);
  const choices = valuesOf(filter, counts[filter])
    .map((value) => ({ value, count: counts[filter].get(value) ?? 0 }))
    .filter(({ value, count }) => count > 0 || value === chosen)
    .map(({ value, count }) => ({
      label: filterLabel(filter, value, words),
      count,
      chosen: value === chosen,
      query: value === chosen ? without(query, filter) : withValue(query, filter, value),
    }));
  return choices.length > 1 || chosen !== null || filter === "eures" ? choices : [];
}

export function chipsOf(query: PostingQuery, words: Words): Chip[] {
  const chips: Chip[] = [];
  const first = { ...query, page: 1 };
  if (query.q !== "") chips.push({ label: query.q, query: { ...first, q: "" } });
  if (query.place !== "")
    chips.push({
      label: query.place,
      query: { ...first, place: "", reach: null, sort: query.sort === "near" ? "date" : query.sort },
    });
  if (query.section !== null)
    chips.push({ label: words.t(`vocabulary:section.${query.section}`), query: { ...first, section: null } });
  for (const filter of FILTERS) {
    const value = chosenOf(query, filter);
    if (value !== null) chips.push({ label: filterLabel(filter, value, words), query: without(query, filter) });
  }
  return chips;
}

const chosenOf = (query: PostingQuery, filter: Filter): string | null =>
  filter === "eures" ? (query.eures ? "1" : null) : query[filter];

const withValue = (query: PostingQuery, filter: Filter, value: string): PostingQuery => ({
  ...query,
  page: 1,
  [filter]: filter === "eures" ? true : value,
});

const without = (query: PostingQuery, filter: Filter): PostingQuery => ({
  ...query,
  page: 1,
  [filter]: filter === "eures" ? false : null,
});

/** Closed lists in their own order; open ones by how many they lead to. */
function valuesOf(filter: Filter, counts: ReadonlyMap<string, number>): readonly string[] {
  const lists: Partial<Record<Filter, readonly string[]>> = {
    reach: REACHES,
    contract: CONTRACTS,
    hours: SCHEDULES,
    closes: CLOSES,
    reserved: RESERVED,
  };
  return lists[filter] ?? [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([value]) => value);
}

function filterLabel(filter: Filter, value: string, words: Words): string {
  const { begin } = formatsOf(words.locale);
  if (filter === "contract") return begin(words.t(`vocabulary:contract.${value}`));
  if (filter === "hours") return begin(words.t(`vocabulary:schedule.${value}`));
  if (filter === "licence") return words.t("vocabulary:licence", { licence: value });
  if (filter === "language") return begin(languageName(value, words));
  if (filter === "eures") return words.t("page:filter.euresOnly");
  if (filter === "closes") return words.t(`page:closes.${value}`);
  return words.t(filter === "reserved" ? `page:reserved.${value}` : `page:reach.${value}`);
}

/** Sections with what is left in each, in the board's order. */
export function sectionsOf(query: PostingQuery, counts: Counts) {
  return SECTIONS.map((section) => ({ section, count: counts.section.get(section) ?? 0 })).filter(
    ({ section, count }) => count > 0 || section === query.section,
  );
}
