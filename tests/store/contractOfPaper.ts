// What server/store/paperStore.ts promises, run against both engines.
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Sheet, Wall } from "../../server/domain/wall.ts";
import { restore } from "../../server/store/restore.ts";
import type { Place } from "./place.ts";
import { NOW } from "./records.ts";

const wall = (id: string, more: Partial<Wall> = {}): Wall => ({
  id,
  office: "lecce",
  name: "Atrio",
  removed: false,
  ...more,
});
const sheet = (id: string, more: Partial<Sheet> = {}): Sheet => ({
  id,
  wall: "W1",
  office: "lecce",
  format: "poster",
  locales: ["it", "de"],
  entries: [{ code: "7K3M9QK", revision: 12 }],
  hungAt: NOW,
  hungBy: "anna",
  takenDown: null,
  ...more,
});

export function paperContract(folder: string, newPlace: () => Promise<Place>): void {
  test("[SW1] walls and sheets are put and read again; what was taken down no longer hangs and is still known", async () => {
    const store = await (await newPlace()).open();
    const { revision } = await store.write("anna", NOW, async (tx) => {
      await tx.paper.putWall(wall("W1"));
      await tx.paper.putWall(wall("W10", { office: "maglie" }));
      await tx.paper.putWall(wall("W2", { removed: true }));
      await tx.paper.putSheet(sheet("b", { hungAt: NOW + 1 }));
      await tx.paper.putSheet(sheet("a"));
      await tx.paper.putSheet(sheet("c", { office: "maglie", wall: "W10" }));
    });
    expect((await store.head()).revision).toBe(revision);
    expect((await store.paper.walls()).map(({ id }) => id)).toEqual(["W1", "W2", "W10"]);
    expect(await store.paper.wall("W1")).toEqual(wall("W1"));
    expect((await store.paper.hangingSheets("lecce")).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(await store.paper.hangingSheets()).toHaveLength(3);
    const down = sheet("a", { takenDown: { at: NOW + 9, by: "anna" } });
    await store.write("anna", NOW + 9, (tx) => tx.paper.putSheet(down));
    expect((await store.paper.hangingSheets("lecce")).map(({ id }) => id)).toEqual(["b"]);
    expect(await store.paper.sheet("a")).toEqual(down);
    expect(await store.damages()).toEqual([]);
  });

  test("[SW1][SW2] walls and sheets come back from a backup", async () => {
    const store = await (await newPlace()).open();
    await store.write("anna", NOW, async (tx) => {
      await tx.paper.putWall(wall("W1"));
      await tx.paper.putSheet(sheet("a"));
    });
    const file = join(folder, `paper-${store.engine}-${Math.random()}.backup`);
    await store.backup(file);
    const target = await newPlace();
    await restore(file, target.target, NOW);
    const back = await target.open();
    expect(await back.paper.walls()).toEqual([wall("W1")]);
    expect(await back.paper.hangingSheets()).toEqual([sheet("a")]);
  });
}
