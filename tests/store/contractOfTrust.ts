// The part of the store's contract that is about damage, schemas and copies, run against both engines.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { STEPS } from "../../server/store/migrations/steps.ts";
import { restore } from "../../server/store/restore.ts";
import type { Store } from "../../server/store/store.ts";
import type { Place } from "./place.ts";
import { account, codeNumber, NOW, owner, putWhole, session } from "./records.ts";
import { runProgram } from "./runProgram.ts";

export function trustContract(folder: string, newPlace: () => Promise<Place>): void {
  const opened: Store[] = [];
  const open = async (place: Place) => {
    const store = await place.open();
    opened.push(store);
    return store;
  };
  const filled = async () => {
    const place = await newPlace();
    const store = await open(place);
    for (const n of [1, 2, 3]) await store.write("anna", NOW + n, (tx) => putWhole(tx, n));
    await store.write("anna", NOW + 4, async (tx) => {
      await tx.putOwner(owner("lecce"));
      await tx.putAccount(account("anna"));
      await tx.putSetting("machine", "shown");
      await tx.record("owner.saved", "lecce");
    });
    return { place, store };
  };

  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  const altered: [string, string, string][] = [
    ["posting", "document = replace(document, 'Words of', 'Wordt of')", `${codeNumber(1)}`],
    ["posting", "state = 'closed'", `${codeNumber(1)}`],
    ["posting", "hash = replace(hash, substr(hash, 1, 1), 'g')", `${codeNumber(1)}`],
    ["version", "document = replace(document, 'Words of', 'Wordt of')", `${codeNumber(1)}/1`],
    ["version", "revision = 2", `${codeNumber(1)}/2`],
    ["translation", "document = replace(document, 'Titre', 'Titra')", `${codeNumber(1)}/s1/fr/`],
  ];
  for (const [table, change, key] of altered) {
    test(`[ST5] a ${table} whose row was altered (${change.split(" ")[0]}) is reported and not returned`, async () => {
      const { place, store } = await filled();
      expect(await store.damages()).toEqual([]);
      await place.run(`UPDATE ${table} SET ${change} WHERE code = '${codeNumber(1)}'`);
      const damages = await store.damages();
      expect(damages).toHaveLength(1);
      expect(damages[0]?.table).toBe(table);
      expect(damages[0]?.key.startsWith(key)).toBe(true);
      const found = {
        posting: [await store.posting(codeNumber(1)), await store.postingByOrigin("sheet", "row-1")],
        version: [await store.versionAt(codeNumber(1), 9), ...(await store.versions(codeNumber(1)))],
        translation: [...(await store.translations(codeNumber(1)))],
      };
      expect(found[table as keyof typeof found].filter((record) => record !== null)).toEqual([]);
      if (table === "posting") expect((await store.postings()).map(({ code }) => code)).toEqual([2, 3].map(codeNumber));
      expect(await store.posting(codeNumber(2))).not.toBeNull();
    });
  }

  test("[ST5] an altered owner or account is neither returned nor trusted", async () => {
    const { place, store } = await filled();
    await place.run("UPDATE owner SET document = replace(document, 'Puglia', 'Puglie')");
    await place.run("UPDATE account SET document = replace(document, 'publisher', 'administrator')");
    expect(await store.damages()).toEqual([
      { table: "owner", key: "lecce" },
      { table: "account", key: "anna" },
    ]);
    expect(await store.owner("lecce")).toBeNull();
    expect(await store.account("anna")).toBeNull();
  });

  const breaks: [string, string, number][] = [
    ["an actor altered", "UPDATE event SET actor = 'eve' WHERE revision = 2", 2],
    ["facts altered", "UPDATE event SET facts = '{}' WHERE revision = 3", 3],
    ["an event removed", "DELETE FROM event WHERE revision = 2", 3],
    ["the newest removed", "DELETE FROM event WHERE revision = 4", 4],
  ];
  for (const [what, statement, revision] of breaks) {
    test(`[ST6][E1] the chain of events shows ${what}`, async () => {
      const { place, store } = await filled();
      expect(await store.brokenChain()).toBeNull();
      await place.run(statement);
      expect(await store.brokenChain()).toBe(revision);
    });
  }

  test("[ST6][E1] facts may be blanked and the chain still holds", async () => {
    const { place, store } = await filled();
    await place.run("UPDATE event SET facts = NULL WHERE revision = 2");
    expect(await store.brokenChain()).toBeNull();
    expect((await store.events(1, 1))[0]?.facts).toEqual({});
  });

  test("[ST8] a database of a newer schema is refused and left as it is", async () => {
    const { place, store } = await filled();
    await store.close();
    await place.run("INSERT INTO schema_step (number, name) VALUES (999, 'from the future')");
    const known = STEPS.at(-1)?.number ?? 0;
    await expect(place.open()).rejects.toMatchObject({ code: "newerSchema", details: { found: 999, known } });
    await place.run("DELETE FROM schema_step WHERE number = 999");
    expect((await (await open(place)).postings()).length).toBe(3);
  });

  for (const killedAt of [1, 901, 902]) {
    test(`[ST8] a migration killed in step ${killedAt} leaves whole steps, and the next start goes on`, async () => {
      const place = await newPlace();
      const ended = await runProgram(folder, ["migrate", place.where, String(killedAt)]);
      expect(ended.signal).toBe("SIGKILL");
      const steps = await place.run("SELECT number FROM schema_step ORDER BY number");
      expect(steps.map(({ number }) => Number(number))).toEqual([1, 901, 902].filter((step) => step < killedAt));
      expect(await runProgram(folder, ["migrate", place.where, "0"])).toMatchObject({ code: 0 });
      expect((await place.run("SELECT number FROM schema_step")).length).toBe(3);
      expect((await place.run("SELECT note FROM added")).map(({ note }) => note)).toEqual(["from the last"]);
      await expect(place.open()).rejects.toMatchObject({ code: "newerSchema" });
    });
  }

  test("[ST8] two processes may open a new database at once", async () => {
    const place = await newPlace();
    const ended = await Promise.all([1, 2].map(() => runProgram(folder, ["migrate", place.where, "0"])));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect((await place.run("SELECT number FROM schema_step")).length).toBe(3);
  });

  test("[ST7] a backup of the running store comes back whole, of another epoch, a million revisions on", async () => {
    const { place, store } = await filled();
    await store.side.putCursor("broadcast", 3);
    await store.side.putSession(session("one", "anna"));
    await store.write("anna", NOW, (tx) => putWhole(tx, 9, { demonstration: true }));
    await store.write("anna", NOW, (tx) => tx.removeDemonstration());
    const file = join(folder, `${store.engine}-${Date.now()}.backup`);
    await Promise.all([store.backup(file), store.write("bea", NOW, (tx) => tx.putSetting("meanwhile", "yes"))]);
    await expect(store.backup(file)).rejects.toMatchObject({ code: "fileExists" });
    const before = { head: await store.head(), postings: await store.postings(), events: await store.events(0, 99) };
    await expect(restore(file, place.target)).rejects.toMatchObject({ code: "placeNotEmpty" });
    await store.close();

    const empty = await newPlace();
    expect(await restore(file, empty.target, NOW + 9)).toEqual({ postings: 3, damages: [] });
    const again = await open(empty);
    const head = await again.head();
    expect(head.epoch).not.toBe(before.head.epoch);
    expect([6, 7]).toContain(head.revision - 1_000_000);
    expect(head.horizon).toBe(head.revision);
    expect(await again.postings()).toEqual(before.postings);
    const events = await again.events(0, 99);
    expect(events.slice(0, -1)).toEqual(before.events);
    expect(events.at(-1)).toMatchObject({ revision: head.revision, verb: "store.restored", at: NOW + 9 });
    expect(await again.brokenChain()).toBeNull();
    expect(await again.cursor("broadcast")).toBe(3);
    expect(await again.side.session("one")).toBeNull();
    expect(await again.account("anna")).toEqual(account("anna"));
    expect((await again.write("anna", NOW, (tx) => tx.codeTaken(codeNumber(9)))).value).toBe(true);
  });

  test("[ST7] a backup cut off or altered restores nothing; one that holds damage says so", async () => {
    const { place, store } = await filled();
    await place.run(
      `UPDATE posting SET document = replace(document, 'Words', 'Wordt') WHERE code = '${codeNumber(1)}'`,
    );
    await place.run("UPDATE event SET actor = 'eve' WHERE revision = 2");
    const file = join(folder, `${store.engine}-damaged-${Date.now()}.backup`);
    await store.backup(file);
    await store.close();
    const bytes = await readFile(file);
    const text = gunzipSync(bytes).toString();
    const empty = await newPlace();
    const spoilt = [
      bytes.subarray(0, bytes.length - 20),
      gzipSync(text.split("\n").slice(0, -2).join("\n")),
      gzipSync(text.replace("shown", "hidden")),
      gzipSync("{}\n"),
      Buffer.from("not a backup at all"),
      Buffer.alloc(0),
    ];
    for (const content of spoilt) {
      await writeFile(`${file}.spoilt`, content);
      await expect(restore(`${file}.spoilt`, empty.target)).rejects.toMatchObject({ code: "backupUnreadable" });
    }
    await writeFile(`${file}.newer`, gzipSync(text.replace(/"schema":\d+/, '"schema":999')));
    await expect(restore(`${file}.newer`, empty.target)).rejects.toMatchObject({ code: "newerSchema" });
    expect(await restore(file, empty.target)).toEqual({
      postings: 2,
      damages: [
        { table: "posting", key: codeNumber(1) },
        { table: "event", key: "2" },
      ],
    });
  });
}
