// What the desk is told of what comes and goes by itself: watched folders, feeds, the mail server. Used by services/sourceStates, http/sources and the desk.
import type { OwnerId } from "./owner.ts";
import type { Instant } from "./time.ts";

/** `unchanged`: read, and the same as last time. `unreachable`: no answer that could be read. */
export type SourceOutcome = "done" | "unchanged" | "refused" | "unreachable";

/** How the last reading of a source ended. */
export interface SourceState {
  readonly at: Instant;
  readonly outcome: SourceOutcome;
  readonly file: string;
  /** In Italian, for whoever keeps the file: the first lines of its report. */
  readonly lines: readonly string[];
}

/** How the mail server took what was sent since the house stands. */
export interface MailState {
  readonly sentAt: Instant | null;
  /** Null after a mail that was taken. */
  readonly failedAt: Instant | null;
}

/** GET /api/v1/sources */
export interface SourcesAnswer {
  readonly sources: readonly {
    readonly kind: "folder" | "feed";
    readonly office: OwnerId;
    /** What people know it by: the folder's name, or host and path. */
    readonly name: string;
    /** Null: nothing has come yet. */
    readonly last: SourceState | null;
  }[];
  /** Whether what comes in is published at once. */
  readonly publish: boolean;
  readonly everyMinutes: number;
  /** Null: no mail server is configured. */
  readonly mail: MailState | null;
}
