// Works the queue of machine translation, one call at a time, outside every publication: looks when something is asked for, and every few seconds,
// since another instance may have asked. Called by app.ts. [MW1]
import type { House } from "../house.ts";

const LOOK_EVERY = 4000;

export function followMachine(house: Pick<House, "machine" | "log">): () => Promise<void> {
  if (house.machine.name === null) return () => Promise.resolve();
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        while (!stopped && (await house.machine.work()));
      } catch (error) {
        // The job's lease ends by itself, and it is tried once more.
        house.log.warn({ err: error }, "the queue of machine translation could not be worked");
      }
    } while (again && !stopped);
  }
  const look = () => {
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
  };
  house.machine.onWork(look);
  const timer = setInterval(look, LOOK_EVERY);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    house.machine.end();
    await running;
  };
}
