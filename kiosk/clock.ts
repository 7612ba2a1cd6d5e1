// A clock that can be trusted on a machine whose own cannot: the server's time carried on by the monotonic counter.
// [Z1] Between contacts only the monotonic counter moves it: a wall clock set forward or back changes nothing.
// [Z2] After a restart without a server it is never before the last server time seen.
// Made by main.tsx; read by player and connection.
import type { Instant } from "../server/domain/time.ts";

/** What is kept across a restart: the server's time and the device's at the same moment. */
export interface ClockMark {
  readonly server: Instant;
  readonly wall: Instant;
}

export interface Clock {
  now(): Instant;
  /** The server said it is `server` now. */
  hear(server: Instant): void;
  mark(): ClockMark;
}

export interface TimeSources {
  /** Milliseconds that never go back. */
  readonly monotonic: () => number;
  readonly wall: () => Instant;
}

/** A server time looks old by the network's delay: so much is delay, more means the server's clock was set. */
const DELAY = 5_000;

export function createClock(
  kept: ClockMark | null,
  sources: TimeSources = { monotonic: () => performance.now(), wall: () => Date.now() },
): Clock {
  let base = firstGuess(kept, sources.wall());
  let counted = sources.monotonic();
  const now = () => base + (sources.monotonic() - counted);
  return {
    now,
    hear(server) {
      const mine = now();
      // Of several samples the latest time is the one least delayed.
      if (server < mine && mine - server < DELAY) return;
      base = server;
      counted = sources.monotonic();
    },
    mark: () => ({ server: now(), wall: sources.wall() }),
  };
}

/** Before the first contact. A device clock that went on since the mark keeps the error it had then; one that did not is no clock. [Z2] */
function firstGuess(kept: ClockMark | null, wall: Instant): Instant {
  if (kept === null) return wall;
  return wall >= kept.wall ? kept.server + (wall - kept.wall) : kept.server;
}
