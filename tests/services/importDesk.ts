// A desk for import tests: a store of its own in a temporary folder, a mirror, a clock that stands still, and the real vocabularies.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Owner } from "../../server/domain/owner.ts";
import type { Mirror } from "../../server/services/mirror.ts";
import { createMirror } from "../../server/services/mirror.ts";
import { titleOfContent } from "../../server/services/titleOfContent.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import type { Store } from "../../server/store/store.ts";
import { allOwners, projectRoot, vocabularies } from "../records/shippedRecords.ts";

/** Noon of a Wednesday in Rome. */
export const NOON = Date.parse("2026-11-18T11:00:00Z");

const opened: Store[] = [];
afterAll(async () => {
  for (const store of opened.splice(0)) await store.close();
});

export async function importDesk(folder: string, owners: readonly Owner[] = allOwners, now = NOON) {
  const store = await openSqlite(join(folder, `${randomUUID()}.sqlite`));
  opened.push(store);
  await store.write("test", now, async (tx) => {
    for (const owner of owners) await tx.putOwner(owner);
    await tx.record("owner.saved", "all");
  });
  const time = { now };
  const clock = { now: () => time.now };
  const mirror: Mirror = await createMirror({
    store,
    clock,
    titleOf: titleOfContent(vocabularies),
    policy: { showMachine: false },
  });
  return { store, clock, mirror, vocabularies, projectRoot, time };
}
