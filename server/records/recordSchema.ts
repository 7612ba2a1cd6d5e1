// The record format of postings: every column optional but kind and title, each bad cell named on its own. Columns of the format proper
// come first; those after "exact" are written by the export, so that nothing is lost on the way back. Called by the import.
import { z } from "zod";
import { SHARES } from "../domain/content.ts";
import { EMPLOYER_TYPES, PAY_PERIODS, QUALIFIERS } from "../domain/vocabulary.ts";
import {
  cell,
  readChoice,
  readList,
  readNumber,
  readPattern,
  readPositions,
  readText,
  readWhen,
  readYesNo,
} from "./cell.ts";
import { EXTRA_CELLS } from "./cellsToRecords.ts";
import { group, groups } from "./group.ts";
import type { Problem, ProblemCode, RecordRow } from "./problem.ts";
import { problemsOf } from "./problemsOf.ts";
import { unknownColumns } from "./unknownColumns.ts";

export const KINDS = [
  "vacancy",
  "eures",
  "mirato_art1",
  "mirato_art18",
  "mirato_unspecified",
  "art16",
  "public_call",
  "cantiere",
  "tirocinio",
  "training",
  "event",
  "notice",
] as const;
export type Kind = (typeof KINDS)[number];

const text = cell(readText);
const list = cell(readList);
const when = cell(readWhen);
const letters = (problem: ProblemCode) => cell(readPattern(/^[A-Z]{2}$/, problem, (code) => code.toUpperCase()));
const place = {
  municipality: text,
  province: letters("sigla"),
  region: text,
  country: letters("countryCode"),
  area: text,
};

export const recordSchema = z.object({
  id: text,
  kind: cell(
    readChoice(KINDS, {
      offerta: "vacancy",
      evento: "event",
      avviso: "notice",
      corso: "training",
      comunicazione: "notice",
    }),
  ),
  title: text,
  employer: text,
  employer_type: cell(readChoice(EMPLOYER_TYPES)),
  sector: text,
  positions: cell(readPositions),
  place: group(place),
  contract: text,
  contract_note: text,
  hours: text,
  requirements: list,
  languages: groups(
    {
      lang: cell(readPattern(/^[a-z]{2,3}$/, "language", (code) => code.toLowerCase())),
      cefr: cell(readChoice(["A1", "A2", "B1", "B2", "C1", "C2"])),
      required: cell(readYesNo),
      wished: cell(readYesNo),
      note: text,
    },
    readLanguage,
  ),
  driving_licence: list,
  pay: group({
    min: cell(readNumber),
    max: cell(readNumber),
    currency: cell(readPattern(/^[A-Z]{3}$/, "currency", (code) => (code === "€" ? "EUR" : code.toUpperCase()))),
    period: cell(
      readChoice(PAY_PERIODS, { ora: "hour", giorno: "day", settimana: "week", mese: "month", anno: "year" }),
    ),
    gross: cell(readYesNo),
    note: text,
    allowance: cell(readYesNo),
  }),
  benefits: list,
  office: text,
  reference: text,
  published: when,
  opens: when,
  deadline: when,
  event: group({ start: when, end: when, time: text, venue: text }),
  apply: group({
    online: text,
    email: cell(readPattern(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "email")),
    phone: text,
    in_person: text,
    note: text,
    documents: list,
  }),
  law: text,
  network: text,
  parent: text,
  note: text,
  source: group({ site: text, address: text, date: text, seen: text }),
  // exact
  language: cell(readPattern(/^[a-z]{2,3}$/, "language")),
  /** "none" keeps the import from finding one. */
  occupation: text,
  qualifiers: cell((value) => readCodes(QUALIFIERS, value)),
  summary: list,
  duties: list,
  wishes: list,
  places: groups(place),
  duration: text,
  hours_note: text,
  starts: when,
  ends: when,
  total_hours: cell(readNumber),
  agreement: text,
  amendments: groups({ day: when, text }),
  hangs_from: when,
  hangs_until: when,
  share: cell(readChoice(SHARES)),
  pinned: cell(readYesNo),
  /** The same posting in other languages, as its sender says it. [EX4] */
  translations: groups({
    lang: cell(readPattern(/^[a-z]{2,3}$/, "language", (code) => code.toLowerCase())),
    title: text,
    duties: list,
  }),
  /** Told by the export, never taken: an import begins a draft. */
  state: text,
});

export type PostingRecord = z.infer<typeof recordSchema>;

/** The record, or null where a cell could not be read; every problem is listed either way. */
export function readRecord({ row, value }: RecordRow): { record: PostingRecord | null; problems: Problem[] } {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
  const at = { row, id: typeof id === "string" || typeof id === "number" ? String(id).slice(0, 60) : null };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { record: null, problems: [{ ...at, field: "", value: "", problem: "notARecord", about: "" }] };
  }
  const parsed = recordSchema.safeParse(value);
  const problems = [
    ...unknownColumns(value, recordSchema.shape, at),
    ...(parsed.success ? [] : problemsOf(parsed.error, value, at)),
  ];
  if (EXTRA_CELLS in value) {
    problems.push({
      ...at,
      field: "",
      value: String((value as Record<string, unknown>)[EXTRA_CELLS]),
      problem: "extraCells",
      about: "",
    });
  }
  if (!parsed.success) return { record: null, problems };
  const missing = (["kind", "title"] as const).filter((field) => parsed.data[field] === null);
  for (const field of missing) problems.push({ ...at, field, value: "", problem: "missing", about: KINDS.join(", ") });
  return { record: missing.length > 0 ? null : parsed.data, problems };
}

/** "de B2 gradito (corso incluso)": how a sheet says a language without JSON. */
function readLanguage(written: string): Record<string, unknown> | null {
  const found =
    /^([a-z]{2,3})(?:\s+([abc][12]))?(?:\s+(richiest[oa]|gradit[oa]|required|wished))?(?:\s*\((.*)\))?$/i.exec(written);
  if (found === null) return null;
  return {
    lang: found[1],
    cefr: found[2]?.toUpperCase() ?? null,
    required: null,
    wished: /^[gw]/i.test(found[3] ?? ""),
    note: found[4] ?? null,
  };
}

function readCodes<T extends string>(codes: readonly T[], value: unknown) {
  const items = readList(value);
  if ("problem" in items) return items;
  const known = items.value.filter((item): item is T => (codes as readonly string[]).includes(item));
  return known.length === items.value.length
    ? { value: known }
    : { problem: "choice" as const, about: codes.join(", ") };
}
