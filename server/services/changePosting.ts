// The one way a posting's record changes: load inside the transaction, compare the expected revision, check the right, write, record.
// Two editors therefore cannot overwrite each other. Called by the services named by a verb.

import type { Code } from "../domain/code.ts";
import type { Verb } from "../domain/event.ts";
import type { Owner, OwnerId } from "../domain/owner.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import type { Posting, Revision } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Section } from "../domain/section.ts";
import type { Instant } from "../domain/time.ts";
import type { Action, User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Store, Writer } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Mirror } from "./mirror.ts";

export interface Desk {
  readonly store: Store;
  readonly mirror: Mirror;
  readonly clock: Clock;
}

export interface Changed {
  readonly posting: Posting;
  readonly verb: Verb;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Refuses unknownCode, notAllowed, changedMeanwhile; what `change` refuses goes through. Resolves when the mirror has it too. */
export async function changePosting(
  desk: Desk,
  user: User,
  code: Code,
  expected: Revision,
  action: Action,
  change: (before: Posting, tx: Writer, now: Instant, owner: Owner) => Promise<Changed>,
): Promise<Posting> {
  const now = desk.clock.now();
  const { value } = await desk.store.write(user.login, now, async (tx) => {
    const before = await tx.posting(code);
    if (before === null) throw new Refusal("unknownCode", { code });
    const owner = await ownerOf(tx, before.owner);
    // What hangs and what would replace it: neither may be of a section the user has no right to.
    for (const content of [before.published?.content, before.working])
      if (content != null) authorise(user, action, owner, content.section);
    if (before.revision !== expected) {
      const last = (await tx.recentEvents(1, code))[0];
      throw new Refusal("changedMeanwhile", { code, by: last?.actor ?? "", at: before.changedAt });
    }
    const { posting, verb, facts } = await change(before, tx, now, owner);
    const after: Posting = { ...posting, revision: tx.revision, changedAt: now };
    await tx.putPosting(after);
    await tx.record(verb, code, facts);
    return after;
  });
  await desk.mirror.catchUp();
  return value;
}

/** Refuses notFound where a posting's owner is gone. */
export async function ownerOf(tx: Pick<Writer, "owner">, id: OwnerId): Promise<Owner> {
  const owner = await tx.owner(id);
  if (owner === null) throw new Refusal("notFound", { what: "owner", id });
  return owner;
}

/** Refuses notAllowed. */
export function authorise(user: User, action: Action, owner: Owner, section?: Section): void {
  const within = ownersAbove(owner);
  if (!may(user, action, owner.id, within, section)) throw new Refusal("notAllowed", { action, on: owner.name });
}
