// What the desk sends to import a sheet and is told about it, row by row. Used by http/imports and the desk.
import { z } from "zod";

/** Fields a column may hold; the rest of the record format is for files made by programs. */
export const IMPORT_FIELDS = [
  "id",
  "title",
  "employer",
  "positions",
  "place.municipality",
  "place.province",
  "sector",
  "contract",
  "contract_note",
  "hours",
  "requirements",
  "pay.min",
  "pay.max",
  "pay.period",
  "deadline",
  "opens",
  "published",
  "office",
  "reference",
  "driving_licence",
  "benefits",
  "duties",
  "summary",
  "apply.email",
  "apply.phone",
  "apply.online",
  "apply.note",
  "kind",
  "law",
  "note",
] as const;

export const IMPORT_KINDS = [
  "vacancy",
  "eures",
  "mirato_unspecified",
  "art16",
  "public_call",
  "tirocinio",
  "training",
  "event",
  "notice",
] as const;

export const importBody = z.object({
  /** Whose the postings are where a row names no office. */
  office: z.string().min(1).max(60),
  /** What a row is where it does not say. */
  kind: z.enum(IMPORT_KINDS),
  /** Name of the sheet that comes again: next week's replaces this week's. */
  source: z.string().trim().min(1).max(60),
  file: z.discriminatedUnion("how", [
    z.object({ how: z.literal("pasted"), text: z.string().min(1).max(5_000_000) }),
    /** Content in base 64. */
    z.object({ how: z.literal("file"), name: z.string().max(200), content: z.base64().max(7_200_000) }),
  ]),
  /** Field by heading, where staff chose another than was recognised; null leaves the column out. */
  columns: z.record(z.string().max(200), z.string().max(60).nullable()),
  publish: z.boolean(),
  dryRun: z.boolean(),
  /** Close what this source brought before and brings no more. */
  closeMissing: z.boolean(),
});
export type ImportBody = z.infer<typeof importBody>;

export interface ImportProblem {
  readonly row: number;
  /** Cause and remedy, with row, column and value, in the reader's language. */
  readonly sentence: string;
  readonly grave: boolean;
}

/** POST /api/v1/imports */
export interface ImportAnswer {
  readonly outcome: "done" | "dryRun" | "refused";
  readonly headings: readonly { readonly written: string; readonly field: string | null }[];
  readonly rows: readonly {
    /** Line of the sheet; 0 for what left it. */
    readonly row: number;
    readonly title: string;
    readonly fate: "new" | "changed" | "unchanged" | "kept" | "closed" | "refused";
    readonly code: string | null;
    readonly published: boolean;
  }[];
  readonly problems: readonly ImportProblem[];
}
