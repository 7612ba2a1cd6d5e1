// Lets an office forbid that its texts go to a machine translation service outside the house; what was drafted before stays. Called by http/machine.
import { Refusal } from "../domain/refusal.ts";
import type { User } from "../domain/user.ts";
import type { Reader } from "../store/store.ts";
import type { Desk } from "./changePosting.ts";
import { authorise, ownerOf } from "./changePosting.ts";

const KEY = "machineForbidden";

/** Ids of owners that forbid it. What cannot be read forbids it for all. */
export async function forbiddenOwners(reader: Pick<Reader, "setting">): Promise<Set<string>> {
  const text = await reader.setting(KEY);
  if (text === null) return new Set();
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return new Set(list.map(String));
  } catch {
    // Falls through: better no draft than a text sent against an office's will.
  }
  return new Set(["*"]);
}

/** Refuses notFound, notAllowed. */
export async function allowMachine(desk: Desk, user: User, id: string, allowed: boolean): Promise<void> {
  await desk.store.write(user.login, desk.clock.now(), async (tx) => {
    const owner = await ownerOf(tx, id);
    if (owner.kind === "network") throw new Refusal("notFound", { what: "owner", id });
    authorise(user, "administer", owner);
    const forbidding = await forbiddenOwners(tx);
    if (allowed) forbidding.delete(id);
    else forbidding.add(id);
    await tx.putSetting(KEY, JSON.stringify([...forbidding].sort()));
    await tx.record("policy.set", id, { machine: allowed });
  });
  await desk.mirror.catchUp();
}
