// A running house and a browser to look at it with, for the tests that plant hostile texts: once through everything public for each round.
// Called by the short test (one round) and the full one (every text in every field).
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../admin/deskBrowser.ts";
import { type KioskHouse, startKioskHouse } from "../kiosk/kioskHouse.ts";
import { describeWith } from "../setup/describeWith.ts";
import { look, lookAtData, lookAtDisplay, plantRound, type Round, type Seen, sinks } from "./injection.ts";

/** `tests` gets what plays one round: planted beginning with the given text, then looked at everywhere. */
export function describeHostileHouse(
  name: string,
  tests: (play: (first: number, locale: string) => Promise<{ readonly round: Round; readonly seen: Seen }>) => void,
): void {
  describeWith(["browser"], name, () => {
    let house: KioskHouse;
    let opened: Awaited<ReturnType<typeof launchBrowser>>;
    beforeAll(async () => {
      [house, opened] = await Promise.all([startKioskHouse(), launchBrowser()]);
    }, 120_000);
    afterAll(async () => {
      await opened?.close();
      await house?.end();
    });
    tests(async (first, locale) => {
      const seen: Seen = { faults: [], met: new Set() };
      const round = await plantRound(house, first);
      await look(opened.browser, house.origin, sinks(round, locale, first), round, seen);
      await lookAtData(opened.browser, house, locale, round, seen);
      await lookAtDisplay(opened.browser, house, round, seen);
      return { round, seen };
    });
  });
}
