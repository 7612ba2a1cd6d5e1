// Saves or discards the working copy. Never touches what the public sees. [P1] Called by http/postings on every autosave.

import { isDeepStrictEqual } from "node:util";
import { changesOf } from "../domain/changesOf.ts";
import type { Code } from "../domain/code.ts";
import type { Content } from "../domain/content.ts";
import type { Posting, Revision } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, changePosting } from "./changePosting.ts";
import { refuseUnknownFiles } from "./takeAttachment.ts";

export function saveWorking(
  desk: Desk,
  user: User,
  code: Code,
  expected: Revision,
  content: Content,
): Promise<Posting> {
  return changePosting(desk, user, code, expected, "write", async (before, tx, _now, owner) => {
    // A closed posting may be edited too: that is how one whose deadline has passed is renewed.
    // Moving a posting into collocamento mirato needs the same right as editing one there.
    authorise(user, "write", owner, content.section);
    await refuseUnknownFiles(tx, content, [before.working, before.published?.content]);
    // Edited back to what the public sees: there is nothing left to publish.
    const working = isDeepStrictEqual(content, before.published?.content) ? null : content;
    return {
      posting: { ...before, working },
      verb: "posting.edited",
      facts: changesOf(before.working ?? before.published?.content, content),
    };
  });
}

export function discardWorking(desk: Desk, user: User, code: Code, expected: Revision): Promise<Posting> {
  return changePosting(desk, user, code, expected, "write", async (before) => {
    if (before.published === null) throw new Refusal("wrongState", { move: "discard", state: before.state });
    return {
      posting: { ...before, working: null },
      verb: "posting.edited",
      facts: { discarded: true, ...changesOf(before.working, before.published.content) },
    };
  });
}
