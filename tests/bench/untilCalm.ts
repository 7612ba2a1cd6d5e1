// Waits until a program has little left to do: what it makes ready after a start or an import is no part of what a person at the desk then waits for.
// Called by desk.ts.
import { setTimeout as wait } from "node:timers/promises";
import { familyOf, processorMs } from "./processorTime.ts";

const LOOK = 1000;
/** Of a look's time, in milliseconds of processor. */
const LITTLE = 100;
const PATIENCE = 60;

export async function untilCalm(pid: number): Promise<void> {
  for (let look = 0; look < PATIENCE; look += 1) {
    const before = processorMs(familyOf(pid));
    await wait(LOOK);
    if (processorMs(familyOf(pid)) - before < LITTLE) return;
  }
}
