// A sample of the generated requests and frames; all of them in fuzz.full.test.ts.
import { beforeAll, expect, it } from "vitest";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { fuzzFrames, fuzzRequests } from "./fuzzRequests.ts";

let house: RunningHouse;
const uncaught: unknown[] = [];
beforeAll(async () => {
  process.on("uncaughtExceptionMonitor", (error) => uncaught.push(error));
  house = await startHouse();
}, 120_000);

it("300 generated requests over the route table: no 5xx, and every no is a refusal in words", {
  timeout: 120_000,
}, async () => {
  const { faults, asked } = await fuzzRequests(house, 300, 7);
  expect(faults).toEqual([]);
  expect(asked.size).toBeGreaterThan(60);
});

it("200 socket frames: the house still answers", { timeout: 60_000 }, async () => {
  expect(await fuzzFrames(house, 200, 7)).toBeGreaterThan(100);
  expect((await fetch(`${house.base}/healthz`)).status).toBe(200);
  expect(uncaught).toEqual([]);
});
