// The way out of the demonstration: its postings, their versions and translations are gone from every board; codes stay taken, offices stay.
// Called by http/demonstration and the command line.

import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import { mayAnywhere } from "../domain/user.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import type { Mirror } from "./mirror.ts";

export interface RemoveNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly mirror?: Pick<Mirror, "catchUp">;
}

/** Returns how many postings went. Refuses notAllowed. A second call changes nothing. */
export async function removeDemonstration({ store, clock, mirror }: RemoveNeeds, user: User): Promise<number> {
  if (!mayAnywhere(user, "administerNetwork")) throw new Refusal("notAllowed", { action: "administerNetwork" });
  const { value } = await store.write(user.login, clock.now(), async (tx) => {
    if ((await tx.setting("demonstration")) !== "1") return 0;
    const removed = await tx.removeDemonstration();
    for (const owner of await tx.owners()) {
      if (owner.kind !== "office" || !owner.demonstration) continue;
      // The offices are real; from here on they are somebody's own.
      await tx.putOwner({ ...owner, demonstration: false });
      await tx.record("owner.saved", owner.id, { demonstration: false });
    }
    await tx.putSetting("demonstration", "0");
    await tx.record("demonstration.removed", "demonstration", { postings: removed });
    return removed;
  });
  await mirror?.catchUp();
  return value;
}
