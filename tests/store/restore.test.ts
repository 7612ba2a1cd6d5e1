// A backup of either engine comes back in the other. What it must keep is in contractOfTrust.ts.
import { join } from "node:path";
import { expect, test } from "vitest";
import { restore } from "../../server/store/restore.ts";
import { describeWith } from "../setup/describeWith.ts";
import { freshDatabase, hasPostgres } from "../setup/freshDatabase.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { postgresPlace, sqlitePlace } from "./place.ts";
import { NOW, owner, putWhole } from "./records.ts";

const folder = temporaryFolder();
const url = hasPostgres() ? await freshDatabase() : "";

describeWith(["postgres"], "a backup moves between the engines", () => {
  test("[ST7] from SQLite to PostgreSQL and back", async () => {
    const [first, second, third] = [await sqlitePlace(folder), await postgresPlace(url), await sqlitePlace(folder)];
    const store = await first.open();
    await store.write("anna", NOW, (tx) => tx.putOwner(owner("lecce")));
    // More rows than one chunk and one batch.
    await store.write("anna", NOW, async (tx) => {
      for (let n = 0; n < 620; n += 1) await putWhole(tx, n);
    });
    const postings = await store.postings();
    const events = await store.events(0, 10_000);
    await store.backup(join(folder, "one.backup"));
    await store.close();

    expect(await restore(join(folder, "one.backup"), second.target)).toEqual({ postings: 620, damages: [] });
    const moved = await second.open();
    expect(await moved.postings()).toEqual(postings);
    await moved.backup(join(folder, "two.backup"));
    await moved.close();

    expect(await restore(join(folder, "two.backup"), third.target)).toEqual({ postings: 620, damages: [] });
    const back = await third.open();
    expect(await back.postings()).toEqual(postings);
    expect((await back.events(0, 10_000)).slice(0, -2)).toEqual(events);
    expect((await back.head()).revision).toBe(2_000_002);
    expect(await back.brokenChain()).toBeNull();
    await back.close();
  });
});
