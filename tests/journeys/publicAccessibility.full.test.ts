// Every kind of public page for everybody: four languages, light and dark, usual and large letters.
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../admin/deskBrowser.ts";
import { describeWith } from "../setup/describeWith.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { findings } from "./publicAccessibility.ts";

describeWith(["browser"], "axe on every public page", () => {
  let house: RunningHouse;
  let browser: Browser;
  let close: () => Promise<void>;
  beforeAll(async () => {
    [house, { browser, close }] = await Promise.all([startHouse(), launchBrowser()]);
  }, 60_000);
  afterAll(() => close?.());

  for (const locale of ["it", "en", "fr", "de"])
    for (const dark of [false, true])
      for (const rootSize of [16, 28])
        it(`finds nothing: ${locale}, ${dark ? "dark" : "light"}, ${rootSize} px`, async () => {
          expect(await findings(browser, house, { locale, dark, rootSize })).toEqual([]);
        }, 120_000);
});
