// Kills a process with SIGKILL while it publishes pairs of postings in a loop, then looks at what it left. [ST3]
// Called by sqlite.test.ts and, many times over, by sqlite.full.test.ts.
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect } from "vitest";
import type { Place } from "./place.ts";
import { codeNumber } from "./records.ts";
import { startProgram } from "./runProgram.ts";

/** Every acknowledged pair is there, and none without its other half. */
export async function killWhilePublishing(folder: string, place: Place, acknowledgements: number): Promise<void> {
  const child = await startProgram(folder, ["publish", place.where]);
  const ended = once(child, "close");
  const acknowledged: { revision: number; pair: number }[] = [];
  for await (const line of createInterface({ input: child.stdout as NonNullable<typeof child.stdout> })) {
    const [revision, pair] = line.split(" ").map(Number);
    acknowledged.push({ revision: revision as number, pair: pair as number });
    // Not between two commits: at some moment of the next one.
    if (acknowledged.length === acknowledgements) setTimeout(() => child.kill("SIGKILL"), Math.random() * 4);
  }
  expect(await ended).toEqual([null, "SIGKILL"]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(acknowledgements);

  const store = await place.open();
  try {
    expect(await store.damages()).toEqual([]);
    expect(await store.brokenChain()).toBeNull();
    const postings = new Map((await store.postings()).map((posting) => [posting.code, posting.revision]));
    for (const { revision, pair } of acknowledged) {
      for (const n of [pair * 2, pair * 2 + 1]) expect(postings.get(codeNumber(n))).toBe(revision);
    }
    const { revision } = await store.head();
    expect(postings.size).toBe(revision * 2);
    expect((await store.events(0, 1_000_000)).length).toBe(revision * 2);
    for (const [code, at] of postings) expect((await store.versionAt(code, at))?.revision).toBe(at);
  } finally {
    await store.close();
  }
}
