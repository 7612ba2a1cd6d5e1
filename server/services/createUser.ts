// Makes an account with its rights. Its first password is generated and returned once; an account of the gateway has none.
// Called by http/users and the command line.
import { hash } from "@node-rs/argon2";
import { isNetworkAdministrator } from "../domain/grant.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { CreateUserBody } from "../domain/userContract.ts";
import type { Account } from "../store/store.ts";
import { aboveOf } from "./aboveOf.ts";
import type { People } from "./changeAccount.ts";
import { asOfNow } from "./changeAccount.ts";
import { checkGrants, tidyGrants } from "./checkGrants.ts";
import { newPassword } from "./newPassword.ts";

/** `issuer`: the gateway's, or null where there is none. Refuses loginTaken, notAllowed, invalidInput. */
export async function createUser(
  { store, clock }: People,
  actor: User,
  { login, name, grants, way }: CreateUserBody,
  issuer: string | null,
): Promise<{ user: User; password: string | null }> {
  if (way === "gateway" && issuer === null) throw new Refusal("invalidInput", { field: "way", problem: "noGateway" });
  const password = way === "gateway" ? null : newPassword();
  const passwordHash = password === null ? null : await hash(password);
  const user: User = {
    login,
    name,
    grants: tidyGrants(grants),
    mustChangePassword: password !== null,
    disabled: false,
  };
  await store.write(actor.login, clock.now(), async (tx) => {
    const asks = await asOfNow(tx, actor);
    // Whoever has no right anywhere belongs to no office: only the network can look after them.
    if (user.grants.length === 0 && !isNetworkAdministrator(asks))
      throw new Refusal("invalidInput", { field: "grants", problem: "noGrants" });
    await checkGrants(tx, asks, aboveOf(await tx.owners()), user.grants, []);
    if ((await tx.account(login)) !== null) throw new Refusal("loginTaken", { login });
    const account: Account =
      way === "gateway" && issuer !== null
        ? { user, passwordHash, gateway: { issuer, subject: null } }
        : { user, passwordHash };
    await tx.putAccount(account);
    await tx.record("user.created", login, { name, grants: user.grants, way });
  });
  return { user, password };
}
