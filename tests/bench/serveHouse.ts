// The real server as a process of its own: built as it ships (read file by file it would still be loading what is seldom used while it is measured),
// with the embedded database and the demonstration network. Asked, it tells the longest time its loop stood still since it was last asked, and its
// memory. Started by house.ts and lobbyHouse.ts.
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { readConfig } from "../../server/config.ts";
import { answerQuestions } from "./programs.ts";

export interface HouseState {
  /** Milliseconds. */
  readonly longestStall: number;
  /** Bytes. */
  readonly memory: number;
}

const { serve } = (await import(
  pathToFileURL(join(readConfig({}).projectRoot, "dist/server/main.js")).href
)) as typeof import("../../server/main.ts");
await serve();
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
answerQuestions((): HouseState => {
  const longestStall = delay.max / 1e6;
  delay.reset();
  return { longestStall, memory: process.memoryUsage().rss };
});
