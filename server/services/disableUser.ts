// Closes an account, keeping its name in the log, or opens it again. Called by http/users and the command line.

import type { User } from "../domain/user.ts";
import type { People } from "./changeAccount.ts";
import { changeAccount } from "./changeAccount.ts";

/** Ends the user's sessions. Refuses notAllowed [U5][U7], lastAdministrator [U6]. */
export function disableUser(people: People, actor: User, login: string): Promise<User> {
  return setDisabled(people, actor, login, true);
}

export function enableUser(people: People, actor: User, login: string): Promise<User> {
  return setDisabled(people, actor, login, false);
}

async function setDisabled(people: People, actor: User, login: string, disabled: boolean): Promise<User> {
  const { user } = await changeAccount(people, actor, login, true, (before) => ({
    account: { ...before, user: { ...before.user, disabled } },
    facts: { before: { disabled: before.user.disabled }, after: { disabled } },
  }));
  return user;
}
