// Makes the working copy what the public sees: on every screen, page and paper, from one transaction. Called by http/postings and the import.
// [K7] What a check blocks is refused here, whatever the desk showed.
// [P5] Publishing needs a title, and an end that has not passed. [P6] The first publication keeps its date through later ones.

import { changesOf } from "../domain/changesOf.ts";
import type { Code } from "../domain/code.ts";
import type { Content } from "../domain/content.ts";
import type { Office } from "../domain/owner.ts";
import type { Posting, Published, Revision } from "../domain/posting.ts";
import { MOVES, validityOf } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Instant } from "../domain/time.ts";
import { romeDay } from "../domain/time.ts";
import type { User } from "../domain/user.ts";
import type { Writer } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";
import { changePosting } from "./changePosting.ts";
import { checkPolicyIn } from "./checkPolicy.ts";
import { checkPosting, refuseBlocked } from "./checkPosting.ts";
import { learnAlias } from "./learnAlias.ts";

export function publishPosting(desk: Desk, user: User, code: Code, expected: Revision): Promise<Posting> {
  return changePosting(desk, user, code, expected, "publish", async (before, tx, now, owner) => {
    if (!MOVES.publish.includes(before.state))
      throw new Refusal("wrongState", { move: "publish", state: before.state });
    const content = before.working ?? before.published?.content;
    if (content === undefined) throw new Refusal("incomplete", { missing: ["title"] });
    const translations = await tx.translations(code);
    refuseBlocked(await checkPosting(desk.mirror, { code, content, translations }, await checkPolicyIn(tx), now));
    const posting = published(before, content, owner.kind === "office" ? owner : null, now, tx.revision);
    await keepVersion(tx, posting, user.login);
    await learnAlias(tx, content, before.published?.content ?? null, user.login, now);
    return {
      posting,
      verb: "posting.published",
      facts: {
        section: content.section,
        until: posting.published?.until,
        owner: owner.id,
        ...(before.published !== null && changesOf(before.published.content, content)),
      },
    };
  });
}

/** The record after publishing `content` at `now`. Refuses `incomplete`. [P5][P6] */
export function published(
  before: Posting,
  content: Content,
  office: Office | null,
  now: Instant,
  revision: Revision,
): Posting {
  const validity = validityOf(content, office, now);
  if (validity.until <= now) throw new Refusal("incomplete", { missing: ["until"], until: romeDay(validity.until) });
  if (validity.until <= validity.from) throw new Refusal("incomplete", { missing: ["order"] });
  const dates: Published = {
    content,
    ...validity,
    firstPublishedAt: before.published?.firstPublishedAt ?? now,
    publishedAt: now,
    revision,
  };
  const state = before.state === "suspended" ? "suspended" : validity.from > now ? "scheduled" : "open";
  return { ...before, state, published: dates, working: null, closed: null, publicRevision: revision };
}

/** Keeps what the public sees from now on, for sheets printed at this revision. */
export async function keepVersion(tx: Writer, posting: Posting, actor: string): Promise<void> {
  if (posting.published !== null)
    await tx.putVersion({ code: posting.code, revision: tx.revision, published: posting.published, actor });
}
