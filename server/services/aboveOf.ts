// Which owners stand above an owner, by its id. Called by the services of users and the route that lists them.
import type { Above } from "../domain/grant.ts";
import type { Owner } from "../domain/owner.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";

export function aboveOf(owners: Iterable<Owner>): Above {
  const above = new Map([...owners].map((owner) => [owner.id, ownersAbove(owner)]));
  return (on) => above.get(on) ?? [];
}
