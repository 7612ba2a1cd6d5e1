// Keeps the process in step with time and with other writers: looks every half second for commits of other processes (the command line),
// and writes down postings that opened or expired. Called by app.ts.
import type { House } from "../house.ts";
import { advanceTime } from "../services/advanceTime.ts";

const EVERY = 500;

/** Returns a function that stops it and waits for what is under way. */
export function keepTime(house: House): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function tick(): Promise<void> {
    try {
      await house.mirror.catchUp();
      await advanceTime(house);
    } catch (error) {
      // A database that does not answer is tried again at the next tick; pages and displays go on from the mirror.
      house.log.warn({ err: error }, "the store did not answer");
    }
    if (!stopped) timer = setTimeout(() => (running = tick()), EVERY);
  }

  timer = setTimeout(() => (running = tick()), EVERY);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
