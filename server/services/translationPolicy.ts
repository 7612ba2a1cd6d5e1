// What the network lets the public see of its translations, kept as one setting. Read by the mirror; changed by setTranslationPolicy.

import type { TranslationPolicy } from "../domain/translation.ts";
import type { Reader } from "../store/store.ts";

export const POLICY_KEY = "translationPolicy";

/** `usual` where nothing was set, or what was set cannot be read. */
export async function policyIn(reader: Pick<Reader, "setting">, usual: TranslationPolicy): Promise<TranslationPolicy> {
  const text = await reader.setting(POLICY_KEY);
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
