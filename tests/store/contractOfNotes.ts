// What server/store/noteStore.ts promises, run against both engines.
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Subscription } from "../../server/domain/calendar.ts";
import type { Note } from "../../server/domain/note.ts";
import { restore } from "../../server/store/restore.ts";
import type { Place } from "./place.ts";
import { NOW } from "./records.ts";

const note = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  owner: "lecce",
  code: null,
  text: "Telefonare alla tipografia",
  due: { day: "2026-12-01", every: "month" },
  by: "anna",
  at: NOW,
  tickedOn: null,
  removed: false,
  ...more,
});
const subscription = (hash: string, more: Partial<Subscription> = {}): Subscription => ({
  tokenHash: hash,
  login: "anna",
  owner: null,
  locale: "it",
  at: NOW,
  ...more,
});

export function noteContract(folder: string, newPlace: () => Promise<Place>): void {
  test("[SN1] notes are put, changed and removed; what is removed is listed no more and still known", async () => {
    const store = await (await newPlace()).open();
    await store.write("anna", NOW, async (tx) => {
      await tx.notes.putNote(note("a"));
      await tx.notes.putNote(note("b", { at: NOW + 1, owner: "*", code: "7K3M9QK", due: null }));
    });
    expect((await store.notes.all()).map(({ id }) => id)).toEqual(["b", "a"]);
    expect(await store.notes.one("a")).toEqual(note("a"));
    await store.write("anna", NOW, (tx) => tx.notes.putNote(note("a", { removed: true })));
    expect((await store.notes.all()).map(({ id }) => id)).toEqual(["b"]);
    expect((await store.notes.one("a"))?.removed).toBe(true);
  });

  test("[SN1] a note altered past the store is never returned as good, and is reported", async () => {
    const place = await newPlace();
    const store = await place.open();
    await store.write("anna", NOW, (tx) => tx.notes.putNote(note("a")));
    await place.run("update note set owner = 'maglie' where id = 'a'");
    expect(await store.notes.all()).toEqual([]);
    expect(await store.damages()).toEqual([{ table: "note", key: "a" }]);
  });

  test("[SN2] a login has one subscription, found by its digest, gone when removed", async () => {
    const store = await (await newPlace()).open();
    const put = (one: Subscription) => store.write("anna", NOW, (tx) => tx.notes.putSubscription(one));
    await put(subscription("one"));
    await put(subscription("two", { owner: "lecce", locale: "de" }));
    expect(await store.notes.subscription("one")).toBeNull();
    expect(await store.notes.subscription("two")).toEqual(subscription("two", { owner: "lecce", locale: "de" }));
    expect((await store.notes.subscriptionOf("anna"))?.tokenHash).toBe("two");
    await store.write("anna", NOW, (tx) => tx.notes.removeSubscription("anna"));
    expect(await store.notes.subscriptionOf("anna")).toBeNull();
  });

  test("[SN1][SN2] notes and subscriptions come back from a backup", async () => {
    const store = await (await newPlace()).open();
    await store.write("anna", NOW, async (tx) => {
      await tx.notes.putNote(note("a"));
      await tx.notes.putSubscription(subscription("one"));
    });
    const file = join(folder, `notes-${store.engine}-${Math.random()}.backup`);
    await store.backup(file);
    const target = await newPlace();
    await restore(file, target.target, NOW);
    const back = await target.open();
    expect(await back.notes.all()).toEqual([note("a")]);
    expect(await back.notes.subscription("one")).toEqual(subscription("one"));
  });
}
