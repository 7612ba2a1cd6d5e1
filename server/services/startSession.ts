// Sessions of staff: begun at sign-in, looked up at each request, ended. The token lives only in the cookie, its SHA-256 in the store.
// [A4] Every sign-in gets a new token; none handed in is ever taken over. [A5] A session ends after twelve hours, or two hours unused.
// Called by the ways to sign in, http/mountRoutes and sockets/staff.
import { createHash, randomBytes } from "node:crypto";
import type { User } from "../domain/user.ts";
import type { Session, Store } from "../store/store.ts";
import type { Clock } from "./clock.ts";

/** A session ends after this long, used or not. */
export const SESSION_LASTS = 12 * 3600_000;
/** Or when nobody used it for this long. */
export const SESSION_IDLE = 2 * 3600_000;
/** Its use is noted no more often than this. */
const NOTED = 60_000;

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
}

export interface SignedIn {
  readonly user: User;
  readonly session: Session;
}

/** `facts` of the sign-in for the log; null where it only goes on after a change of password. [A4] */
export async function startSession(
  { store, clock }: Needs,
  user: User,
  facts: Readonly<Record<string, unknown>> | null,
): Promise<{ token: string; user: User }> {
  const now = clock.now();
  const token = randomBytes(32).toString("base64url");
  await store.side.putSession({
    id: sessionId(token),
    login: user.login,
    createdAt: now,
    seenAt: now,
    expires: now + SESSION_LASTS,
  });
  await store.side.removeExpiredSessions(now);
  if (facts !== null) await store.write(user.login, now, (tx) => tx.record("user.signedIn", user.login, facts));
  return { token, user };
}

/** Who a token stands for, or null; notes that it was used. [A5] */
export async function userOf(needs: Needs, token: string): Promise<SignedIn | null> {
  const id = sessionId(token);
  const found = await userOfSession(needs, id);
  const now = needs.clock.now();
  if (found !== null && now - found.session.seenAt > NOTED) await needs.store.side.touchSession(id, now);
  return found;
}

/** Who a session belongs to, or null where it has ended; its use is not noted, so an open page alone does not keep it. */
export async function userOfSession({ store, clock }: Needs, id: string): Promise<SignedIn | null> {
  const session = await store.side.session(id);
  if (session === null || !isAlive(session, clock.now())) return null;
  const account = await store.account(session.login);
  return account === null || account.user.disabled ? null : { user: account.user, session };
}

export function isAlive(session: Session, now: number): boolean {
  return now < session.expires && now - session.seenAt < SESSION_IDLE;
}

/** Ends the session of a token, if it is one. */
export async function signOut({ store, clock }: Needs, token: string): Promise<void> {
  const session = await store.side.session(sessionId(token));
  if (session === null) return;
  await store.side.removeSession(session.id);
  await store.write(session.login, clock.now(), (tx) => tx.record("user.signedOut", session.login));
}

export function sessionId(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
