// What server/store/deskStore.ts promises, run against both engines.
import { join } from "node:path";
import { expect, test } from "vitest";
import type { KeptFile } from "../../server/domain/attachment.ts";
import type { Template } from "../../server/domain/template.ts";
import { restore } from "../../server/store/restore.ts";
import { aContent } from "../builders.ts";
import type { Place } from "./place.ts";
import { NOW } from "./records.ts";

const file = (id: string, content: string): KeptFile => ({
  id,
  owner: "lecce",
  type: "pdf",
  at: NOW,
  by: "anna",
  content,
});
const template = (id: string, name: string): Template => ({
  id,
  owner: "lecce",
  name,
  content: aContent("Cuoco"),
  savedBy: "anna",
  savedAt: NOW,
});

export function deskContract(folder: string, newPlace: () => Promise<Place>): void {
  test("[SK1][SK2] files and templates are kept and read again; a file never changes", async () => {
    const store = await (await newPlace()).open();
    await store.write("anna", NOW, async (tx) => {
      await tx.desk.putFile(file("a", "Zmlyc3Q="));
      await tx.desk.putTemplate(template("t2", "Zappatore"));
      await tx.desk.putTemplate(template("t1", "Aiuto cuoco"));
    });
    await store.write("anna", NOW, (tx) => tx.desk.putFile(file("a", "c2Vjb25k")));
    expect(await store.desk.file("a")).toEqual(file("a", "Zmlyc3Q="));
    expect(await store.desk.file("b")).toBeNull();
    expect((await store.desk.templates()).map(({ id }) => id)).toEqual(["t1", "t2"]);
    await store.write("anna", NOW, (tx) => tx.desk.removeTemplate("t1"));
    expect(await store.desk.template("t1")).toBeNull();
    expect(await store.damages()).toEqual([]);
  });

  test("[SK1] files of megabytes and templates come back from a backup", async () => {
    const store = await (await newPlace()).open();
    const large = Buffer.alloc(2_000_000, 7).toString("base64");
    await store.write("anna", NOW, async (tx) => {
      for (let at = 0; at < 9; at += 1) await tx.desk.putFile(file(`f${at}`, `${large}`));
      await tx.desk.putTemplate(template("t1", "Cuoco"));
    });
    const place = join(folder, `desk-${store.engine}-${Math.random()}.backup`);
    await store.backup(place);
    const target = await newPlace();
    await restore(place, target.target, NOW);
    const back = await target.open();
    expect((await back.desk.file("f8"))?.content).toBe(large);
    expect(await back.desk.templates()).toEqual([template("t1", "Cuoco")]);
  });
}
