// Which processes live below one, and whether some of them still do. Used by the printer's tests on crashes and kills.
import { readdirSync, readFileSync } from "node:fs";

export interface LiveProcess {
  readonly pid: number;
  readonly command: string;
  /** Distinguishes it from a later process of the same number. */
  readonly startedAt: string;
}

export function processesBelow(pid: number): LiveProcess[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)));
  const below = (parent: number): LiveProcess[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

export const stillAlive = (some: readonly LiveProcess[]): LiveProcess[] =>
  some.filter(({ pid, startedAt }) => readProcess(pid).some((now) => now.startedAt === startedAt));

function readProcess(pid: number): (LiveProcess & { parent: number })[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    if (fields[0] === "Z") return [];
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return [{ pid, command, parent: Number(fields[1]), startedAt: fields[19] ?? "" }];
  } catch {
    return [];
  }
}
