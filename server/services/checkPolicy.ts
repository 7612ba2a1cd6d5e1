// How strict the network is about each check before publishing, kept as one setting. Read by publishPosting, the import and http/checks.
import type { CheckPolicy } from "../domain/checks/finding.ts";
import { checkPolicySchema, DEFAULT_CHECKS } from "../domain/checks/finding.ts";
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { Reader } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";

const KEY = "checkPolicy";

/** The usual one where nothing was set, or what was set cannot be read. */
export async function checkPolicyIn(reader: Pick<Reader, "setting">): Promise<CheckPolicy> {
  const text = await reader.setting(KEY);
  if (text === null) return DEFAULT_CHECKS;
  try {
    return checkPolicySchema.safeParse(JSON.parse(text)).data ?? DEFAULT_CHECKS;
  } catch {
    return DEFAULT_CHECKS;
  }
}

/** Refuses notAllowed. Counts from the next publication; nothing that hangs is taken down. */
export async function setCheckPolicy(desk: Desk, user: User, policy: CheckPolicy): Promise<void> {
  if (!may(user, "administerNetwork", "*")) throw new Refusal("notAllowed", { action: "administerNetwork", on: "*" });
  await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const before = await checkPolicyIn(tx);
    await tx.putSetting(KEY, JSON.stringify(policy));
    await tx.record("policy.set", "checks", { before, after: policy });
  });
  await desk.mirror.catchUp();
}
