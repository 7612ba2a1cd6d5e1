// 10,000 generated requests over every route and 5,000 socket frames. (people, must show)
import { beforeAll, expect, it } from "vitest";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { fuzzFrames, fuzzRequests } from "./fuzzRequests.ts";

let house: RunningHouse;
const uncaught: unknown[] = [];
beforeAll(async () => {
  process.on("uncaughtExceptionMonitor", (error) => uncaught.push(error));
  house = await startHouse();
}, 120_000);

it("10,000 generated requests: no 5xx, every no a refusal in words, every route asked", {
  timeout: 1_800_000,
}, async () => {
  const { faults, asked, classes, routes } = await fuzzRequests(house, 10_000, 20261126);
  console.info(`${routes} routes, ${asked.size} asked; answers by hundred: ${JSON.stringify([...classes])}`);
  expect(faults).toEqual([]);
  expect(asked.size).toBe(routes);
});

it("5,000 socket frames: no uncaught error, and the house still answers", { timeout: 300_000 }, async () => {
  expect(await fuzzFrames(house, 5000, 20261126)).toBeGreaterThan(4000);
  expect((await fetch(`${house.base}/healthz`)).status).toBe(200);
  expect(uncaught).toEqual([]);
});
