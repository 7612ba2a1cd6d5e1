// Renews what ends soon or has ended, in one step from the office's first page, and takes that back within its ten seconds. Called by http/deskToday.
// [RN3] Edits not yet published stay unpublished. [RN4] A renewal is taken back only while nothing else happened to the posting.
import type { Code } from "../domain/code.ts";
import type { Owner } from "../domain/owner.ts";
import { DEFAULT_VALIDITY_DAYS } from "../domain/owner.ts";
import type { Posting, Revision } from "../domain/posting.ts";
import { isLive, stateAt } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import { renewalDay, renewed } from "../domain/renewal.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { changePosting } from "./changePosting.ts";
import { checkPolicyIn } from "./checkPolicy.ts";
import { checkPosting, refuseBlocked } from "./checkPosting.ts";
import { keepVersion, published } from "./publishPosting.ts";

/** Refuses wrongState (`renewByHand`) where a person must decide, and what publishing refuses. [RN1] */
export function renewPosting(desk: Desk, user: User, code: Code, expected: Revision): Promise<Posting> {
  return changePosting(desk, user, code, expected, "publish", async (before, tx, now, owner) => {
    const state = stateAt(before, now);
    if (before.published === null || (state !== "open" && !hasExpired(before, state)))
      throw new Refusal("wrongState", { move: "publish", state });
    const until = renewalDay(now, validityDaysOf(owner));
    const content = renewed(before.published.content, until);
    if (content === null) throw new Refusal("wrongState", { problem: "renewByHand" });
    const translations = await tx.translations(code);
    refuseBlocked(await checkPosting(desk.mirror, { code, content, translations }, await checkPolicyIn(tx), now));
    const fresh = published(before, content, owner.kind === "office" ? owner : null, now, tx.revision);
    // A posting hangs from its first day; only its end moves.
    const dates = fresh.published && { ...fresh.published, from: Math.min(before.published.from, now) };
    const posting: Posting = { ...fresh, published: dates, state: "open", working: before.working };
    await keepVersion(tx, posting, user.login);
    return {
      posting,
      verb: "posting.published",
      facts: {
        renewed: true,
        section: content.section,
        before: before.published.until,
        until: dates?.until,
        owner: owner.id,
      },
    };
  });
}

/** Refuses wrongState where the newest change is no renewal. [RN4] */
export function takeRenewalBack(desk: Desk, user: User, code: Code, expected: Revision): Promise<Posting> {
  return changePosting(desk, user, code, expected, "publish", async (before, tx, now) => {
    const last = (await tx.recentEvents(1, code))[0];
    const older = (await tx.versions(code))
      .filter(({ revision }) => revision < before.revision)
      .sort((a, b) => b.revision - a.revision)[0];
    if (last?.facts.renewed !== true || older === undefined)
      throw new Refusal("wrongState", { move: "reopen", state: before.state });
    const dates = { ...older.published, revision: tx.revision };
    const live = isLive({ state: "open", published: dates }, now);
    const posting: Posting = {
      ...before,
      state: live ? "open" : "closed",
      closed: live ? null : { reason: "expired", at: dates.until },
      published: dates,
      publicRevision: tx.revision,
    };
    await keepVersion(tx, posting, user.login);
    return {
      posting,
      verb: live ? "posting.published" : "posting.closed",
      facts: { renewalTakenBack: true, until: dates.until },
    };
  });
}

/** Over by time alone, not taken down by somebody. */
export function hasExpired({ closed }: Posting, state: ReturnType<typeof stateAt>): boolean {
  return state === "closed" && (closed === null || closed.reason === "expired");
}

export function validityDaysOf(owner: Owner): number {
  return owner.kind === "office" ? owner.defaultValidityDays : DEFAULT_VALIDITY_DAYS;
}
