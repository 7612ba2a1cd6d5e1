// Hides a posting for a while and shows it again, unchanged. Called by http/postings.

import type { Code } from "../domain/code.ts";
import type { Posting, Revision } from "../domain/posting.ts";
import { MOVES } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { changePosting } from "./changePosting.ts";

export function suspendPosting(desk: Desk, user: User, code: Code, expected: Revision): Promise<Posting> {
  return changePosting(desk, user, code, expected, "publish", async (before, tx) => {
    if (!MOVES.suspend.includes(before.state))
      throw new Refusal("wrongState", { move: "suspend", state: before.state });
    return { posting: { ...before, state: "suspended", publicRevision: tx.revision }, verb: "posting.suspended" };
  });
}

export function resumePosting(desk: Desk, user: User, code: Code, expected: Revision): Promise<Posting> {
  return changePosting(desk, user, code, expected, "publish", async (before, tx, now) => {
    if (!MOVES.resume.includes(before.state) || before.published === null)
      throw new Refusal("wrongState", { move: "resume", state: before.state });
    if (before.published.until <= now) throw new Refusal("wrongState", { move: "resume", state: "closed" });
    const state = before.published.from > now ? "scheduled" : "open";
    return { posting: { ...before, state, publicRevision: tx.revision }, verb: "posting.resumed" };
  });
}
