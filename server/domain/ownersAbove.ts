// Which owners stand above an owner, so that a grant on them covers it: a desk's office, an office's area. [U2]
// Called wherever a right is asked for.
import type { Owner, OwnerId } from "./owner.ts";

export function ownersAbove(owner: Owner | undefined | null): readonly OwnerId[] {
  if (owner?.kind !== "office") return [];
  return [owner.parent, owner.area].filter((above) => above !== null);
}
