// States an office's own facts: name, where it is, how to reach it, hours, closures. Its displays, pages and papers follow at once. Called by http/offices.
// [OF1] What stands in the log names only the facts that changed, before and after.
import { isDeepStrictEqual } from "node:util";
import type { Office, OwnerId } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { authorise } from "./changePosting.ts";

export type OfficeFacts = Pick<
  Office,
  "name" | "address" | "phones" | "email" | "website" | "opening" | "closures" | "defaultValidityDays" | "leaseHours"
>;

/** Refuses notFound, notAllowed, and invalidInput where a closure ends before it begins or hours are turned round. */
export async function saveOffice(desk: Desk, user: User, id: OwnerId, facts: OfficeFacts): Promise<Office> {
  if (facts.closures.some(({ from, to }) => to < from)) throw new Refusal("invalidInput", { field: "closures" });
  if (
    facts.opening.some(
      ({ from, to }) => (from === null) !== (to === null) || (from !== null && to !== null && to <= from),
    )
  )
    throw new Refusal("invalidInput", { field: "opening" });
  const { value } = await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const office = await tx.owner(id);
    if (office === null || office.kind !== "office") throw new Refusal("notFound", { what: "office", id });
    authorise(user, "administer", office);
    const changed = (Object.keys(facts) as (keyof OfficeFacts)[]).filter(
      (name) => !isDeepStrictEqual(office[name], facts[name]),
    );
    if (changed.length === 0) return office;
    const pick = (from: OfficeFacts) => Object.fromEntries(changed.map((name) => [name, from[name]]));
    const after: Office = { ...office, ...facts };
    await tx.putOwner(after);
    await tx.record("owner.saved", id, { before: pick(office), after: pick(after) });
    return after;
  });
  await desk.mirror.catchUp();
  return value;
}
