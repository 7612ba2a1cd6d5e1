// Saves or discards the working copy. Never touches what the public sees. [P1] Called by http/postings on every autosave.

import type { Code } from "../domain/code.ts";
import type { Content } from "../domain/content.ts";
import type { Posting, Revision } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, changePosting } from "./changePosting.ts";

export function saveWorking(
  desk: Desk,
  user: User,
  code: Code,
  expected: Revision,
  content: Content,
): Promise<Posting> {
  return changePosting(desk, user, code, expected, "write", async (before, _tx, _now, owner) => {
    if (before.state === "closed") throw new Refusal("wrongState", { move: "edit", state: before.state });
    // Moving a posting into collocamento mirato needs the same right as editing one there.
    authorise(user, "write", owner, content.section);
    return { posting: { ...before, working: content }, verb: "posting.edited" };
  });
}

export function discardWorking(desk: Desk, user: User, code: Code, expected: Revision): Promise<Posting> {
  return changePosting(desk, user, code, expected, "write", async (before) => {
    if (before.published === null) throw new Refusal("wrongState", { move: "discard", state: before.state });
    return { posting: { ...before, working: null }, verb: "posting.edited", facts: { discarded: true } };
  });
}
