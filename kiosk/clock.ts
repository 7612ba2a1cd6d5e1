// A clock that can be trusted on a machine whose own cannot: the server's time carried on by the monotonic counter.
// [Z1] Between contacts only the monotonic counter moves it: a wall clock set forward or back changes nothing.
// [Z2] After a restart without a server it is never before the last server time seen.
// [Z3] It says whether it can be trusted: not before the first word of a server, not where the device's clock went back since the last,
//      not beyond the lease without a word, not where the device slept since. Then no deadline can be kept, and the display shows the office only.
// Made by main.tsx; read by player and connection.
import type { ClockTrust } from "../server/domain/display.ts";
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
  /** [Z3] */
  trust(): ClockTrust;
}

export interface TimeSources {
  /** Milliseconds that never go back. */
  readonly monotonic: () => number;
  readonly wall: () => Instant;
}

export const DEVICE: TimeSources = { monotonic: () => performance.now(), wall: () => Date.now() };

/** A server time looks old by the network's delay: so much is delay, more means the server's clock was set. */
const DELAY = 5_000;
const HOUR = 3_600_000;
/** How long a display shows postings without a word from the server, where its office has not said. */
export const LEASE_HOURS = 72;
/** Clocks are corrected by seconds now and then; more is a clock without a battery. */
const SET_BACK = 60_000;
/** A television that slept counted nothing meanwhile, and one whose clock was set looks the same: with a line this lasts until the next word. */
const AHEAD = 60_000;
const SILENT = 120_000;

export function createClock(
  kept: ClockMark | null,
  sources: TimeSources = DEVICE,
  leaseHours: () => number = () => LEASE_HOURS,
): Clock {
  const begun = sources.wall();
  let base = firstGuess(kept, begun);
  let counted = sources.monotonic();
  let heardAt: Instant | null = null;
  /** Both of the device's clocks at the last word, or at the start. */
  let together = { wall: begun, monotonic: counted };
  const now = () => base + (sources.monotonic() - counted);
  const slept = () => {
    const passed = sources.monotonic() - together.monotonic;
    return passed > SILENT && sources.wall() - together.wall - passed > AHEAD;
  };
  return {
    now,
    hear(server) {
      const mine = now();
      // Of several samples the latest time is the one least delayed.
      if (heardAt === null || !(server < mine && mine - server < DELAY)) {
        base = server;
        counted = sources.monotonic();
      }
      heardAt = now();
      together = { wall: sources.wall(), monotonic: sources.monotonic() };
    },
    mark: () => ({ server: now(), wall: sources.wall() }),
    trust() {
      const last = heardAt ?? kept?.server ?? null;
      if (last === null) return "unknown";
      if (heardAt === null && kept !== null && begun < kept.wall - SET_BACK) return "wrong";
      if (slept()) return "wrong";
      return now() - last > leaseHours() * HOUR ? "expired" : "known";
    },
  };
}

/** Before the first contact. A device clock that went on since the mark keeps the error it had then; one that did not is no clock. [Z2] */
function firstGuess(kept: ClockMark | null, wall: Instant): Instant {
  if (kept === null) return wall;
  return wall >= kept.wall ? kept.server + (wall - kept.wall) : kept.server;
}
