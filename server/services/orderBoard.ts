// Puts an office's board in the order staff gave it; its displays and bulletins follow at once. Called by http/offices. [BO1]
import { isDeepStrictEqual } from "node:util";
import type { Code } from "../domain/code.ts";
import type { Office, OwnerId } from "../domain/owner.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { authorise } from "./changePosting.ts";

/** Refuses notFound, notAllowed, and changedMeanwhile where a colleague has moved something since `expected` was read. */
export async function orderBoard(
  desk: Desk,
  user: User,
  id: OwnerId,
  { order, expected }: { readonly order: readonly Code[]; readonly expected: readonly Code[] },
): Promise<Office> {
  const { value } = await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const office = await tx.owner(id);
    if (office === null || office.kind !== "office") throw new Refusal("notFound", { what: "office", id });
    authorise(user, "publish", office);
    const before = office.order ?? [];
    if (!isDeepStrictEqual(before, expected)) throw new Refusal("changedMeanwhile", { problem: "boardOrdered" });
    const after: Office = { ...office, order: [...new Set(order)] };
    await tx.putOwner(after);
    await tx.record("owner.saved", id, { before: { order: before }, after: { order: after.order } });
    return after;
  });
  await desk.mirror.catchUp();
  return value;
}
