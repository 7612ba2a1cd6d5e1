// Changes a person's name and rights. Where rights shrink, their sessions end. Called by http/users.

import { differenceOf, isNetworkAdministrator, mayTouch } from "../domain/grant.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { ChangeUserBody } from "../domain/userContract.ts";
import type { People } from "./changeAccount.ts";
import { changeAccount } from "./changeAccount.ts";
import { checkGrants, tidyGrants } from "./checkGrants.ts";

/** Refuses changedMeanwhile where the account is no longer as the editor saw it; notAllowed [U4][U5]; lastAdministrator [U6]. */
export async function changeUser(
  people: People,
  actor: User,
  login: string,
  { name, grants, expected }: ChangeUserBody,
): Promise<User> {
  const wanted = tidyGrants(grants);
  const { user } = await changeAccount(people, actor, login, false, async (before, asks, above, tx) => {
    const seen = differenceOf(before.user.grants, expected.grants);
    if (before.user.name !== expected.name || seen.given.length + seen.taken.length > 0) {
      const last = (await tx.recentEvents(20, login)).find(
        ({ verb }) => verb === "user.changed" || verb === "user.created",
      );
      throw new Refusal("changedMeanwhile", { problem: "userChanged", by: last?.actor ?? "" });
    }
    const { given, taken } = differenceOf(before.user.grants, wanted);
    const own = asks.login === login;
    if (own && given.length + taken.length > 0) throw new Refusal("notAllowed", { problem: "ownRights" });
    if (wanted.length === 0 && !isNetworkAdministrator(asks))
      throw new Refusal("invalidInput", { field: "grants", problem: "noGrants" });
    if (name !== before.user.name && !own && !mayTouch(asks, before.user, above))
      throw new Refusal("notAllowed", { problem: "notYourAccount" });
    await checkGrants(tx, asks, above, given, taken);
    const account = { ...before, user: { ...before.user, name, grants: wanted } };
    return {
      account,
      facts: { before: { name: before.user.name, grants: before.user.grants }, after: { name, grants: wanted } },
    };
  });
  return user;
}
