// Every hostile text through every field: as many rounds as there are texts, each beginning with the next, the languages in turn.
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../admin/deskBrowser.ts";
import { type KioskHouse, startKioskHouse } from "../kiosk/kioskHouse.ts";
import { describeWith } from "../setup/describeWith.ts";
import { HOSTILE_TEXTS } from "./hostileTexts.ts";
import { look, lookAtData, lookAtDisplay, plantRound, type Seen, sinks } from "./injection.ts";

const LOCALES = ["it", "en", "fr", "de"];
/** Rounds in one test, so that a slow machine is told where it stands. */
const TOGETHER = 40;

describeWith(["browser"], "every text that would run, in every field", () => {
  let house: KioskHouse;
  let opened: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    [house, opened] = await Promise.all([startKioskHouse(), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
    await house?.end();
  });

  for (let from = 0; from < HOSTILE_TEXTS.length; from += TOGETHER)
    it(`never runs: texts ${from} to ${from + TOGETHER - 1} [B4]`, async () => {
      for (let first = from; first < Math.min(from + TOGETHER, HOSTILE_TEXTS.length); first += 1) {
        const seen: Seen = { faults: [], met: new Set() };
        const locale = LOCALES[first % LOCALES.length] as string;
        const round = await plantRound(house, first);
        await look(opened.browser, house.origin, sinks(round, locale, first), round, seen);
        await lookAtData(opened.browser, house, locale, round, seen);
        await lookAtDisplay(opened.browser, house, round, seen);
        expect(seen.faults, `beginning with ${HOSTILE_TEXTS[first]}`).toEqual([]);
      }
    }, 900_000);
});
