// The clock handed to everything that asks for the time, so that tests can set it. Called by main and tests.
import type { Instant } from "../domain/time.ts";

export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };
