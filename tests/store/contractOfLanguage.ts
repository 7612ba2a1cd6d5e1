// What server/store/languageStore.ts promises, run against both engines by sqlite.test.ts and postgres.test.ts.

import { join } from "node:path";
import { expect, test } from "vitest";
import type { MemoryEntry } from "../../server/domain/memory.ts";
import { restore } from "../../server/store/restore.ts";
import type { Place } from "./place.ts";
import { codeNumber, NOW, putWhole } from "./records.ts";

export function memoryEntry(source: string, changes: Partial<MemoryEntry> = {}): MemoryEntry {
  const words = source.toLowerCase().replace(/[.,]/g, "").split(" ");
  return {
    id: `${source}>en`,
    from: "it",
    to: "en",
    source,
    target: `en: ${source}`,
    skeleton: { words, slots: [], negations: 0 },
    field: "summary",
    before: null,
    after: null,
    author: "marie",
    reviewer: "anna",
    at: NOW,
    imported: false,
    ...changes,
  };
}

export function languageContract(folder: string, newPlace: () => Promise<Place>): void {
  const ask = (source: string) => memoryEntry(source).skeleton;

  test("[SL1][SL2] finds the same sentence and those with a quarter of it changed, never another pair's", async () => {
    const store = await (await newPlace()).open();
    const lines = [
      "Si cerca personale con esperienza per la stagione estiva",
      "Si offre vitto e alloggio gratuito per la stagione",
      "Turni serali e notturni",
    ];
    await store.write("anna", NOW, async (tx) => {
      for (const line of lines) await tx.language.putMemory(memoryEntry(line), { code: codeNumber(1), segment: "s2" });
      await tx.language.putMemory(memoryEntry(lines[0] as string, { id: "fr", to: "fr" }), null);
    });
    expect(
      (await store.language.memorySame("it", "en", ask(lines[2] as string), 5)).map(({ source }) => source),
    ).toEqual([lines[2]]);
    const like = await store.language.memoryLike(
      "it",
      "en",
      ask("Si cerca personale senza esperienza per la stagione invernale"),
      20,
    );
    expect(like.map(({ id }) => id)).toContain(`${lines[0]}>en`);
    expect(like.every(({ to }) => to === "en")).toBe(true);
    expect(await store.language.memoryLike("it", "en", ask("Tutto quanto altro"), 20)).toEqual([]);
    expect((await store.language.memoryHolding("estiva", null, 9)).map(({ uses }) => uses).sort()).toEqual([0, 1]);
    expect(await store.language.memoryHolding("100%_", null, 9)).toEqual([]);
    expect(await store.language.memorySize()).toBe(4);
    await store.close();
  });

  test("[SL3] an entry nobody uses any more is gone, one from a file stays", async () => {
    const store = await (await newPlace()).open();
    const use = (n: number) => ({ code: codeNumber(n), segment: "s2" });
    await store.write("anna", NOW, async (tx) => {
      await tx.language.putMemory(memoryEntry("Uno due tre"), use(1));
      await tx.language.putMemory(memoryEntry("Uno due tre"), use(2));
      await tx.language.putMemory(memoryEntry("Quattro cinque", { imported: true }), use(3));
    });
    expect((await store.language.memoryUses("Uno due tre>en")).map(({ code }) => code).sort()).toEqual(
      [codeNumber(1), codeNumber(2)].sort(),
    );
    await store.write("anna", NOW, (tx) => tx.language.removeUse(use(1), "en"));
    expect(await store.language.memoryEntry("Uno due tre>en")).not.toBeNull();
    await store.write("anna", NOW, async (tx) => {
      await tx.language.removeUse(use(2), "fr");
      await tx.language.removeUse(use(3), "en");
    });
    expect(await store.language.memoryEntry("Uno due tre>en")).not.toBeNull();
    await store.write("anna", NOW, (tx) => tx.language.removeUse(use(2), "en"));
    expect(await store.language.memoryEntry("Uno due tre>en")).toBeNull();
    expect(await store.language.memoryLike("it", "en", ask("Uno due tre"), 9)).toEqual([]);
    expect(await store.language.memoryEntry("Quattro cinque>en")).not.toBeNull();
    await store.close();
  });

  test("keeps terms, aliases and what was learnt through a backup; forgets the demonstration's", async () => {
    const place = await newPlace();
    const store = await place.open();
    const term = {
      id: "t1",
      owner: "*",
      kind: "required",
      source: ["sportello*"],
      forms: { en: ["desk"] },
      note: null,
    } as const;
    const alias = { key: "oss", written: "OSS", reference: "isco:5321", qualifiers: [], by: "anna", at: NOW, times: 1 };
    await store.write("anna", NOW, async (tx) => {
      await putWhole(tx, 1, { demonstration: true });
      await tx.language.putTerm({ ...term, source: [...term.source], forms: { en: ["desk"] } });
      await tx.language.putAlias(alias);
      await tx.language.putAlias({ ...alias, key: "oss notturno", times: 4 });
      await tx.language.putMemory(memoryEntry("Uno due tre"), { code: codeNumber(1), segment: "s2" });
      await tx.language.putMemory(memoryEntry("Sei sette otto"), { code: codeNumber(2), segment: "s2" });
    });
    expect((await store.language.aliasesBeginning("oss", 5)).map(({ times }) => times)).toEqual([4, 1]);
    expect(await store.language.terms()).toEqual([term]);
    const file = join(folder, `language-${store.engine}-${Math.random().toString(36).slice(2)}.backup`);
    await store.backup(file);
    const copy = join(folder, `copy-${Math.random().toString(36).slice(2)}`);
    expect((await restore(file, { dataDir: copy })).damages).toEqual([]);
    await store.write("anna", NOW, async (tx) => {
      await tx.removeDemonstration();
      await tx.language.removeTerm("t1");
    });
    expect(await store.language.memoryEntry("Uno due tre>en")).toBeNull();
    expect(await store.language.memoryEntry("Sei sette otto>en")).not.toBeNull();
    expect(await store.language.terms()).toEqual([]);
    await store.close();
  });

  test("[SL4] presence uses no revision and is where one was last", async () => {
    const store = await (await newPlace()).open();
    const { revision } = await store.head();
    const here = { login: "marie", name: "Marie", code: codeNumber(1), locale: "fr", segment: "s2", at: NOW };
    await store.language.putPresence(here);
    await store.language.putPresence({ ...here, locale: "de", at: NOW + 5 });
    expect(await store.language.presence(NOW)).toEqual([{ ...here, locale: "de", at: NOW + 5 }]);
    expect((await store.head()).revision).toBe(revision);
    await store.close();
  });
}
