// Flips one bit of a database file at a time and reads everything: each record that comes back must be the one put, or not come at all.
// Called by sqlite.test.ts and, many times over, by sqlite.full.test.ts. [ST5]
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import type { Store } from "../../server/store/store.ts";
import { sqlitePlace } from "./place.ts";
import { NOW, owner, putWhole } from "./records.ts";

export async function flipBits(folder: string, times: number): Promise<void> {
  const whole = await sqlitePlace(folder);
  const store = await whole.open();
  await store.write("anna", NOW, (tx) => tx.putOwner(owner("lecce")));
  for (let n = 0; n < 20; n += 1) await store.write("anna", NOW, (tx) => putWhole(tx, n));
  const put = new Set(await everything(store));
  await store.close();
  const size = readFileSync(whole.where).length;
  for (let time = 0; time < times; time += 1) {
    const place = await sqlitePlace(folder);
    copyFileSync(whole.where, place.where);
    const bytes = readFileSync(place.where);
    const at = Math.floor(Math.random() * size);
    bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(Math.random() * 8));
    writeFileSync(place.where, bytes);
    // A file that no longer opens, or a read that fails, shows nothing false.
    const damaged = await place.open().catch(() => null);
    if (damaged === null) continue;
    const back = await everything(damaged).catch(() => []);
    for (const record of back) expect(put.has(record), `bit flipped in byte ${at}: ${record.slice(0, 200)}`).toBe(true);
    if (back.length > 0 && back.length < put.size) expect(await damaged.damages(), `byte ${at}`).not.toEqual([]);
    await damaged.close();
  }
}

async function everything(store: Store): Promise<string[]> {
  const postings = await store.postings();
  const translations = await store.translationsOf(postings.map(({ code }) => code));
  const versions = await Promise.all(postings.map(({ code }) => store.versions(code)));
  const records = [...postings, ...[...translations.values()].flat(), ...versions.flat(), ...(await store.owners())];
  return records.map((record) => JSON.stringify(record));
}
