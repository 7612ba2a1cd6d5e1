// A fact of a posting, ready to be read: a label and its lines. What a posting does not state is said, never guessed.
// Made by factsOf, shown by card, page, poster and bulletin.
import type { Line } from "./line.ts";

export const FACT_IDS = [
  "where",
  "contract",
  "hours",
  "pay",
  "until",
  "opens",
  "positions",
  "employer",
  "when",
  "venue",
  "course",
  "starts",
  "reserved",
  "call",
  "education",
  "experience",
  "requirements",
  "wishes",
  "languages",
  "licences",
  "benefits",
  "sector",
  "agreement",
  "amendments",
  "reference",
  "statutes",
] as const;
export type FactId = (typeof FACT_IDS)[number];

export interface Fact {
  readonly id: FactId;
  readonly label: string;
  /** At least one. */
  readonly lines: readonly Line[];
  /** False where the line only says that it is not stated. */
  readonly stated: boolean;
  /** Numbers people compare: pay, dates, places to fill. */
  readonly tabular?: boolean;
}
