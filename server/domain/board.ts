// A board: what one office shows. And the delta between two of its revisions, with the rule by which a display takes it.
// [D1] A delta applies only if from ≤ mine < to and the epoch is mine; anything else means: pull.
// [D2] A put replaces whole; a removal names only the code; both may be repeated without harm.
// [D3] `reset` replaces everything. [D4] A pull answers with the state at its `to`, so displays that saw different deliveries end alike.
// Used by services, sockets and the display; the same functions on both sides.
import type { Code } from "./code.ts";
import type { Office } from "./owner.ts";
import type { Revision } from "./posting.ts";
import type { PublicPosting } from "./publicPosting.ts";
import type { Instant } from "./time.ts";

/** Random text, renewed when a store is restored; revisions of different epochs are not comparable. */
export type Epoch = string;

export interface Board {
  readonly epoch: Epoch;
  readonly revision: Revision;
  readonly office: Office;
  readonly postings: ReadonlyMap<Code, PublicPosting>;
}

export type Delta =
  | {
      readonly kind: "changes";
      readonly epoch: Epoch;
      readonly from: Revision;
      readonly to: Revision;
      readonly office: Office | null;
      readonly put: readonly PublicPosting[];
      readonly removed: readonly Code[];
    }
  | {
      readonly kind: "reset";
      readonly epoch: Epoch;
      readonly to: Revision;
      readonly office: Office;
      readonly put: readonly PublicPosting[];
    };

/** The board after a delta, or null where the display must pull. [D1][D2][D3] */
export function applyDelta(board: Board | null, delta: Delta): Board | null {
  if (delta.kind === "reset") {
    return { epoch: delta.epoch, revision: delta.to, office: delta.office, postings: byCode(delta.put) };
  }
  if (board === null || board.epoch !== delta.epoch) return null;
  if (delta.to <= board.revision) return board;
  if (delta.from > board.revision) return null;
  const postings = new Map(board.postings);
  for (const code of delta.removed) postings.delete(code);
  for (const posting of delta.put) postings.set(posting.code, posting);
  return { epoch: board.epoch, revision: delta.to, office: delta.office ?? board.office, postings };
}

/** Enough of a board to read it in order; without its office nothing is put in order by staff. */
export type ReadBoard = Pick<Board, "postings"> & Partial<Pick<Board, "office">>;

/** What a board shows at an instant, in reading order: pinned first, then as staff put it [BO1], then what closes soonest, then by code. */
export function livePostings(board: ReadBoard, at: Instant): PublicPosting[] {
  const places = new Map(board.office?.order?.map((code, place) => [code, place]));
  const placeOf = ({ code }: PublicPosting) => places.get(code) ?? places.size;
  return [...board.postings.values()]
    .filter((posting) => posting.state === "open" && posting.from <= at && at < posting.until)
    .sort(
      (a, b) =>
        Number(b.content.pinned) - Number(a.content.pinned) ||
        placeOf(a) - placeOf(b) ||
        a.until - b.until ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
}

function byCode(postings: readonly PublicPosting[]): Map<Code, PublicPosting> {
  return new Map(postings.map((posting) => [posting.code, posting]));
}
