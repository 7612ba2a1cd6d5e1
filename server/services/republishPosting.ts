// Changes one fact of what hangs and publishes it at once: a later end, a wider circle. Called by http/bulk.
// [P7] Edits that wait to be published are somebody's unfinished work: a posting with such is left alone, and that is said.
import type { Code } from "../domain/code.ts";
import type { Content } from "../domain/content.ts";
import type { Posting, Revision } from "../domain/posting.ts";
import { MOVES } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { changePosting } from "./changePosting.ts";
import { checkPolicyIn } from "./checkPolicy.ts";
import { checkPosting, refuseBlocked } from "./checkPosting.ts";
import { keepVersion, published } from "./publishPosting.ts";

/** Refuses wrongState, checksBlock, incomplete and what changePosting refuses. */
export function republishPosting(
  desk: Desk,
  user: User,
  code: Code,
  expected: Revision,
  change: (content: Content) => Content,
): Promise<Posting> {
  return changePosting(desk, user, code, expected, "publish", async (before, tx, now, owner) => {
    if (!MOVES.publish.includes(before.state) || before.published === null)
      throw new Refusal("wrongState", { move: "publish", state: before.state });
    if (before.working !== null) throw new Refusal("wrongState", { problem: "editedFirst" });
    const content = change(before.published.content);
    const translations = await tx.translations(code);
    refuseBlocked(await checkPosting(desk.mirror, { code, content, translations }, await checkPolicyIn(tx), now));
    const posting = published(before, content, owner.kind === "office" ? owner : null, now, tx.revision);
    await keepVersion(tx, posting, user.login);
    return {
      posting,
      verb: "posting.published",
      facts: { section: content.section, until: posting.published?.until, owner: owner.id },
    };
  });
}

/** Until a day: the deadline where one is stated, else how long it hangs. */
export function renewed(content: Content, day: string): Content {
  const until = { day, time: null };
  const hangs = { from: null, until: null };
  return content.window.closes === null
    ? { ...content, hangs: { ...hangs, until } }
    : { ...content, window: { ...content.window, closes: until }, hangs };
}
