// Ends sessions: all of a person (by who may touch the account), or one's own. Called by http/users and http/ownSessions.

import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { People } from "./changeAccount.ts";
import { changeAccount } from "./changeAccount.ts";

/** Refuses notAllowed. [U5][U7] */
export async function revokeSessions(people: People, actor: User, login: string): Promise<void> {
  await changeAccount(people, actor, login, true, (before) => ({
    account: before,
    facts: { sessionsEnded: true },
    endSessions: true,
  }));
}

/** One session of one's own, or with null every one but the current. Refuses notFound. */
export async function revokeOwnSessions(
  { store, clock }: People,
  user: User,
  current: string,
  id: string | null,
): Promise<void> {
  const ids = (await store.side.sessionsOf(user.login)).map((session) => session.id);
  const ending = id === null ? ids.filter((other) => other !== current) : ids.filter((other) => other === id);
  if (id !== null && ending.length === 0) throw new Refusal("notFound", { what: "session" });
  for (const one of ending) await store.side.removeSession(one);
  if (ending.length > 0)
    await store.write(user.login, clock.now(), (tx) =>
      tx.record("user.changed", user.login, { sessionsEnded: ending.length }),
    );
}
