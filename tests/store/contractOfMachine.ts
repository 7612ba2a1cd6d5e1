// What server/store/machineStore.ts promises, run against both engines.
import { join } from "node:path";
import { expect, test } from "vitest";
import type { MachineJob } from "../../server/domain/machine.ts";
import { restore } from "../../server/store/restore.ts";
import type { Place } from "./place.ts";
import { NOW } from "./records.ts";

const job = (code: string, locale: string, more: Partial<MachineJob> = {}): MachineJob => ({
  code,
  locale,
  state: "waiting",
  attempts: 0,
  due: NOW,
  problem: null,
  request: null,
  refused: [],
  drafted: 0,
  askedBy: "anna",
  askedAt: NOW,
  ...more,
});

export function machineContract(folder: string, newPlace: () => Promise<Place>): void {
  test("[SM1][SM2] jobs are claimed once, by due time, again after the lease; found by secret; moving no revision", async () => {
    const store = await (await newPlace()).open();
    const head = await store.head();
    const { machine } = store;
    const request = { secretHash: "s1", segment: "s2", sent: "d", expires: NOW + 3600 };
    await machine.putJob(job("A", "en", { due: NOW + 5 }));
    await machine.putJob(job("A", "fr", { due: NOW - 5 }));
    await machine.putJob(job("B", "de", { state: "submitted", due: NOW + 3600, request }));
    await machine.putJob(job("C", "de", { state: "failed", due: 0 }));
    await machine.putJob(job("D", "de", { state: "done", due: 7 }));
    expect(await machine.nextDue()).toBe(NOW - 5);
    expect((await machine.unfinished(3)).map(({ code, locale }) => `${code}${locale}`)).toEqual(["Cde", "Afr", "Aen"]);
    const claims = await Promise.all([1, 2, 3, 4].map(() => machine.claim(NOW + 10, NOW + 100)));
    expect(
      claims
        .flatMap((one) => one ?? [])
        .map(({ code, locale }) => `${code}${locale}`)
        .sort(),
    ).toEqual(["Aen", "Afr"]);
    expect(await machine.claim(NOW + 99, NOW + 200)).toBeNull();
    expect((await machine.claim(NOW + 100, NOW + 200))?.code).toBe("A");
    expect((await machine.jobOfSecret("s1"))?.request).toEqual(request);
    expect(await machine.jobOfSecret("s2")).toBeNull();
    expect((await machine.claim(NOW + 3600, NOW + 9000))?.state).toBe("waiting");
    await machine.removeDone(8);
    expect(await machine.job("D", "de")).toBeNull();
    expect((await machine.jobsOf("A")).map(({ locale }) => locale)).toEqual(["en", "fr"]);
    expect(await store.head()).toEqual(head);
    await store.close();
  });

  test("[SM1][SM3] changes at once are all kept, through a restart and a backup", async () => {
    const place = await newPlace();
    const store = await place.open();
    const { machine } = store;
    await machine.putJob(job("A", "en"));
    const times = Array.from({ length: 12 });
    await Promise.all([
      ...times.map(() => machine.changeHealth((health) => ({ ...health, characters: health.characters + 10 }))),
      ...times.map(() => machine.change("A", "en", (one) => ({ ...one, drafted: one.drafted + 1 }))),
    ]);
    expect(await machine.change("A", "xx", (one) => one)).toBeNull();
    const file = join(folder, `machine-${Math.random()}.jsonl.gz`);
    await store.backup(file);
    await store.close();
    const again = await place.open();
    expect((await again.machine.health()).characters).toBe(120);
    expect((await again.machine.job("A", "en"))?.drafted).toBe(12);
    await again.close();
    const other = await newPlace();
    await restore(file, other.target);
    const restored = await other.open();
    expect((await restored.machine.job("A", "en"))?.drafted).toBe(12);
    await restored.close();
  });
}
