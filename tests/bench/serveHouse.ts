// The real server as a process of its own: the production entry, the embedded database, the demonstration network. Asked, it tells the longest time
// its loop stood still since it was last asked, and its memory. Started by house.ts and lobby.ts.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { serve } from "../../server/main.ts";
import { answerQuestions } from "./programs.ts";

export interface HouseState {
  /** Milliseconds. */
  readonly longestStall: number;
  /** Bytes. */
  readonly memory: number;
}

await serve();
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
answerQuestions((): HouseState => {
  const longestStall = delay.max / 1e6;
  delay.reset();
  return { longestStall, memory: process.memoryUsage().rss };
});
