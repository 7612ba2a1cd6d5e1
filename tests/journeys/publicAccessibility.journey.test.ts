// Every kind of public page for everybody, in one language; the full run has them all.
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../admin/deskBrowser.ts";
import { describeWith } from "../setup/describeWith.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { findings, furnish, publicPaths, WITH_MAIL } from "./publicAccessibility.ts";

describeWith(["browser"], "axe and IBM's engine on every public page (people 10)", () => {
  let house: RunningHouse;
  let browser: Browser;
  let close: () => Promise<void>;
  beforeAll(async () => {
    [house, { browser, close }] = await Promise.all([startHouse(WITH_MAIL), launchBrowser()]);
    await furnish(house);
  }, 90_000);
  afterAll(() => close?.());

  it("find nothing in German, light, usual letters", async () => {
    // One page of each kind: the pages of the other sections are made of the same parts.
    const paths = publicPaths(house, "de").slice(0, 14);
    const seen = { locale: "de", dark: false, rootSize: 16, scripts: true };
    expect(await findings(browser, house, seen, paths)).toEqual([]);
  }, 300_000);
});
