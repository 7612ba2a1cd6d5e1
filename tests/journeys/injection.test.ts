// Hostile texts in every field, once through every public surface; the full run takes every text through every field.
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../admin/deskBrowser.ts";
import { type KioskHouse, startKioskHouse } from "../kiosk/kioskHouse.ts";
import { describeWith } from "../setup/describeWith.ts";
import { look, lookAtData, lookAtDisplay, plantRound, type Seen, sinks } from "./injection.ts";

describeWith(["browser"], "texts that would run", () => {
  let house: KioskHouse;
  let opened: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    [house, opened] = await Promise.all([startKioskHouse(), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
    await house?.end();
  });

  it("never run, become no element and are shown as written: page, feed, calendar, linked data, mail, sheet, display [B4]", async () => {
    const seen: Seen = { faults: [], met: new Set() };
    const round = await plantRound(house, 0);
    await look(opened.browser, house.origin, sinks(round, "it", 0), round, seen);
    await lookAtData(opened.browser, house, "it", round, seen);
    await lookAtDisplay(opened.browser, house, round, seen);
    expect(seen.faults).toEqual([]);
    // The look itself can see: nearly every field came by.
    const fields = new Set([...round.planted.values()].map(({ field }) => field));
    expect([...fields].filter((field) => !seen.met.has(field))).toEqual([]);
  }, 120_000);
});
