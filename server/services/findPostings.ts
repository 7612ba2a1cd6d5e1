// The public board's search: live postings of one office or of all, by words in any language, place and filters, with counts beside each filter.
// [F4] The count beside a filter is what choosing it would show, all other filters standing. [F5] Hot reads never touch the store.
// Called by http/boardPages and http/feeds.
import type { Code } from "../domain/code.ts";
import type { Office } from "../domain/owner.ts";
import { isLive } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { PostingQuery, Reach } from "../domain/search.ts";
import { CLOSES, REACHES } from "../domain/search.ts";
import type { Instant } from "../domain/time.ts";
import { addDays, romeDay, romeInstant } from "../domain/time.ts";
import type { Mirror } from "./mirror.ts";
import type { Place } from "./nearPlace.ts";

export const FOUND_PAGE = 40;

export const FACETS = [
  "section",
  "contract",
  "hours",
  "licence",
  "language",
  "closes",
  "reserved",
  "eures",
  "reach",
] as const;
export type Facet = (typeof FACETS)[number];

export interface Found {
  readonly postings: readonly PublicPosting[];
  readonly total: number;
  readonly pages: number;
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

export interface Sought {
  readonly query: PostingQuery;
  readonly office: Office | null;
  /** What the query's words lead to; null: no words. */
  readonly codes: ReadonlySet<Code> | null;
  /** What the query's place means; null: none named. */
  readonly place: Place | null;
}

export function findPostings(mirror: Mirror, { query, office, codes, place }: Sought, now: Instant): Found {
  const found: PublicPosting[] = [];
  const tally = new Int32Array(names.length + 1024);
  const closing = new Int32Array(CLOSES.length + 1);
  const near = new Int32Array(REACHES.length + 1);
  const bounds = closingBounds(now);
  const wanted = wantedOf(query);
  const closesAt = query.closes === null ? null : CLOSES.indexOf(query.closes);
  const reachAt = place === null ? null : REACHES.indexOf(reachOf(query, place));
  for (const { posting, shown } of codes === null ? mirror.entries() : entriesOf(mirror, codes)) {
    if (shown === null || !isLive(posting, now)) continue;
    if (office !== null && !mirror.hangs(shown, office)) continue;
    const values = valuesOf(shown);
    const closes = closesIn(shown, bounds);
    const nearness = place === null ? 0 : place.nearness(shown);
    let failed = -1;
    let failures = 0;
    for (const [facet, value] of wanted) {
      if (values.includes(value)) continue;
      failures += 1;
      failed = facet;
    }
    if (closesAt !== null && closes > closesAt) {
      failures += 1;
      failed = AT_CLOSES;
    }
    if (reachAt !== null && nearness > reachAt) {
      failures += 1;
      failed = AT_REACH;
    }
    if (failures > 1) continue;
    if (failures === 0) found.push(shown);
    for (const value of values) if (failed < 0 || facetOf[value] === failed) tally[value] = (tally[value] ?? 0) + 1;
    if (failed < 0 || failed === AT_CLOSES) closing[closes] = (closing[closes] ?? 0) + 1;
    if (failed < 0 || failed === AT_REACH) near[nearness] = (near[nearness] ?? 0) + 1;
  }
  const pages = Math.max(1, Math.ceil(found.length / FOUND_PAGE));
  const page = Math.min(query.page, pages);
  const first = firstOf(found, page * FOUND_PAGE, orderOf(query, place));
  return {
    postings: first.slice((page - 1) * FOUND_PAGE),
    total: found.length,
    pages,
    counts: countsOf(tally, cumulated(CLOSES, closing), place === null ? new Map() : cumulated(REACHES, near)),
  };
}

function* entriesOf(mirror: Mirror, codes: ReadonlySet<Code>) {
  for (const code of codes) {
    const entry = mirror.entry(code);
    if (entry !== undefined) yield entry;
  }
}

// A value of a facet is a number from its first use on: twenty thousand postings are then counted without making anything.
const names: string[] = [];
const facetOf: number[] = [];
const numbers = new Map<string, number>();
const AT_CLOSES = FACETS.indexOf("closes");
const AT_REACH = FACETS.indexOf("reach");

function numberOf(facet: Facet, value: string): number {
  const key = `${facet} ${value}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, names.length);
  facetOf.push(FACETS.indexOf(facet));
  return names.push(value) - 1;
}

const lasting = new WeakMap<PublicPosting, readonly number[]>();

function valuesOf(posting: PublicPosting): readonly number[] {
  const known = lasting.get(posting);
  if (known !== undefined) return known;
  const { content } = posting;
  const article = content.reserved?.article;
  const values = [
    numberOf("section", content.section),
    ...(content.job?.contracts ?? []).map((one) => numberOf("contract", one)),
    ...(content.job?.schedules ?? []).map((one) => numberOf("hours", one)),
    ...content.licences.map((one) => numberOf("licence", one)),
    ...new Set(content.languages.map(({ language }) => numberOf("language", language))),
    ...(article === "unspecified" ? [] : [numberOf("reserved", article ?? "none")]),
    ...(content.eures || content.section === "eures" ? [numberOf("eures", "1")] : []),
  ];
  lasting.set(posting, values);
  return values;
}

function wantedOf(query: PostingQuery): [facet: number, value: number][] {
  const wanted: [number, number][] = [];
  for (const facet of ["section", "contract", "hours", "licence", "language", "reserved"] as const) {
    const value = query[facet];
    if (value !== null) wanted.push([FACETS.indexOf(facet), numberOf(facet, value)]);
  }
  if (query.eures) wanted.push([FACETS.indexOf("eures"), numberOf("eures", "1")]);
  return wanted;
}

/** As asked, but never narrower than what was named. */
export function reachOf(query: PostingQuery, place: Place): Reach {
  const asked = query.reach ?? place.smallest;
  return REACHES.indexOf(asked) < REACHES.indexOf(place.smallest) ? place.smallest : asked;
}

/** Whole Rome days from today: what closes by tonight, within seven days, within thirty. */
function closingBounds(now: Instant): readonly Instant[] {
  const today = romeDay(now);
  return [1, 7, 30].map((days) => romeInstant(addDays(today, days)));
}

/** The first of CLOSES it closes within; beyond all of them where no deadline is stated. */
function closesIn({ until, untilStated }: PublicPosting, bounds: readonly Instant[]): number {
  if (!untilStated) return bounds.length;
  const at = bounds.findIndex((before) => until <= before);
  return at < 0 ? bounds.length : at;
}

function cumulated(values: readonly string[], counted: Int32Array): Map<string, number> {
  let sum = 0;
  return new Map(
    values
      .map((value, at) => {
        sum += counted[at] ?? 0;
        return [value, sum] as const;
      })
      .filter(([, count]) => count > 0),
  );
}

function countsOf(tally: Int32Array, closes: Map<string, number>, reach: Map<string, number>): Found["counts"] {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >;
  for (const [value, name] of names.entries()) {
    const count = tally[value] ?? 0;
    if (count > 0) counts[FACETS[facetOf[value] ?? 0] as Facet].set(name, count);
  }
  return { ...counts, closes, reach };
}

type Order = (a: PublicPosting, b: PublicPosting) => number;

function orderOf({ sort: by }: PostingQuery, place: Place | null): Order {
  const newest: Order = (a, b) => b.publishedAt - a.publishedAt || (a.code < b.code ? -1 : 1);
  // A posting without a stated deadline is not urgent, however soon it comes down.
  const deadline = (one: PublicPosting) => (one.untilStated ? one.until : Number.MAX_SAFE_INTEGER);
  if (by === "deadline") return (a, b) => deadline(a) - deadline(b) || newest(a, b);
  if (by === "near" && place !== null) return (a, b) => place.nearness(a) - place.nearness(b) || newest(a, b);
  return newest;
}

/** The first `most` in order; all of many are never sorted for the forty that are shown. */
function firstOf(found: readonly PublicPosting[], most: number, order: Order): PublicPosting[] {
  let best: PublicPosting[] = [];
  let last: PublicPosting | undefined;
  const room = Math.max(most * 4, 400);
  for (const one of found) {
    if (last !== undefined && order(one, last) > 0) continue;
    best.push(one);
    if (best.length < room) continue;
    best = best.sort(order).slice(0, most);
    last = best[most - 1];
  }
  return best.sort(order).slice(0, most);
}
