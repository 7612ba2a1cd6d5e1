// What is wrong with one cell of an imported record, for the person who has to mend it. Grave problems stop the whole import.
// The sentence of each code is in locales/<locale>/import.json. Used by everything in records/ and by the import.

/** A record as it was read: `row` is its line in the sheet, or its place in a JSON list, counted from 1. */
export interface RecordRow {
  readonly row: number;
  readonly value: unknown;
}

export const GRAVE = [
  "notARecord",
  "missing",
  "text",
  "tooLong",
  "control",
  "wholeNumber",
  "number",
  "yesNo",
  "list",
  "group",
  "date",
  "choice",
  "currency",
  "payWithoutMin",
  "payOrder",
  "email",
  "licence",
  "language",
  "duplicate",
  "extraCells",
  "notAccepted",
  "sigla",
  "countryCode",
  "ownerUnknown",
  "ownerMissing",
  "notAllowed",
  "opening",
  "candidates",
] as const;

export const WARNINGS = [
  "column",
  "contract",
  "sector",
  "law",
  "monthOnly",
  "municipality",
  "province",
  "event",
  "parent",
  "ownerFallback",
  "pastEnd",
  "endBeforeStart",
  "editedHere",
  "closedHere",
  "otherOwner",
  "blocked",
] as const;

export type ProblemCode = (typeof GRAVE)[number] | (typeof WARNINGS)[number];

export interface Problem {
  readonly row: number;
  /** The record's own id, where it has one. */
  readonly id: string | null;
  /** Name of the column, "place.municipality"; empty for the whole record. */
  readonly field: string;
  /** What stands there, shortened. */
  readonly value: string;
  readonly problem: ProblemCode;
  /** What the sentence needs besides: the choices allowed, the owner taken instead. */
  readonly about: string;
}

export function isGrave({ problem }: Pick<Problem, "problem">): boolean {
  return (GRAVE as readonly string[]).includes(problem);
}

/** A cell's value as one short line. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
