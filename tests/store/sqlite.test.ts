// The contract on the embedded database, and what only a file can suffer.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, test } from "vitest";
import type { Step } from "../../server/store/migrate.ts";
import { STEPS } from "../../server/store/migrations/steps.ts";
import { openStore } from "../../server/store/openStore.ts";
import { restore } from "../../server/store/restore.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import { refuseOldSqlite } from "../../server/store/sqliteVersion.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { storeContract } from "./contract.ts";
import { deskContract } from "./contractOfDesk.ts";
import { displayContract } from "./contractOfDisplays.ts";
import { languageContract } from "./contractOfLanguage.ts";
import { machineContract } from "./contractOfMachine.ts";
import { noteContract } from "./contractOfNotes.ts";
import { paperContract } from "./contractOfPaper.ts";
import { publicContract } from "./contractOfPublic.ts";
import { trustContract } from "./contractOfTrust.ts";
import { flipBits } from "./flipBits.ts";
import { killWhilePublishing } from "./killWhilePublishing.ts";
import { sqlitePlace } from "./place.ts";
import { codeNumber, NOW, putWhole } from "./records.ts";
import { runProgram } from "./runProgram.ts";

const folder = temporaryFolder();

describe("the store on SQLite", () => {
  storeContract(() => sqlitePlace(folder));
  trustContract(folder, () => sqlitePlace(folder));
  displayContract(folder, () => sqlitePlace(folder));
  deskContract(folder, () => sqlitePlace(folder));
  languageContract(folder, () => sqlitePlace(folder));
  paperContract(folder, () => sqlitePlace(folder));
  noteContract(folder, () => sqlitePlace(folder));
  publicContract(folder, () => sqlitePlace(folder));
  machineContract(folder, () => sqlitePlace(folder));

  test("[ST3] commits are written through, and old SQLite is refused", async () => {
    const place = await sqlitePlace(folder);
    await (await place.open()).close();
    expect(await place.run("PRAGMA journal_mode")).toEqual([{ journal_mode: "wal" }]);
    expect(statSync(place.where).mode & 0o777).toBe(0o600);
    for (const version of ["3.40.1", "3.51.2", "2.99.99"]) expect(() => refuseOldSqlite(version)).toThrow("3.51.3");
    for (const version of ["3.51.3", "3.53.0", "3.100.0", "4.0.0"]) refuseOldSqlite(version);
  });

  test("[ST3] a process killed while publishing loses nothing acknowledged and leaves no half, twice", async () => {
    const place = await sqlitePlace(folder);
    for (const acknowledgements of [15, 40]) await killWhilePublishing(folder, place, acknowledgements);
  });

  test("[ST5] thirty bits flipped anywhere in the file: what is returned is what was put", async () => {
    await flipBits(folder, 30);
  });

  test("[ST5] a bit flipped in the words of a posting is found though SQLite finds nothing", async () => {
    const place = await sqlitePlace(folder);
    const store = await place.open();
    for (const n of [1, 2, 3]) await store.write("anna", NOW, (tx) => putWhole(tx, n));
    await store.close();
    const bytes = readFileSync(place.where);
    // Every copy of them: pages keep what they held before.
    const words = `Words of ${codeNumber(2)}`;
    for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1))
      bytes[at] = (bytes[at] as number) ^ 1;
    writeFileSync(place.where, bytes);
    expect(await place.run("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    const again = await place.open();
    expect(await again.damages()).toEqual([
      { table: "posting", key: codeNumber(2) },
      { table: "version", key: `${codeNumber(2)}/2` },
    ]);
    expect(await again.posting(codeNumber(2))).toBeNull();
    expect(await again.versionAt(codeNumber(2), 9)).toBeNull();
    await again.close();
  });

  test("[ST8] before the schema of a filled file changes, a copy of it is kept", async () => {
    const place = await sqlitePlace(folder);
    const store = await place.open();
    await store.write("anna", NOW, (tx) => putWhole(tx, 1));
    await store.close();
    const known = STEPS.at(-1)?.number ?? 0;
    const next: Step = { number: known + 1, name: "next", up: (db) => db.schema.dropTable("posting").execute() };
    await (await openSqlite(place.where, { steps: [...STEPS, next] })).close();
    const copy = await openSqlite(`${place.where}.schema-${known}`);
    expect((await copy.postings()).length).toBe(1);
    await copy.close();
  });

  test("is opened in the data folder where no database is named", async () => {
    const place = { databaseUrl: null, dataDir: join(folder, "some", "where") };
    const store = await openStore(place);
    await store.write("anna", NOW, (tx) => putWhole(tx, 1));
    await store.backup(join(folder, "where.backup"));
    await store.close();
    expect(existsSync(join(place.dataDir, "bacheca.sqlite"))).toBe(true);
    await expect(restore(join(folder, "where.backup"), place)).rejects.toMatchObject({ code: "placeNotEmpty" });
    const empty = { ...place, dataDir: join(folder, "else", "where") };
    expect(await restore(join(folder, "where.backup"), empty)).toEqual({ postings: 1, damages: [] });
  });

  test("[ST9] two processes on one file see each other within a second", async () => {
    const place = await sqlitePlace(folder);
    const store = await place.open();
    await store.write("anna", NOW, (tx) => putWhole(tx, 1));
    const [other, mine] = await Promise.all([
      runProgram(folder, ["once", place.where, "2"]),
      store.write("anna", NOW, (tx) => putWhole(tx, 3)),
    ]);
    const [revision, committedAt] = other.out.split(" ").map(Number);
    expect(Date.now() - (committedAt as number)).toBeLessThan(1000);
    expect((await store.head()).revision).toBe(3);
    expect([revision, mine.revision].sort()).toEqual([2, 3]);
    expect((await store.posting(codeNumber(2)))?.revision).toBe(revision);
    expect(await store.brokenChain()).toBeNull();
    await store.close();
  });

  test("[ST10] waits for another writer without stopping the process", async () => {
    const place = await sqlitePlace(folder);
    const store = await place.open();
    const other = new DatabaseSync(place.where);
    other.exec("BEGIN IMMEDIATE");
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 10);
    const writing = store.write("anna", NOW, (tx) => putWhole(tx, 1));
    await wait(400);
    expect(await store.postings()).toEqual([]);
    other.exec("COMMIT");
    other.close();
    expect((await writing).revision).toBe(1);
    clearInterval(heart);
    expect(beats).toBeGreaterThan(15);
    await store.close();
  });
});
