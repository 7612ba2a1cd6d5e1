// The cache of finished paper: the same bytes after a restart, never a damaged file, never more than its limit.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createPaperCache } from "../../server/printer/paperCache.ts";
import { scratchFolder } from "./sampleJob.ts";

const key = (at: number) => at.toString(16).padStart(64, "0");
const sheet = (at: number, size = 1000) => new Uint8Array(size).fill(at);

test("gives back the same bytes under the same strong validator, also in another process's memory", async () => {
  const folder = scratchFolder();
  const kept = await createPaperCache(folder).keep(key(1), sheet(1));
  expect(kept.etag).toMatch(/^"[\w-]{22}"$/);
  const found = await createPaperCache(folder).find(key(1));
  expect(found?.etag).toBe(kept.etag);
  expect(Buffer.from(found?.pdf ?? []).equals(Buffer.from(kept.pdf))).toBe(true);
  expect(await createPaperCache(folder).find(key(2))).toBeNull();
});

test("a damaged file is no paper, and goes", async () => {
  const folder = scratchFolder();
  await createPaperCache(folder).keep(key(1), sheet(1));
  writeFileSync(join(folder, readdirSync(folder)[0] as string), sheet(2));
  expect(await createPaperCache(folder).find(key(1))).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test("stays within its limit: what was not asked for longest goes; half-written and foreign files go at the start", async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, `${key(9)}.half.pdf.part`), "x");
  const cache = createPaperCache(folder, 4000);
  for (const at of [1, 2, 3, 4]) await cache.keep(key(at), sheet(at));
  await createPaperCache(folder, 4000).find(key(9));
  expect(await cache.find(key(1))).not.toBeNull();
  await cache.keep(key(5), sheet(5));
  const names = readdirSync(folder).map((name) => Number.parseInt(name.slice(0, 64), 16));
  expect(names).toHaveLength(4);
  await cache.forgetAll();
  expect(readdirSync(folder)).toEqual([]);
  expect(await cache.find(key(5))).toBeNull();
});
