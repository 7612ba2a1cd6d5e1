// Processor time that processes have used, from the scheduler's own account: on a busy machine the firmest figure there is.
// Called by the benchmarks.
import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds on a processor of all living threads of these processes. */
export function processorMs(pids: readonly number[]): number {
  let nanoseconds = 0;
  for (const pid of pids) {
    for (const thread of list(`/proc/${pid}/task`)) {
      nanoseconds += Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(" ")[0]);
    }
  }
  return nanoseconds / 1e6;
}

/** The process and all that descend from it. */
export function familyOf(pid: number): number[] {
  const family = [pid];
  for (const member of family) {
    for (const thread of list(`/proc/${member}/task`)) {
      const children = read(`/proc/${member}/task/${thread}/children`).split(" ");
      family.push(...children.filter((child) => child !== "").map(Number));
    }
  }
  return family;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
