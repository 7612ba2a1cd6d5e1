// Takes a posting down for a reason, and puts one taken down back up. Its row stays: it is its own tombstone. [P2] Called by http/postings.

import type { Code } from "../domain/code.ts";
import type { Posting, Revision } from "../domain/posting.ts";
import { MOVES } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { ClosedReason } from "../domain/vocabulary.ts";
import type { Desk } from "./changePosting.ts";
import { changePosting } from "./changePosting.ts";
import { keepVersion, published } from "./publishPosting.ts";

export function withdrawPosting(
  desk: Desk,
  user: User,
  code: Code,
  expected: Revision,
  reason: ClosedReason,
): Promise<Posting> {
  return changePosting(desk, user, code, expected, "publish", async (before, tx, now) => {
    if (!MOVES.close.includes(before.state)) throw new Refusal("wrongState", { move: "close", state: before.state });
    return {
      posting: { ...before, state: "closed", closed: { reason, at: now }, publicRevision: tx.revision },
      verb: "posting.closed",
      facts: { reason },
    };
  });
}

/** Undo of a withdrawal: the same words, open again until their own end. Refuses `incomplete` where that end has passed. */
export function reopenPosting(desk: Desk, user: User, code: Code, expected: Revision): Promise<Posting> {
  return changePosting(desk, user, code, expected, "publish", async (before, tx, now, owner) => {
    if (!MOVES.reopen.includes(before.state) || before.published === null)
      throw new Refusal("wrongState", { move: "reopen", state: before.state });
    const { published: was, working } = before;
    const fresh = published(before, was.content, owner.kind === "office" ? owner : null, now, tx.revision);
    // A withdrawal undone keeps the end it had, rather than counting the default validity anew.
    const until =
      was.untilStated || was.until <= now
        ? fresh.published
        : fresh.published && { ...fresh.published, until: was.until };
    const posting: Posting = { ...fresh, published: until, working };
    await keepVersion(tx, posting, user.login);
    return { posting, verb: "posting.reopened" };
  });
}
