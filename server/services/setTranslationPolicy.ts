// Changes what the network lets the public see of its translations. Called by http/translations.

import { Refusal } from "../domain/refusal.ts";
import type { TranslationPolicy } from "../domain/translation.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Desk } from "./changePosting.ts";
import { POLICY_KEY } from "./translationPolicy.ts";

/** Refuses notAllowed. Every board starts anew with it: other words are shown at once. */
export async function setTranslationPolicy(desk: Desk, user: User, policy: TranslationPolicy): Promise<void> {
  if (!may(user, "administerNetwork", "*")) throw new Refusal("notAllowed", { action: "administerNetwork", on: "*" });
  await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    await tx.putSetting(POLICY_KEY, JSON.stringify(policy));
    await tx.record("policy.set", "translations", { ...policy });
  });
  await desk.mirror.catchUp();
}
