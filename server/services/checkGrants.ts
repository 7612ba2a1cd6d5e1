// Whether rights may be given and taken by this person, and make sense: the owner exists, roles of the network stand on the network.
// Called by createUser and changeUser.
import type { Above } from "../domain/grant.ts";
import { mayGrant } from "../domain/grant.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Grant, User } from "../domain/user.ts";
import { isOfNetwork } from "../domain/user.ts";
import type { Writer } from "../store/store.ts";

/** Refuses invalidInput, and notAllowed for the first right out of reach. [U4][U8] */
export async function checkGrants(
  tx: Writer,
  asks: User,
  above: Above,
  given: readonly Grant[],
  taken: readonly Grant[],
): Promise<void> {
  for (const { role, on } of given) {
    if (isOfNetwork(role) && on !== "*") throw new Refusal("invalidInput", { field: "grants", problem: "networkRole" });
    if (on !== "*" && (await tx.owner(on)) === null)
      throw new Refusal("invalidInput", { field: "grants", problem: "unknownOwner" });
  }
  for (const grant of [...given, ...taken]) {
    if (!mayGrant(asks, grant, above))
      throw new Refusal("notAllowed", { problem: "grantOutOfReach", role: grant.role, on: grant.on });
  }
}

/** Each right once, in a fixed order, so that two lists of the same rights are alike. */
export function tidyGrants(grants: readonly Grant[]): Grant[] {
  const byKey = new Map(grants.map(({ role, on }) => [`${on} ${role}`, { role, on }]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, grant]) => grant);
}
