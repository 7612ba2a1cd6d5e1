// The public board's search: live postings of one office or of all, by words in any language, place and filters, with counts beside each filter.
// [F4] The count beside a filter is what choosing it would show, all other filters standing. [F5] Hot reads never touch the store.
// Called by http/boardPages and http/feeds.
import type { Code } from "../domain/code.ts";
import type { Office } from "../domain/owner.ts";
import { isLive } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { PostingQuery, Reach } from "../domain/search.ts";
import { REACHES } from "../domain/search.ts";
import type { Instant } from "../domain/time.ts";
import { addDays, romeDay, romeInstant } from "../domain/time.ts";
import type { Mirror } from "./mirror.ts";
import type { Place } from "./nearPlace.ts";
import { within } from "./nearPlace.ts";

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
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >;
  const days = closingDays(now);
  const wanted = wantedOf(query, place);
  for (const { posting, shown } of codes === null ? mirror.entries() : entriesOf(mirror, codes)) {
    if (shown === null || !isLive(posting, now)) continue;
    if (office !== null && !mirror.hangs(shown, office)) continue;
    const values = valuesOf(shown, days, place);
    let failed: Facet | null = null;
    let failures = 0;
    for (const [facet, value] of wanted) {
      if (values[facet].includes(value)) continue;
      failures += 1;
      failed = facet;
      if (failures > 1) break;
    }
    if (failures > 1) continue;
    if (failures === 0) found.push(shown);
    for (const facet of FACETS) {
      if (failed !== null && failed !== facet) continue;
      const count = counts[facet];
      for (const value of values[facet]) count.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  sort(found, query, place);
  const pages = Math.max(1, Math.ceil(found.length / FOUND_PAGE));
  const page = Math.min(query.page, pages);
  return { postings: found.slice((page - 1) * FOUND_PAGE, page * FOUND_PAGE), total: found.length, pages, counts };
}

function* entriesOf(mirror: Mirror, codes: ReadonlySet<Code>) {
  for (const code of codes) {
    const entry = mirror.entry(code);
    if (entry !== undefined) yield entry;
  }
}

function wantedOf(query: PostingQuery, place: Place | null): [Facet, string][] {
  const wanted: [Facet, string][] = [];
  for (const facet of ["section", "contract", "hours", "licence", "language", "closes", "reserved"] as const) {
    const value = query[facet];
    if (value !== null) wanted.push([facet, value]);
  }
  if (query.eures) wanted.push(["eures", "1"]);
  if (place !== null) wanted.push(["reach", reachOf(query, place)]);
  return wanted;
}

/** As asked, but never narrower than what was named. */
export function reachOf(query: PostingQuery, place: Place): Reach {
  const asked = query.reach ?? place.smallest;
  return REACHES.indexOf(asked) < REACHES.indexOf(place.smallest) ? place.smallest : asked;
}

type Values = Record<Facet, readonly string[]>;
type Lasting = Omit<Values, "closes" | "reach">;

const lasting = new WeakMap<PublicPosting, Lasting>();
const NONE: readonly string[] = [];

function valuesOf(posting: PublicPosting, days: ClosingDays, place: Place | null): Values {
  let known = lasting.get(posting);
  if (known === undefined) {
    const { content } = posting;
    known = {
      section: [content.section],
      contract: content.job?.contracts ?? NONE,
      hours: content.job?.schedules ?? NONE,
      licence: content.licences,
      language: [...new Set(content.languages.map(({ language }) => language))],
      reserved:
        content.reserved === null
          ? ["none"]
          : content.reserved.article === "unspecified"
            ? NONE
            : [content.reserved.article],
      eures: content.eures || content.section === "eures" ? ["1"] : NONE,
    };
    lasting.set(posting, known);
  }
  const closes = posting.untilStated
    ? days.filter(({ before }) => posting.until <= before).map(({ name }) => name)
    : NONE;
  const reach = place === null ? NONE : REACHES.filter((one) => within(place.nearness(posting), one));
  return { ...known, closes, reach };
}

type ClosingDays = readonly { readonly name: string; readonly before: Instant }[];

/** Whole Rome days from today: what closes by tonight, within seven days, within thirty. */
function closingDays(now: Instant): ClosingDays {
  const today = romeDay(now);
  const before = (days: number) => romeInstant(addDays(today, days));
  return [
    { name: "today", before: before(1) },
    { name: "week", before: before(7) },
    { name: "month", before: before(30) },
  ];
}

function sort(found: PublicPosting[], { sort: by }: PostingQuery, place: Place | null): void {
  const newest = (a: PublicPosting, b: PublicPosting) => b.publishedAt - a.publishedAt || (a.code < b.code ? -1 : 1);
  // A posting without a stated deadline is not urgent, however soon it comes down.
  const deadline = (one: PublicPosting) => (one.untilStated ? one.until : Number.MAX_SAFE_INTEGER);
  if (by === "deadline") found.sort((a, b) => deadline(a) - deadline(b) || newest(a, b));
  else if (by === "near" && place !== null) found.sort((a, b) => place.nearness(a) - place.nearness(b) || newest(a, b));
  else found.sort(newest);
}
