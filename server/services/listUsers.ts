// The people an administrator may see, with how they sign in and whether they are here now. Called by http/users.

import { maySee, mayTouch } from "../domain/grant.ts";
import type { Owner } from "../domain/owner.ts";
import type { User } from "../domain/user.ts";
import type { UserLine } from "../domain/userContract.ts";
import { aboveOf } from "./aboveOf.ts";
import type { People } from "./changeAccount.ts";
import { wayOf } from "./resetPassword.ts";
import { isAlive } from "./startSession.ts";

export async function listUsers({ store, clock }: People, actor: User, owners: Iterable<Owner>): Promise<UserLine[]> {
  const above = aboveOf(owners);
  const now = clock.now();
  const lines: UserLine[] = [];
  for (const account of await store.accounts()) {
    const { user } = account;
    if (!maySee(actor, user, above)) continue;
    const sessions = (await store.side.sessionsOf(user.login)).filter((session) => isAlive(session, now));
    lines.push({
      user,
      way: wayOf(account),
      secondFactor: account.secondFactor?.confirmed === true,
      sessions: sessions.length,
      seenAt: sessions[0]?.seenAt ?? null,
      touchable: mayTouch(actor, user, above),
    });
  }
  return lines;
}
