// The part of the store's contract about displays, run against both engines: [SD1]–[SD4] of server/store/displayStore.ts, and backup and restore.
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Display } from "../../server/domain/display.ts";
import { USUAL_PROFILE } from "../../server/domain/display.ts";
import { restore } from "../../server/store/restore.ts";
import type { Store } from "../../server/store/store.ts";
import type { Place } from "./place.ts";
import { NOW } from "./records.ts";

const display = (id: string): Display => ({
  id,
  office: "lecce",
  name: id,
  profile: USUAL_PROFILE,
  pairedAt: NOW,
  pairedBy: "anna",
  revokedAt: null,
  wish: null,
});
const urgent = {
  id: "u1",
  kind: "notice",
  scope: { kind: "network" },
  texts: { it: "Prova" },
  from: NOW,
  until: NOW + 1000,
  by: "anna",
  confirmedBy: null,
  endedAt: null,
} as const;

export function displayContract(folder: string, newPlace: () => Promise<Place>): void {
  const opened: Store[] = [];
  const fresh = async () => {
    const place = await newPlace();
    const store = await place.open();
    opened.push(store);
    return { place, store };
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  const fill = (store: Store) =>
    store.write("anna", NOW, async (tx) => {
      await tx.displays.putDisplay(display("d1"));
      await tx.displays.putToken({ hash: "abc", display: "d1", since: NOW, revokedAt: null });
      await tx.displays.putUrgent(urgent);
      await tx.record("display.paired", "d1");
    });

  test("[SD1][SD2] displays, tokens and notices change inside a write, and a token taken back stays known as such", async () => {
    const { store } = await fresh();
    await fill(store);
    expect(await store.displays.displays()).toEqual([display("d1")]);
    expect(await store.displays.token("abc")).toMatchObject({ display: "d1", revokedAt: null });
    expect(await store.displays.urgents(NOW)).toEqual([urgent]);
    expect(await store.displays.urgents(NOW + 1000)).toEqual([]);
    const failing = store.write("anna", NOW, async (tx) => {
      await tx.displays.revokeTokens("d1", NOW);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await store.displays.token("abc"))?.revokedAt).toBeNull();
    await store.write("anna", NOW, (tx) => tx.displays.revokeTokens("d1", NOW + 5));
    expect((await store.displays.token("abc"))?.revokedAt).toBe(NOW + 5);
  });

  test("[SD3] a pairing is taken once by one of two, and never after it has expired", async () => {
    const { store } = await fresh();
    expect(await store.displays.putPairing({ code: "AAAAAA", tokenHash: "x", expires: NOW + 10 })).toBe(true);
    expect(await store.displays.putPairing({ code: "AAAAAA", tokenHash: "y", expires: NOW + 10 })).toBe(false);
    expect(
      await store.displays.putPairing({ code: "BBBBBB", tokenHash: "x", expires: NOW + 10 }),
      "a new code for the same device",
    ).toBe(true);
    expect(await store.displays.takePairing("AAAAAA", NOW)).toBeNull();
    expect(await store.displays.takePairing("BBBBBB", NOW + 10)).toBeNull();
    const taken = await Promise.all([
      store.displays.takePairing("BBBBBB", NOW),
      store.displays.takePairing("BBBBBB", NOW),
    ]);
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
  });

  test("[SD4] a batch of counts is counted once, also when it comes twice at once", async () => {
    const { store } = await fresh();
    const count = { day: "2026-11-21", kind: "shown", place: "d1", code: "0000000", locale: "it", times: 3 } as const;
    const twice = await Promise.all([
      store.displays.addBatch("d1", "b", NOW, [count]),
      store.displays.addBatch("d1", "b", NOW, [count]),
    ]);
    expect(twice.sort()).toEqual([false, true]);
    await store.displays.addBatch("d1", "c", NOW, [count]);
    await store.displays.addCounts([{ ...count, kind: "scanned" }]);
    const counts = await store.displays.counts("2026-11-21", "2026-11-21");
    expect(counts.map(({ kind, times }) => [kind, times]).sort()).toEqual([
      ["scanned", 3],
      ["shown", 6],
    ]);
  });

  test("displays, their tokens, notices and counts come back from a backup", async () => {
    const { store } = await fresh();
    await fill(store);
    await store.displays.addBatch("d1", "b", NOW, [
      { day: "2026-11-21", kind: "shown", place: "d1", code: "0000000", locale: "it", times: 3 },
    ]);
    const file = join(folder, `displays-${store.engine}.backup`);
    await store.backup(file);
    const empty = await newPlace();
    await restore(file, empty.target, NOW + 9);
    const back = await empty.open();
    opened.push(back);
    expect(await back.displays.displays()).toEqual([display("d1")]);
    expect((await back.displays.token("abc"))?.display).toBe("d1");
    expect(await back.displays.urgent("u1")).toEqual(urgent);
    expect(await back.displays.counts("2026-11-21", "2026-11-21")).toHaveLength(1);
    expect(await back.damages()).toEqual([]);
  });
}
