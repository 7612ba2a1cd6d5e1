// Writes down what time has done: scheduled postings that opened, open ones that expired. Nothing depends on its punctuality [P3];
// it gives displays their delta and the log its entry. Called by followers/timekeeper.

import type { Posting } from "../domain/posting.ts";
import { stateAt } from "../domain/posting.ts";
import type { Instant } from "../domain/time.ts";
import { giveWay } from "../giveWay.ts";
import type { Desk } from "./changePosting.ts";

/** Postings written down before others get their turn. */
const STEP = 20;

/** Returns how many postings moved. Each is compared again inside the transaction, so several processes may run this. */
export async function advanceTime(desk: Desk): Promise<number> {
  const now = desk.clock.now();
  const due = [...desk.mirror.entries()]
    .filter(({ posting }) => isDue(posting, now))
    .map(({ posting }) => posting.code);
  if (due.length === 0) return 0;
  const { value } = await desk.store.write("system:clock", now, async (tx) => {
    let moved = 0;
    for (const [index, code] of due.entries()) {
      // At midnight hundreds expire at once.
      if (index % STEP === STEP - 1) await giveWay();
      const posting = await tx.posting(code);
      if (posting === null || !isDue(posting, now)) continue;
      const state = stateAt(posting, now);
      const closed = state === "closed" ? { reason: "expired" as const, at: posting.published?.until ?? now } : null;
      await tx.putPosting({
        ...posting,
        state,
        closed,
        revision: tx.revision,
        publicRevision: tx.revision,
        changedAt: now,
      });
      await tx.record(closed ? "posting.expired" : "posting.opened", code, {});
      moved += 1;
    }
    return moved;
  });
  await desk.mirror.catchUp();
  return value;
}

function isDue(posting: Posting, now: Instant): boolean {
  return posting.state !== "draft" && posting.state !== "closed" && stateAt(posting, now) !== posting.state;
}

/** When the next posting opens or expires; null where none is waiting. */
export function nextMove(desk: Pick<Desk, "mirror">): Instant | null {
  let next: Instant | null = null;
  for (const { posting } of desk.mirror.entries()) {
    if (posting.published === null || posting.state === "draft" || posting.state === "closed") continue;
    const at = posting.state === "scheduled" ? posting.published.from : posting.published.until;
    if (next === null || at < next) next = at;
  }
  return next;
}
