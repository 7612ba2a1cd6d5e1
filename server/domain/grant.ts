// Who may give or take which right, and touch which account. Used by the services of users and by the desk, which hides what would be refused.
// [U4] An administrator of an office grants roles on that office and its desks, never a role of the network, nor `targeted` unless holding it there.
// [U5] Nobody changes their own rights, nor disables themselves.
// [U6] One enabled network administrator always remains.
// [U7] Password, sessions and standing of an account are touched only by who could grant every right it has: else an office could take over the network.
import type { OwnerId } from "./owner.ts";
import type { Grant, User } from "./user.ts";
import { isOfNetwork, may } from "./user.ts";

/** The owners above an owner: a desk's office. Empty for "*" and for what is not known. */
export type Above = (on: OwnerId | "*") => readonly OwnerId[];

/** [U4] */
export function mayGrant(actor: User, grant: Grant, above: Above): boolean {
  if (isOfNetwork(grant.role)) return grant.on === "*" && isNetworkAdministrator(actor);
  const within = above(grant.on);
  if (!may(actor, "administer", grant.on, within)) return false;
  // Holding `targeted` is what may() asks of anyone who would write there.
  return grant.role !== "targeted" || may(actor, "administer", grant.on, within, "targeted");
}

/** Whether the account itself (password, sessions, disabling) may be touched. [U5][U7] */
export function mayTouch(actor: User, user: User, above: Above): boolean {
  if (actor.login === user.login) return false;
  if (user.grants.length === 0) return isNetworkAdministrator(actor);
  return user.grants.every((grant) => mayGrant(actor, grant, above));
}

/** Whether the account may be seen in the list: it has a right where the actor administers. */
export function maySee(actor: User, user: User, above: Above): boolean {
  if (isNetworkAdministrator(actor)) return true;
  return user.grants.some(({ on }) => may(actor, "administer", on, above(on)));
}

/** What was given and what was taken between two lists of rights, each once. */
export function differenceOf(
  before: readonly Grant[],
  after: readonly Grant[],
): { readonly given: Grant[]; readonly taken: Grant[] } {
  const lacks = (grants: readonly Grant[]) => (grant: Grant) => !grants.some((other) => sameGrant(grant, other));
  return { given: after.filter(lacks(before)), taken: before.filter(lacks(after)) };
}

export function sameGrant(a: Grant, b: Grant): boolean {
  return a.role === b.role && a.on === b.on;
}

export function isNetworkAdministrator(user: User): boolean {
  return !user.disabled && user.grants.some(({ role, on }) => role === "networkAdministrator" && on === "*");
}

/** Whether the network would still have an administrator if `changed` replaced its like among `users`. [U6] */
export function keepsAdministrator(users: readonly User[], changed: User): boolean {
  return users.some((user) => isNetworkAdministrator(user.login === changed.login ? changed : user));
}
