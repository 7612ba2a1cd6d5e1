// What server/store/publicStore.ts promises, run against both engines.
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "../../server/domain/report.ts";
import type { Subscriber } from "../../server/domain/subscriber.ts";
import type { Place } from "./place.ts";
import { NOW } from "./records.ts";

const report = (number: string, more: Partial<Report> = {}): Report => ({
  number,
  owner: "lecce",
  code: "7K3M9QK",
  locale: "de",
  message: "Die Nummer ist falsch.",
  at: NOW,
  settledAt: null,
  ...more,
});
const subscriber = (id: string, more: Partial<Subscriber> = {}): Subscriber => ({
  id,
  address: "anna@example.it",
  locale: "fr",
  channels: ["courses", "targeted"],
  office: "lecce",
  createdAt: NOW,
  confirmedAt: null,
  toldUntil: NOW,
  ...more,
});

export function publicContract(folder: string, newPlace: () => Promise<Place>): void {
  test("[SP1][SP2] reports stand in their order, are settled once, and move no revision", async () => {
    const store = await (await newPlace()).open();
    const head = await store.head();
    await store.public.addReport(report("A1"));
    await store.public.addReport(report("A2", { at: NOW + 5, owner: null, code: null }));
    await store.public.addReport(report("A3", { at: NOW + 9 }));
    expect(await store.public.settleReport("A3", NOW + 10)).toBe(true);
    expect(await store.public.settleReport("A3", NOW + 11)).toBe(false);
    expect((await store.public.reports(10)).map(({ number }) => number)).toEqual(["A2", "A1", "A3"]);
    expect(await store.public.settleReport("A3", null)).toBe(true);
    expect(await store.public.settleReport("A3", null)).toBe(false);
    expect((await store.public.reports(10)).map(({ number }) => number)).toEqual(["A3", "A2", "A1"]);
    expect(await store.public.settleReport("A3", NOW + 12)).toBe(true);
    expect((await store.public.reports(10))[1]).toEqual(report("A1"));
    expect(await store.head()).toEqual(head);
    await store.close();
  });

  test("[SP3][SP4] a subscriber is found, changed, and gone when it leaves; backups never hold an address", async () => {
    const place = await newPlace();
    const store = await place.open();
    await store.public.putSubscriber(subscriber("t1"));
    await store.public.putSubscriber(subscriber("t2"));
    const confirmed = subscriber("t2", { confirmedAt: NOW + 1 });
    await store.public.putSubscriber(confirmed);
    await store.public.removeOthers(confirmed);
    const claims = await Promise.all([1, 2, 3].map(() => store.public.tellSubscriber("t2", NOW, NOW + 7)));
    expect(claims.sort(), "one caller alone [SP5]").toEqual([false, false, true]);
    expect(await store.public.tellSubscriber("t2", NOW + 7, NOW)).toBe(true);
    expect(await store.public.subscribers()).toEqual([confirmed]);
    await store.public.putSubscriber(subscriber("t3", { address: "b@example.it", createdAt: NOW - 100 }));
    expect(await store.public.removeUnconfirmed(NOW)).toBe(1);
    await store.public.addReport(report("B1"));
    const file = join(folder, `public-${Math.random()}.jsonl.gz`);
    await store.backup(file);
    const { readFileSync } = await import("node:fs");
    const { gunzipSync } = await import("node:zlib");
    const text = gunzipSync(readFileSync(file)).toString();
    expect(text).toContain("Die Nummer ist falsch.");
    expect(text).not.toContain("anna@example.it");
    expect(await store.public.removeSubscriber("t2")).toBe(true);
    expect(await store.public.subscriber("t2")).toBeNull();
    await store.close();
  });
}
