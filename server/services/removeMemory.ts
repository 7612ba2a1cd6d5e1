// Shows what the memory holds and takes an entry out of it, telling where it was used, or puts it back. The postings' own texts stay. Called by http/glossary.

import type { MemoryListAnswer } from "../domain/httpTranslation.ts";
import type { MemoryEntry, MemoryUse } from "../domain/memory.ts";
import { Refusal } from "../domain/refusal.ts";
import { TAKEN_BACK_WITHIN } from "../domain/takenBack.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Store } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";

const LISTED = 50;

export async function listMemory(
  { store }: { readonly store: Pick<Store, "language"> },
  text: string,
  locale: string | null,
): Promise<MemoryListAnswer> {
  const held = await store.language.memoryHolding(text, locale, LISTED);
  const entries = held.map(({ entry: { id, from, to, source, target, reviewer, at }, uses }) => ({
    id,
    from,
    to,
    source,
    target,
    reviewer,
    at,
    uses,
  }));
  return { entries, total: await store.language.memorySize() };
}

/** Refuses notFound, notAllowed: the memory is the network's. */
export async function removeMemory(desk: Desk, user: User, id: string): Promise<MemoryUse[]> {
  if (!may(user, "translate", "*")) throw new Refusal("notAllowed", { action: "translate", on: "*" });
  const { value } = await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const entry = await tx.language.memoryEntry(id);
    if (entry === null) throw new Refusal("notFound", { what: "memory", id });
    const uses = await tx.language.memoryUses(id);
    await tx.language.removeMemory(id);
    // Whole, so that the log says what was there, and gives it back.
    await tx.record("memory.removed", id, { entry, uses });
    return uses;
  });
  return value;
}

/** Puts back what was removed within the last minute, from the log; later its uses may be others. Refuses notFound, notAllowed. */
export async function putMemoryBack(desk: Desk, user: User, id: string): Promise<void> {
  if (!may(user, "translate", "*")) throw new Refusal("notAllowed", { action: "translate", on: "*" });
  const now = desk.clock.now();
  await desk.store.write(user.login, now, async (tx) => {
    const [removal] = (await tx.recentEvents(1, id)).filter(
      ({ verb, at }) => verb === "memory.removed" && now - at <= TAKEN_BACK_WITHIN,
    );
    const { entry, uses } = (removal?.facts ?? {}) as { entry?: MemoryEntry; uses?: readonly MemoryUse[] };
    if (entry === undefined || uses === undefined || (await tx.language.memoryEntry(id)) !== null)
      throw new Refusal("notFound", { what: "memory", id });
    for (const use of uses.length === 0 ? [null] : uses) await tx.language.putMemory(entry, use);
    await tx.record("memory.restored", id, { from: entry.from, to: entry.to });
  });
}
