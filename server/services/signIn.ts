// Local accounts: sign in, change the password, sign out. Passwords are Argon2id; a session's token lives only in the cookie, its SHA-256 in the store.
// [A2] Wrong login and wrong password cost the same time and get the same answer. [A3] Changing a password ends all other sessions.
// Called by http/session and cli.
import { hash, verify } from "@node-rs/argon2";
import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { Session, Store } from "../store/store.ts";
import type { User } from "../domain/user.ts";
import { Refusal } from "../domain/refusal.ts";

/** A session ends after this long, used or not. */
export const SESSION_LASTS = 12 * 3600_000;

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
}

/** Returns the token for the cookie, to be kept nowhere else. Refuses wrongCredentials. [A2] */
export async function signIn({ store, clock }: Needs, login: string, password: string): Promise<{ token: string; user: User }> {
  const account = await store.account(login.toLowerCase());
  const right = await verify(account?.passwordHash ?? (await nobody), password);
  if (account === null || account.user.disabled || !right) throw new Refusal("wrongCredentials");
  const now = clock.now();
  const token = randomBytes(32).toString("base64url");
  await store.side.putSession({ id: sessionId(token), login: account.user.login, createdAt: now, seenAt: now, expires: now + SESSION_LASTS });
  await store.side.removeExpiredSessions(now);
  return { token, user: account.user };
}

/** The user a token stands for, or null. */
export async function userOf({ store, clock }: Needs, token: string): Promise<{ user: User; session: Session } | null> {
  const session = await store.side.session(sessionId(token));
  if (session === null || session.expires <= clock.now()) return null;
  const account = await store.account(session.login);
  return account === null || account.user.disabled ? null : { user: account.user, session };
}

export async function signOut({ store }: Needs, token: string): Promise<void> {
  await store.side.removeSession(sessionId(token));
}

/** Refuses wrongCredentials and invalidInput (a password equal to the login or to the old one). [A3] */
export async function changePassword(needs: Needs, user: User, current: string, next: string): Promise<{ token: string; user: User }> {
  const { store, clock } = needs;
  const account = await store.account(user.login);
  if (account === null || !(await verify(account.passwordHash, current))) throw new Refusal("wrongCredentials");
  if (next === current || next.toLowerCase() === user.login) throw new Refusal("invalidInput", { field: "next", problem: "samePassword" });
  const passwordHash = await hash(next);
  const changed = { ...account.user, mustChangePassword: false };
  await store.write(user.login, clock.now(), async (tx) => {
    await tx.putAccount({ user: changed, passwordHash });
    await tx.record("user.changed", user.login, { password: true });
  });
  await store.side.removeSessionsOf(user.login);
  return signIn(needs, user.login, next);
}

/** First account of an empty store. Returns the generated password, or null where one was given. */
export async function firstAdministrator({ store, clock }: Needs, given: string | null): Promise<{ login: string; generated: string | null } | null> {
  if ((await store.accounts()).length > 0) return null;
  const password = given ?? randomBytes(12).toString("base64url");
  const user: User = {
    login: "admin",
    name: "Amministrazione di rete",
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

function sessionId(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A hash to compare with where there is no such login. [A2] */
const nobody = hash(randomBytes(16).toString("hex"));
