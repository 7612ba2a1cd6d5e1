// Sign-in of someone the body's gateway vouches for (OpenID Connect). Called by http/gateway after the tokens have been verified.
// [G1] Only accounts handed to this gateway: a name chosen there never opens an account that has a password here.
// [G2] The first sign-in ties the account to the gateway's lasting subject; the name alone, given to someone else later, opens nothing.
// [G3] Nobody is let in who has no account, unless groups are mapped to rights; then the gateway's groups are the rights, at each sign-in.

import { differenceOf, keepsAdministrator } from "../domain/grant.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Grant, User } from "../domain/user.ts";
import { LOGIN } from "../domain/userContract.ts";
import type { Account, Store, Writer } from "../store/store.ts";
import { tidyGrants } from "./checkGrants.ts";
import type { Clock } from "./clock.ts";
import { startSession } from "./startSession.ts";

export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  /** The verified claim that names the account; null where it is missing or not verified. */
  readonly login: string | null;
  readonly name: string | null;
  /** Rights by the person's groups; null where groups are not mapped. */
  readonly grants: readonly Grant[] | null;
}

/** Refuses gatewayRefused, lastAdministrator. */
export async function signInByGateway(
  needs: { store: Store; clock: Clock },
  person: Vouched,
): Promise<{ token: string; user: User }> {
  const { store, clock } = needs;
  const login = person.login?.toLowerCase() ?? "";
  if (!LOGIN.test(login)) throw new Refusal("gatewayRefused", { problem: "gatewayNameless" });
  const { value } = await store.write("system:gateway", clock.now(), async (tx) => {
    const before = await tx.account(login);
    const account = before === null ? await admit(tx, login, person) : await recognise(tx, before, person);
    return {
      user: account.user,
      shrunk: before !== null && differenceOf(before.user.grants, account.user.grants).taken.length > 0,
    };
  });
  if (value.shrunk) await store.side.removeSessionsOf(login);
  return startSession(needs, value.user, { way: "gateway" });
}

/** [G3] */
async function admit(tx: Writer, login: string, { issuer, subject, name, grants }: Vouched): Promise<Account> {
  if (grants === null || grants.length === 0) throw new Refusal("gatewayRefused", { problem: "gatewayUnknown", login });
  const user: User = {
    login,
    name: name ?? login,
    grants: tidyGrants(grants),
    mustChangePassword: false,
    disabled: false,
  };
  const account: Account = { user, passwordHash: null, gateway: { issuer, subject } };
  await tx.putAccount(account);
  await tx.record("user.created", login, { name: user.name, grants: user.grants, way: "gateway" });
  return account;
}

/** [G1][G2][G3] */
async function recognise(tx: Writer, before: Account, { issuer, subject, grants }: Vouched): Promise<Account> {
  const { user, gateway } = before;
  const same = gateway?.issuer === issuer && (gateway.subject === null || gateway.subject === subject);
  if (!same || user.disabled) throw new Refusal("gatewayRefused", { problem: "gatewayUnknown", login: user.login });
  const after = grants === null ? user.grants : tidyGrants(grants);
  if (grants !== null && after.length === 0) throw new Refusal("gatewayRefused", { problem: "gatewayNoRights" });
  const account: Account = { ...before, user: { ...user, grants: after }, gateway: { issuer, subject } };
  const { given, taken } = differenceOf(user.grants, after);
  const changed = given.length + taken.length > 0;
  if (!changed && gateway.subject === subject) return account;
  if (
    !keepsAdministrator(
      (await tx.accounts()).map((one) => one.user),
      account.user,
    )
  )
    throw new Refusal("lastAdministrator");
  await tx.putAccount(account);
  const facts = changed ? { before: { grants: user.grants }, after: { grants: after } } : {};
  await tx.record("user.changed", user.login, {
    ...facts,
    ...(gateway.subject === subject ? {} : { tiedToGateway: true }),
  });
  return account;
}
