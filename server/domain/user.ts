// Staff accounts and what they may do. Rights are granted per office (or "*": every office); nothing is allowed that no grant allows.
// [U1] Deny by default. [U2] A grant on an office covers its desks, one on an area its offices. [U3] Postings of section `targeted` need the grant `targeted` besides.
// [U8] Roles of the network count only where they are granted on "*". Who may grant what: grant.ts.
// Used by services (who decide), http (which asks) and the desk (which hides what would be refused).
import type { OwnerId } from "./owner.ts";
import type { Section } from "./section.ts";

export const ROLES = [
  "reader",
  "author",
  "translator",
  "publisher",
  "administrator",
  "networkEditor",
  "networkAdministrator",
  "targeted",
] as const;
export type Role = (typeof ROLES)[number];

export interface Grant {
  readonly role: Role;
  /** An owner's id, or "*" for all. */
  readonly on: OwnerId | "*";
}

/** Of the account every new house begins with, as stored; until somebody gives it a name the desk says it in the reader's language. */
export const FIRST_USER_NAME = "Amministrazione di rete";

export interface User {
  readonly login: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** True until the generated first password has been replaced. */
  readonly mustChangePassword: boolean;
  readonly disabled: boolean;
}

export const ACTIONS = ["read", "write", "translate", "publish", "administer", "urgent", "administerNetwork"] as const;
export type Action = (typeof ACTIONS)[number];

const ALLOWS: Readonly<Record<Role, readonly Action[]>> = {
  reader: ["read"],
  author: ["read", "write"],
  translator: ["read", "translate"],
  publisher: ["read", "write", "translate", "publish"],
  administrator: ["read", "write", "translate", "publish", "administer"],
  networkEditor: ["read", "urgent"],
  networkAdministrator: ["read", "write", "translate", "publish", "administer", "urgent", "administerNetwork"],
  targeted: [],
};

/** Whether a user may do something to what belongs to `on`. `within` are the owners above it (a desk's office). [U1][U2][U3] */
export function may(
  user: User,
  action: Action,
  on: OwnerId,
  within: readonly OwnerId[] = [],
  section?: Section,
): boolean {
  if (user.disabled) return false;
  const reaches = (grant: Grant) =>
    grant.on === "*" || (!isOfNetwork(grant.role) && (grant.on === on || within.includes(grant.on)));
  if (!user.grants.some((grant) => ALLOWS[grant.role].includes(action) && reaches(grant))) return false;
  if (section !== "targeted" || action === "read") return true;
  return user.grants.some(
    (grant) => (grant.role === "targeted" || grant.role === "networkAdministrator") && reaches(grant),
  );
}

/** Whether a user may do something anywhere at all; for menus and lists. */
export function mayAnywhere(user: User, action: Action): boolean {
  const counts = (grant: Grant) => grant.on === "*" || !isOfNetwork(grant.role);
  return !user.disabled && user.grants.some((grant) => counts(grant) && ALLOWS[grant.role].includes(action));
}

/** Roles that mean nothing on a single office. [U8] */
export function isOfNetwork(role: Role): boolean {
  return role === "networkEditor" || role === "networkAdministrator";
}
