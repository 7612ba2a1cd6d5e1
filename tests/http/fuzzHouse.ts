// The tests of generated requests and frames against one house, in the number asked for. Called by fuzz.test.ts (a sample) and fuzz.full.test.ts (all).
import { beforeAll, expect, it } from "vitest";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { fuzzFrames, fuzzRequests } from "./fuzzRequests.ts";

interface Amount {
  readonly requests: number;
  readonly frames: number;
  /** Frames that must at least have gone out. */
  readonly sent: number;
  /** Routes that must have been asked; null: every one. */
  readonly routes: number | null;
  readonly seed: number;
  readonly timeout: number;
}

export function fuzzHouse({ requests, frames, sent, routes, seed, timeout }: Amount): void {
  let house: RunningHouse;
  const uncaught: unknown[] = [];
  beforeAll(async () => {
    process.on("uncaughtExceptionMonitor", (error) => uncaught.push(error));
    house = await startHouse();
  }, 120_000);

  it(`${requests} generated requests over the route table: no 5xx, every no a refusal in words`, {
    timeout,
  }, async () => {
    const { faults, asked, classes, routes: all } = await fuzzRequests(house, requests, seed);
    console.info(`${all} routes, ${asked.size} asked; answers by hundred: ${JSON.stringify([...classes])}`);
    expect(faults).toEqual([]);
    expect(asked.size).toBeGreaterThanOrEqual(routes ?? all);
  });

  it(`${frames} socket frames: no uncaught error, and the house still answers`, { timeout }, async () => {
    expect(await fuzzFrames(house, frames, seed)).toBeGreaterThan(sent);
    expect((await fetch(`${house.base}/healthz`)).status).toBe(200);
    expect(uncaught).toEqual([]);
  });
}
