// The one way somebody else's account changes: load inside the transaction, ask who acts as they stand now, apply the rules of
// domain/grant.ts, write, record before and after, end the sessions where rights shrink. Called by the services of users named by a verb.

import type { Above } from "../domain/grant.ts";
import { differenceOf, keepsAdministrator, maySee, mayTouch } from "../domain/grant.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import { mayAnywhere } from "../domain/user.ts";
import type { Account, Store, Writer } from "../store/store.ts";
import { aboveOf } from "./aboveOf.ts";
import type { Clock } from "./clock.ts";

export interface People {
  readonly store: Store;
  readonly clock: Clock;
}

export interface AccountChange {
  readonly account: Account;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Ends the user's sessions even where no right was taken: a new password, a new way to sign in. */
  readonly endSessions?: boolean;
}

/** Refuses notFound, notAllowed [U5][U7] where `touches`, lastAdministrator [U6]; what `change` refuses goes through. */
export async function changeAccount(
  { store, clock }: People,
  actor: User,
  login: string,
  touches: boolean,
  change: (before: Account, asks: User, above: Above, tx: Writer) => AccountChange | Promise<AccountChange>,
): Promise<Account> {
  const { value } = await store.write(actor.login, clock.now(), async (tx) => {
    const asks = await asOfNow(tx, actor);
    const above = aboveOf(await tx.owners());
    const before = await tx.account(login);
    if (before === null || !maySee(asks, before.user, above))
      throw new Refusal("notFound", { what: "user", id: login });
    if (touches && !mayTouch(asks, before.user, above)) throw new Refusal("notAllowed", { problem: "notYourAccount" });
    const { account, facts, endSessions = false } = await change(before, asks, above, tx);
    const users = (await tx.accounts()).map(({ user }) => user);
    if (!keepsAdministrator(users, account.user)) throw new Refusal("lastAdministrator");
    await tx.putAccount(account);
    await tx.record("user.changed", login, facts);
    return { account, ends: endSessions || shrinks(before.user, account.user) };
  });
  if (value.ends) await store.side.removeSessionsOf(login);
  return value.account;
}

/** The acting user as the store knows them at this moment; parts of the system act as they are. Refuses notAllowed. [U1] */
export async function asOfNow(tx: Writer, actor: User): Promise<User> {
  const asks = actor.login.startsWith("system:") ? actor : ((await tx.account(actor.login))?.user ?? null);
  if (asks === null || !mayAnywhere(asks, "administer"))
    throw new Refusal("notAllowed", { action: "administer", on: "*" });
  return asks;
}

function shrinks(before: User, after: User): boolean {
  return (after.disabled && !before.disabled) || differenceOf(before.grants, after.grants).taken.length > 0;
}
