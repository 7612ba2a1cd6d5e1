// One of the tries a limiter leaves to somebody, or the refusal that says when there is another. Called by what anybody may send without an account,
// and by signInLimits.
import type { RateLimiterMemory } from "rate-limiter-flexible";
import { Refusal } from "../domain/refusal.ts";

/**
 * Refuses tooManyTries.
 * @param problem the sentence instead of the usual one, which counts minutes
 */
export async function takeTurn(limiter: RateLimiterMemory, key: string, problem?: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    throw tooManyTries((refused as { msBeforeNext?: number }).msBeforeNext ?? 60_000, problem);
  }
}

/** @param waitMs until the next try is taken */
export const tooManyTries = (waitMs: number, problem?: string): Refusal =>
  new Refusal("tooManyTries", {
    retryAfter: Math.ceil(waitMs / 1000),
    minutes: Math.ceil(waitMs / 60_000),
    ...(problem !== undefined && { problem }),
  });
