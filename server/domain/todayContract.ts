// What the desk's first page is told: everything an office has to do this morning. Used by services/deskToday, http/today and the desk.
import { z } from "zod";
import type { DisplayState } from "./display.ts";
import type { Locale } from "./locale.ts";
import type { Note } from "./note.ts";
import type { OwnerId } from "./owner.ts";
import type { Revision, State } from "./posting.ts";
import type { Report } from "./report.ts";
import type { Section } from "./section.ts";
import type { Day, Instant } from "./time.ts";

export const todayQuery = z.object({ office: z.string().max(60).nullable().default(null) });

export interface TodayPosting {
  readonly code: string;
  readonly revision: Revision;
  readonly section: Section;
  readonly state: State;
  readonly title: string;
  readonly owner: { readonly id: OwnerId; readonly name: string };
  readonly until: Instant;
  /** The last day after one click on "renew"; null: a person must set the dates, or may not publish. */
  readonly renewTo: Day | null;
}

export interface TodayList {
  /** The first ones. */
  readonly postings: readonly TodayPosting[];
  readonly total: number;
}

export interface TodayNote extends Note {
  /** The oldest day it fell due unticked; null: nothing to do now. */
  readonly dueSince: Day | null;
  /** Of the posting it is pinned to. */
  readonly title: string | null;
  readonly mayChange: boolean;
}

/** GET /api/v1/today?office= ; without an office: everything one may read. */
export interface TodayAnswer {
  readonly now: Instant;
  readonly office: OwnerId | null;
  readonly open: number;
  readonly closingToday: TodayList;
  readonly closingTomorrow: TodayList;
  /** Over by time within the last fortnight. */
  readonly expired: TodayList;
  /** Never published. */
  readonly drafts: number;
  readonly translations: {
    readonly postings: number;
    readonly byLocale: readonly { readonly locale: Locale; readonly postings: number }[];
  };
  readonly wall: {
    readonly takeDown: number;
    readonly overdue: number;
    readonly reprint: number;
    readonly hang: number;
    /** False where there is no wall to hang anything on. */
    readonly walls: boolean;
  };
  readonly screens: {
    readonly all: number;
    readonly troubled: readonly {
      readonly id: string;
      readonly name: string;
      readonly office: string;
      readonly state: DisplayState;
      readonly since: Instant | null;
    }[];
  };
  /** Folders and feeds whose last reading failed, and a mail server that refuses. */
  readonly sources: number;
  readonly reports: readonly (Report & { readonly title: string | null })[];
  /** The notice-board, reminders that are due first. */
  readonly notes: readonly TodayNote[];
}
