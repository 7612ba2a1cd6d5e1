// Shows what the memory holds and takes an entry out of it, telling where it was used. The postings' own texts stay. Called by http/glossary.

import type { MemoryListAnswer } from "../domain/httpTranslation.ts";
import type { MemoryUse } from "../domain/memory.ts";
import { Refusal } from "../domain/refusal.ts";
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
    await tx.record("memory.removed", id, { from: entry.from, to: entry.to, uses: uses.length });
    return uses;
  });
  return value;
}
