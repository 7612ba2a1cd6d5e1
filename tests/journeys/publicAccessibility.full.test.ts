// Every kind of public page for everybody: four languages, light and dark, usual and large letters, scripts on and off.
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../admin/deskBrowser.ts";
import { describeWith } from "../setup/describeWith.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { findings, furnish, WITH_MAIL } from "./publicAccessibility.ts";

describeWith(["browser"], "axe and IBM's engine on every public page (people 10)", () => {
  let house: RunningHouse;
  let browser: Browser;
  let close: () => Promise<void>;
  beforeAll(async () => {
    [house, { browser, close }] = await Promise.all([startHouse(WITH_MAIL), launchBrowser()]);
    await furnish(house);
  }, 90_000);
  afterAll(() => close?.());

  for (const locale of ["it", "en", "fr", "de"])
    for (const dark of [false, true])
      for (const rootSize of [16, 28])
        for (const scripts of [true, false])
          it(`find nothing: ${locale}, ${dark ? "dark" : "light"}, ${rootSize} px, scripts ${scripts ? "on" : "off"}`, async () => {
            expect(await findings(browser, house, { locale, dark, rootSize, scripts })).toEqual([]);
          }, 180_000);
});
