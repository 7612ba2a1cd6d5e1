// States what a visit to an office needs to know: entrances, days of the mediator, where to book. Called by http/site.

import { changesOf } from "../domain/changesOf.ts";
import type { Office, OwnerId, Visit } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { authorise } from "./changePosting.ts";

/** Refuses notFound, notAllowed. */
export async function saveVisit(desk: Desk, user: User, id: OwnerId, visit: Visit): Promise<Office> {
  const { value } = await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const office = await tx.owner(id);
    if (office === null || office.kind !== "office") throw new Refusal("notFound", { what: "office", id });
    authorise(user, "administer", office);
    const after: Office = { ...office, visit };
    await tx.putOwner(after);
    await tx.record("owner.saved", id, changesOf(office.visit, visit));
    return after;
  });
  await desk.mirror.catchUp();
  return value;
}
