// What a reader looks for on the public board, and its one address: known parameters in a fixed order, everything else dropped.
// Used by the pages' keys, the search and every link of a result.
import type { Section } from "./section.ts";
import { SECTIONS } from "./section.ts";
import type { Contract, Schedule } from "./vocabulary.ts";
import { CONTRACTS, SCHEDULES } from "./vocabulary.ts";

/** How far from the place: no coordinates are known, so nearness is told by borders. `around`: the provinces that share a border. */
export const REACHES = ["town", "province", "around", "region"] as const;
export type Reach = (typeof REACHES)[number];

export const CLOSES = ["today", "week", "month"] as const;
export type Closes = (typeof CLOSES)[number];

export const RESERVED = ["art1", "art18", "none"] as const;
export type ReservedFilter = (typeof RESERVED)[number];

export const SORTS = ["date", "deadline", "near"] as const;
export type Sort = (typeof SORTS)[number];

export interface PostingQuery {
  /** Words in any language; empty: none. */
  readonly q: string;
  /** A municipality, province or region in any language; empty: everywhere. */
  readonly place: string;
  readonly reach: Reach | null;
  readonly section: Section | null;
  readonly contract: Contract | null;
  readonly hours: Schedule | null;
  readonly licence: string | null;
  readonly language: string | null;
  readonly closes: Closes | null;
  readonly reserved: ReservedFilter | null;
  readonly eures: boolean;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
}

export const EVERYTHING: PostingQuery = {
  q: "",
  place: "",
  reach: null,
  section: null,
  contract: null,
  hours: null,
  licence: null,
  language: null,
  closes: null,
  reserved: null,
  eures: false,
  sort: "date",
  page: 1,
};

const LONGEST = 80;

/** Never refuses: what cannot be understood is as if it were not there. */
export function readPostingQuery(parameters: URLSearchParams): PostingQuery {
  const text = (name: string) => (parameters.get(name) ?? "").trim().slice(0, LONGEST);
  const one = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((value) => value === parameters.get(name)) ?? null;
  const like = (name: string, shape: RegExp) => (shape.test(text(name)) ? text(name) : null);
  return {
    q: text("q"),
    place: text("place"),
    reach: text("place") === "" ? null : one("reach", REACHES),
    section: one("section", SECTIONS),
    contract: one("contract", CONTRACTS),
    hours: one("hours", SCHEDULES),
    licence: like("licence", /^[A-Z0-9+]{1,5}$/),
    language: like("language", /^[a-z]{2,3}$/),
    closes: one("closes", CLOSES),
    reserved: one("reserved", RESERVED),
    eures: parameters.get("eures") === "1",
    sort: one("sort", SORTS) ?? "date",
    page: Math.min(Math.max(1, Math.trunc(Number(parameters.get("page") ?? "1")) || 1), 1000),
  };
}

/** "q=cuoco&section=vacancy"; empty for everything. */
export function writePostingQuery(query: PostingQuery): string {
  const written = new URLSearchParams();
  const { page, eures, sort, ...texts } = query;
  for (const [name, value] of Object.entries(texts)) if (value !== null && value !== "") written.set(name, value);
  if (eures) written.set("eures", "1");
  if (sort !== "date") written.set("sort", sort);
  if (page > 1) written.set("page", String(page));
  return written.toString();
}

/** Whether it narrows anything down: a search result is nobody's lasting address. */
export function isNarrowed(query: PostingQuery): boolean {
  return writePostingQuery({ ...query, page: 1 }) !== "";
}
