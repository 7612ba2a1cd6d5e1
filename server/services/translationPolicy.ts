// What the network lets the public see of its translations, kept as one setting. Read by the mirror, changed by http/translationSettings.

import { Refusal } from "../domain/refusal.ts";
import type { TranslationPolicy } from "../domain/translation.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Reader } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";

const KEY = "translationPolicy";

/** `usual` where nothing was set, or what was set cannot be read. */
export async function policyIn(reader: Pick<Reader, "setting">, usual: TranslationPolicy): Promise<TranslationPolicy> {
  const text = await reader.setting(KEY);
  if (text === null) return usual;
  try {
    const set = JSON.parse(text) as Partial<TranslationPolicy>;
    return {
      showMachine: set.showMachine ?? usual.showMachine,
      showStale: set.showStale ?? usual.showStale,
      fourEyes: set.fourEyes ?? usual.fourEyes,
    };
  } catch {
    return usual;
  }
}

/** Refuses notAllowed. Every board starts anew with it: other words are shown at once. */
export async function setPolicy(desk: Desk, user: User, policy: TranslationPolicy): Promise<void> {
  if (!may(user, "administerNetwork", "*")) throw new Refusal("notAllowed", { action: "administerNetwork", on: "*" });
  await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    await tx.putSetting(KEY, JSON.stringify(policy));
    await tx.record("policy.set", "translations", { ...policy });
  });
  await desk.mirror.catchUp();
}
