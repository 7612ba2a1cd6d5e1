// One paired display with the whole house behind it, its browser killed and its server stopped at will. Called by alone.journey and its long part,
// inside their describe: it registers what comes before and after.
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect } from "vitest";
import { createPosting } from "../../server/services/createPosting.ts";
import { pairDisplay } from "../../server/services/pairDisplay.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { aContent, chief } from "../builders.ts";
import { type LobbyBrowser, lobbyBrowser } from "./killedBrowser.ts";
import { type KioskHouse, serverNow, startKioskHouse } from "./kioskHouse.ts";

export interface LoneDisplay {
  readonly house: () => KioskHouse;
  readonly page: () => Page;
  /** Given when it is paired. */
  readonly id: () => string;
  /** The browser's only window, on the display. */
  open(): Promise<Page>;
  /** From the code on the glass to a place. */
  pair(): Promise<void>;
  /** By a code that stands elsewhere than on the pairing card. */
  pairBy(code: string): Promise<void>;
  publish(title: string): Promise<void>;
  kill(): Promise<void>;
  /** Until it has told of itself by its socket, from now on or since an instant. */
  connected(since?: number): Promise<void>;
  /** Until the application is on the device. */
  kept(): Promise<unknown>;
}

/** @param start how its browser is started; the usual one where nothing is said */
export function loneDisplay(start: () => Promise<LobbyBrowser> = lobbyBrowser): LoneDisplay {
  let house: KioskHouse;
  let browser: LobbyBrowser;
  let page: Page;
  let id = "";
  beforeAll(async () => {
    [house, browser] = await Promise.all([startKioskHouse(), start()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.end();
    await house?.end();
  });
  const pairBy = async (code: string) => {
    const wanted = { code, office: "lecce", name: "Ingresso", replace: null };
    id = (await pairDisplay(house.app().house, chief, wanted)).id;
  };
  return {
    house: () => house,
    pairBy,
    page: () => page,
    id: () => id,
    async open() {
      page = await browser.open(`${house.origin}/kiosk/`);
      return page;
    },
    async pair() {
      await page.waitForSelector(".pairing-letters", { timeout: 45_000 });
      const code = await page.$eval(".pairing-letters", (element) => element.textContent ?? "");
      await pairBy(code);
      await page.waitForSelector(".card-title", { timeout: 45_000 });
    },
    async publish(title) {
      const { house: parts } = house.app();
      const draft = await createPosting(parts, chief, "lecce", aContent(title));
      await publishPosting(parts, chief, draft.code, draft.revision);
    },
    kill: () => browser.kill(),
    async connected(since = serverNow()) {
      const seen = () => house.app().house.roll.seen(id);
      await expect
        .poll(() => (seen()?.at ?? 0) > since && seen()?.beat.line === "socket", { timeout: 45_000, interval: 50 })
        .toBe(true);
    },
    kept: () => page.waitForFunction(() => navigator.serviceWorker.controller !== null, { timeout: 45_000 }),
  };
}
