// Sign in with a local account, change one's password, the first account. Passwords are Argon2id.
// [A2] Wrong login and wrong password cost the same time and get the same answer. [A3] Changing a password ends all other sessions.
// Called by http/session and main. Sessions themselves: startSession.ts.

import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "../domain/refusal.ts";
import { FIRST_USER_NAME, type User } from "../domain/user.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { newPassword } from "./newPassword.ts";
import type { FactorNeeds } from "./secondFactor.ts";
import { passSecondFactor } from "./secondFactor.ts";
import { startSession } from "./startSession.ts";

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
}

/** Returns the token for the cookie, to be kept nowhere else. Refuses wrongCredentials [A2], then secondFactorRequired and wrongCode. */
export async function signIn(
  needs: FactorNeeds,
  login: string,
  password: string,
  code?: string,
): Promise<{ token: string; user: User }> {
  const account = await needs.store.account(login.toLowerCase());
  const right = await verify(account?.passwordHash ?? (await nobody), password);
  if (account === null || account.passwordHash === null || account.user.disabled || !right)
    throw new Refusal("wrongCredentials");
  const asked = account.secondFactor?.confirmed === true;
  if (asked) await passSecondFactor(needs, account.user, code);
  return startSession(needs, account.user, { way: "password", secondFactor: asked });
}

/** Refuses wrongCredentials and invalidInput (a password equal to the login or to the old one). [A3] */
export async function changePassword(
  { store, clock }: Needs,
  user: User,
  current: string,
  next: string,
): Promise<{ token: string; user: User }> {
  const known = await store.account(user.login);
  if (known?.passwordHash == null || !(await verify(known.passwordHash, current)))
    throw new Refusal("wrongCredentials");
  if (next === current || next.toLowerCase() === user.login)
    throw new Refusal("invalidInput", { field: "next", problem: "samePassword" });
  const passwordHash = await hash(next);
  const { value } = await store.write(user.login, clock.now(), async (tx) => {
    // Read again: an administrator may have disabled or reset the account while the new password was being hashed.
    const account = await tx.account(user.login);
    if (account === null || account.user.disabled || account.passwordHash !== known.passwordHash)
      throw new Refusal("wrongCredentials");
    const changed = { ...account.user, mustChangePassword: false };
    await tx.putAccount({ ...account, user: changed, passwordHash });
    await tx.record("user.changed", user.login, { password: true });
    return changed;
  });
  await store.side.removeSessionsOf(user.login);
  return startSession({ store, clock }, value, null);
}

/** First account of an empty store. Returns the generated password, or null where one was given. */
export async function firstAdministrator(
  { store, clock }: Needs,
  given: string | null,
): Promise<{ login: string; generated: string | null } | null> {
  if ((await store.accounts()).length > 0) return null;
  const password = given ?? newPassword();
  const user: User = {
    login: "admin",
    name: FIRST_USER_NAME,
    grants: [{ role: "networkAdministrator", on: "*" }],
    mustChangePassword: given === null,
    disabled: false,
  };
  const passwordHash = await hash(password);
  await store.write("system:start", clock.now(), async (tx) => {
    await tx.putAccount({ user, passwordHash });
    await tx.record("user.created", user.login, { grants: user.grants });
  });
  return { login: user.login, generated: given === null ? password : null };
}

/** A hash to compare with where there is no such login. [A2] */
const nobody = hash(randomBytes(16).toString("hex"));
