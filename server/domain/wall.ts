// Walls and sheets: where an office hangs paper, and what each printed paper says. Used by the services of the wall, http and the desk.
// [W1] A sheet all of whose postings are over is to be taken down. [W2] One that still shows something, but not as it now is, is to be reprinted.
// [W3] What is open on the office's board and on none of its sheets is to be hung. [W4] A removal not done the day after is overdue.
import { z } from "zod";
import type { Code } from "./code.ts";
import type { Locale } from "./locale.ts";
import type { OwnerId } from "./owner.ts";
import { PAPER_FORMATS } from "./paper.ts";
import type { Revision } from "./posting.ts";
import type { Section } from "./section.ts";
import { SECTIONS } from "./section.ts";
import type { Instant } from "./time.ts";

/** A named place of an office: hall, entrance, window. */
export interface Wall {
  /** Short, upper case, never given twice: it stands in printed codes as their place. */
  readonly id: string;
  readonly office: OwnerId;
  readonly name: string;
  readonly removed: boolean;
}

/** A posting as a sheet shows it. */
export interface SheetEntry {
  readonly code: Code;
  readonly revision: Revision;
}

/** One printed paper on a wall; a bulletin is one of many postings. */
export interface Sheet {
  readonly id: string;
  readonly wall: string;
  readonly office: OwnerId;
  readonly format: (typeof PAPER_FORMATS)[number] | "bulletin";
  readonly locales: readonly Locale[];
  readonly entries: readonly SheetEntry[];
  /** Of a bulletin of one section; null or not stated: of all. */
  readonly section?: Section | null;
  readonly hungAt: Instant;
  readonly hungBy: string;
  readonly takenDown: { readonly at: Instant; readonly by: string } | null;
}

/** A removal waits this long before it is called overdue: a working day. [W4] */
export const OVERDUE_AFTER = 86_400_000;

const locale = z.string().regex(/^[a-z]{2,3}$/);
const wallId = z.string().regex(/^[A-Z0-9]{1,6}$/);
export const saveWallBody = z.object({ office: z.string().min(1).max(60), name: z.string().trim().min(1).max(60) });
export const renameWallBody = z.object({ name: z.string().trim().min(1).max(60) });
export const hangSheetBody = z.object({
  wall: wallId,
  format: z.enum([...PAPER_FORMATS, "bulletin"]),
  locales: z.array(locale).min(1).max(8),
  codes: z.array(z.string().length(7)).min(1).max(400),
  /** Of a bulletin of one section. */
  section: z.enum(SECTIONS).nullable().default(null),
  /** The older sheet this one takes the place of. */
  replaces: z.string().max(40).nullable().default(null),
});
export type HangSheetBody = z.input<typeof hangSheetBody>;

/** A posting on today's list, named in the language of whoever asked. */
export interface ListedPosting {
  readonly code: Code;
  readonly title: string;
  readonly section: (typeof SECTIONS)[number];
}

export interface TakeDown {
  readonly sheet: Sheet;
  readonly wall: string;
  readonly postings: readonly (ListedPosting & { readonly closedAt: Instant | null })[];
  readonly overdue: boolean;
}

export interface Reprint {
  readonly sheet: Sheet;
  readonly wall: string;
  /** What changed on it: names of facts, or that a posting is over. */
  readonly postings: readonly (ListedPosting & { readonly fields: readonly string[]; readonly over: boolean })[];
}

/** GET /api/v1/offices/{office}/wall */
export interface WallToday {
  readonly walls: readonly (Wall & { readonly sheets: number })[];
  readonly takeDown: readonly TakeDown[];
  readonly reprint: readonly Reprint[];
  readonly hang: readonly ListedPosting[];
  /** Everything open on the board, as a bulletin names it. */
  readonly open: readonly { readonly code: Code; readonly section: Section }[];
}

/** GET /api/v1/walls/overdue */
export interface OverdueAnswer {
  readonly offices: readonly {
    readonly office: OwnerId;
    readonly name: string;
    readonly sheets: number;
    readonly overdue: number;
  }[];
}
