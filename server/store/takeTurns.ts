// Work of one process, one after the other, in the order it came. Whoever waits too long is refused; a write within a write, which
// would wait for itself, so ends by itself. Called by sqlite.ts and postgres.ts for their writes.
import { Refusal } from "../domain/refusal.ts";

/** Longest wait for one's turn, in milliseconds: longer than any import takes. */
export const PATIENCE = 30_000;

/** Throws Refusal `storeUnavailable` after `patience`. */
export function takeTurns(patience = PATIENCE): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<void> = Promise.resolve();
  return (work) =>
    new Promise((resolve, reject) => {
      let gaveUp = false;
      const timer = setTimeout(() => {
        gaveUp = true;
        const cause = new Error(`waited ${patience} ms for other writes; a write within a write waits for itself`);
        reject(Object.assign(new Refusal("storeUnavailable"), { cause }));
      }, patience);
      last = last.then(async () => {
        clearTimeout(timer);
        if (!gaveUp) await work().then(resolve, reject);
      });
    });
}
