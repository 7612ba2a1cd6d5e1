// A posting and its lifecycle: draft → scheduled → open → suspended → closed. Edits change a working copy; publishing advances what the public sees.
// [P1] Autosave changes `working` only. [P2] `published` keeps its row when closed: it is its own tombstone.
// [P3] What stands at an instant is a pure function of the record and the instant; no timer decides it.
// [P4] Only the moves of MOVES are allowed. Used by services, presenters, displays and the desk.
import type { Code } from "./code.ts";
import type { Content } from "./content.ts";
import type { Office, OwnerId } from "./owner.ts";
import { DEFAULT_VALIDITY_DAYS } from "./owner.ts";
import type { Instant } from "./time.ts";
import { addDays, endOf, romeDay, romeInstant, startOf } from "./time.ts";
import type { ClosedReason } from "./vocabulary.ts";

export const STATES = ["draft", "scheduled", "open", "suspended", "closed"] as const;
export type State = (typeof STATES)[number];

/** Number of the store's committed change. */
export type Revision = number;

export interface Published {
  readonly content: Content;
  /** Half-open: shown from `from` until just before `until`. */
  readonly from: Instant;
  readonly until: Instant;
  /** False where the office's default validity gave `until`; then readers are told no deadline was stated. */
  readonly untilStated: boolean;
  readonly firstPublishedAt: Instant;
  readonly publishedAt: Instant;
  /** Revision it was published at. */
  readonly revision: Revision;
}

export interface Posting {
  readonly code: Code;
  readonly owner: OwnerId;
  readonly state: State;
  readonly published: Published | null;
  /** The copy being edited; null where it equals the published one. */
  readonly working: Content | null;
  readonly closed: { readonly reason: ClosedReason; readonly at: Instant } | null;
  /** Revision of the last change of any kind; what concurrent edits are compared by. */
  readonly revision: Revision;
  /** Revision of the last change the public could see, closing included; null while it was never public. Carried by deltas and QR codes. */
  readonly publicRevision: Revision | null;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  /** Where an imported posting came from; `hash` is of the record as read, so a second import changes nothing. */
  readonly origin: { readonly system: string; readonly id: string; readonly hash: string } | null;
  readonly demonstration: boolean;
  /** For staff only, never shown. */
  readonly staffNote: string | null;
}

export type Move = "publish" | "suspend" | "resume" | "close" | "reopen";

/** States a move may start from. [P4] */
export const MOVES: Readonly<Record<Move, readonly State[]>> = {
  publish: ["draft", "scheduled", "open", "suspended", "closed"],
  suspend: ["open", "scheduled"],
  resume: ["suspended"],
  close: ["scheduled", "open", "suspended"],
  reopen: ["closed"],
};

/** When a content hangs if it is published at `now`. [P3] */
export function validityOf(
  content: Content,
  office: Office | null,
  now: Instant,
): Pick<Published, "from" | "until" | "untilStated"> {
  const from = content.hangs.from ? startOf(content.hangs.from) : now;
  const deadline = content.window.closes ?? content.event?.ends ?? content.event?.starts ?? null;
  const stated = content.hangs.until ?? deadline;
  if (stated !== null) return { from, until: endOf(stated), untilStated: deadline !== null };
  const days = office?.defaultValidityDays ?? DEFAULT_VALIDITY_DAYS;
  // The default counts whole Rome days from publication, so the last one ends at midnight.
  return { from, until: romeInstant(addDays(romeDay(Math.max(from, now)), days + 1)), untilStated: false };
}

/** The state at an instant, whatever a timer has or has not written yet. [P3] */
export function stateAt(posting: Pick<Posting, "state" | "published">, at: Instant): State {
  const { state, published } = posting;
  if (published === null || state === "draft" || state === "closed") return state;
  if (at >= published.until) return "closed";
  if (state === "suspended") return "suspended";
  return at < published.from ? "scheduled" : "open";
}

/** Whether a display or list may show it now. */
export function isLive(posting: Pick<Posting, "state" | "published">, at: Instant): boolean {
  return stateAt(posting, at) === "open";
}
