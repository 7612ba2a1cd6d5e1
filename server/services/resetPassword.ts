// Gives an account a new generated password, returned once and changed at the next sign-in, or hands it to the body's gateway instead.
// Both take away the second factor: this is also the way back for who lost the phone and the recovery codes. Called by http/users and the command line.
import { hash } from "@node-rs/argon2";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { SignInWay } from "../domain/userContract.ts";
import type { Account } from "../store/store.ts";
import type { People } from "./changeAccount.ts";
import { changeAccount } from "./changeAccount.ts";
import { newPassword } from "./newPassword.ts";

/** Ends the user's sessions. Refuses notAllowed. [U5][U7] */
export async function resetPassword(
  people: People,
  actor: User,
  login: string,
): Promise<{ user: User; password: string }> {
  const password = newPassword();
  const passwordHash = await hash(password);
  const { user } = await changeAccount(people, actor, login, true, (before) => ({
    account: { user: { ...before.user, mustChangePassword: true }, passwordHash },
    facts: { passwordReset: true, before: waysOf(before), after: { way: "password", secondFactor: false } },
    endSessions: true,
  }));
  return { user, password };
}

/** From now on the gateway vouches for the person; the password is gone. Ends the user's sessions. */
export async function handToGateway(people: People, actor: User, login: string, issuer: string | null): Promise<User> {
  if (issuer === null) throw new Refusal("invalidInput", { field: "way", problem: "noGateway" });
  const { user } = await changeAccount(people, actor, login, true, (before) => ({
    account: {
      user: { ...before.user, mustChangePassword: false },
      passwordHash: null,
      gateway: { issuer, subject: null },
    },
    facts: { before: waysOf(before), after: { way: "gateway", secondFactor: false } },
    endSessions: true,
  }));
  return user;
}

export function wayOf(account: Account): SignInWay {
  return account.gateway === undefined ? "password" : "gateway";
}

function waysOf(account: Account): { way: SignInWay; secondFactor: boolean } {
  return { way: wayOf(account), secondFactor: account.secondFactor?.confirmed === true };
}
