// Looks every quarter of an hour whether a weekly mail is due, and forgets addresses that never said yes. Called by app.ts.
import type { House } from "../house.ts";
import { sendDigests } from "../services/sendDigests.ts";

const EVERY = 15 * 60_000;
const AFTER_START = 60_000;

/** Returns a function that stops it and waits for what is under way. */
export function followNewsletter(house: House): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = running.then(async () => {
      try {
        await sendDigests(house);
      } catch (error) {
        house.log.warn({ err: error }, "the weekly mail could not be sent; it is tried again");
      }
    });
  };
  const first = setTimeout(look, AFTER_START);
  const timer = setInterval(look, EVERY);
  first.unref();
  timer.unref();
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    await running;
  };
}
