// Waits for a moment in which the house has little to do. After a start a thousand displays come back within seconds: what nobody has asked for yet
// does not stand in their way. Called by main, app and the memory's follower for what they make ready beforehand.
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds from one look to the next. */
const LOOK = 1_000;
/** A click day has no calm second: then the work is done all the same, in its small steps. */
const AT_LATEST = 30_000;
/** Share of a look in which the process was at work: two thousand displays that come back over five seconds take more. */
const CALM = 0.1;

export async function whenCalm(): Promise<void> {
  for (let waited = 0; waited < AT_LATEST; waited += LOOK) {
    const before = performance.eventLoopUtilization();
    await pause(LOOK, undefined, { ref: false });
    if (performance.eventLoopUtilization(before).utilization < CALM) return;
  }
}
