// The office's numbers over some days: what was published and closed, how long it hung, for how many places, what was shown and scanned.
// Used by services/deskNumbers, http/numbers and the desk. [NU1] Counts of people's doings under five are null, in every row. [CN2]
import { z } from "zod";
import { askedDay } from "./askedDay.ts";
import type { Locale } from "./locale.ts";
import type { Section } from "./section.ts";
import type { Day } from "./time.ts";
import { addDays } from "./time.ts";
import type { ClosedReason } from "./vocabulary.ts";

const LONGEST = 800;

export const numbersQuery = z
  .object({
    from: askedDay,
    to: askedDay,
    office: z.string().max(60).nullable().default(null),
    format: z.enum(["json", "csv", "xlsx"]).default("json"),
  })
  .refine(({ from, to }) => from <= to && to <= addDays(from, LONGEST), "order");

export interface NumbersRow {
  /** A code of a vocabulary, an area's name, or "total". */
  readonly key: string;
  /** First published within the days. */
  readonly published: number;
  /** Over within the days, by time or by somebody. */
  readonly closed: number;
  /** On the board at the end of the days, or now. */
  readonly open: number;
  /** Places of what was published, where they are stated. */
  readonly positions: number;
  /** Median days on the board of what closed; null where nothing did. */
  readonly days: number | null;
  readonly shown: number | null;
  /** Codes read from displays. */
  readonly scanned: number | null;
  /** Codes read from paper: posters, bulletins, slips. */
  readonly paper: number | null;
}

export interface WeekCount {
  /** Monday. */
  readonly from: Day;
  readonly published: number;
  readonly closed: number;
}

/** GET /api/v1/numbers?from=&to=&office= */
export interface DeskNumbers {
  readonly from: Day;
  readonly to: Day;
  readonly total: NumbersRow;
  readonly sections: readonly NumbersRow[];
  readonly sectors: readonly NumbersRow[];
  readonly areas: readonly NumbersRow[];
  /** Open postings that stand approved in each language, and what was shown and scanned in it. */
  readonly languages: readonly {
    readonly locale: Locale;
    readonly approved: number;
    readonly shown: number | null;
    readonly scanned: number | null;
    readonly paper: number | null;
  }[];
  readonly weeks: readonly WeekCount[];
  readonly reasons: readonly { readonly reason: ClosedReason; readonly closed: number }[];
  /** Most scanned, then most shown; those under five are not listed. */
  readonly top: readonly {
    readonly code: string;
    readonly title: string;
    readonly section: Section;
    readonly shown: number | null;
    readonly scanned: number | null;
    readonly paper: number | null;
  }[];
}
