// Whether a user may read what belongs to an owner, as a test for lists. Called by exports, the morning page and the log.
import type { Owner } from "../domain/owner.ts";
import { ownersAbove } from "../domain/ownersAbove.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";

export function mayRead(user: User): (owner: Owner) => boolean {
  return (owner) => may(user, "read", owner.id, ownersAbove(owner));
}
