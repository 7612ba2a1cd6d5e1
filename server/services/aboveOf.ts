// Which owners stand above an owner: a desk's office. Called by the services of users and the route that lists them.
import type { Above } from "../domain/grant.ts";
import type { Owner } from "../domain/owner.ts";

export function aboveOf(owners: Iterable<Owner>): Above {
  const parents = new Map<string, readonly string[]>();
  for (const owner of owners)
    if (owner.kind === "office" && owner.parent !== null) parents.set(owner.id, [owner.parent]);
  return (on) => parents.get(on) ?? [];
}
