// Touch mode and large type in every theme, size and language, lying and upright: axe finds nothing, every target has its 20 mm, no word is cut; a visit
// really ends after eighty seconds; the slip's codes are read back from its paper. Long: minutes. (lobby 25, 33, 34, 37)
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { THEMES } from "../../server/domain/display.ts";
import { describeWith } from "../setup/describeWith.ts";
import { type TouchHouse, touchHouse } from "./touchHouse.ts";

const NAMES = { it: "Italiano", en: "English", fr: "Français", de: "Deutsch" } as const;

describeWith(["browser", "espeak", "lame", "pdftoppm", "zbarimg"], "touch mode in all its looks", () => {
  let display: TouchHouse;
  beforeAll(async () => {
    // With a voice and a printer: all the buttons there can be.
    display = await touchHouse(
      ["Cuoca per la mensa", "Addetto alla conduzione di impianti di depurazione delle acque reflue"],
      process.env.PATH,
    );
  }, 240_000);
  afterAll(async () => {
    await display?.end();
  });
  /** Nothing comes or goes any more: what fades has no contrast to be judged. */
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await display.page.waitForFunction(() => document.querySelectorAll(".layer").length <= 1, { timeout: 20_000 });
  };
  const press = (selector: string) => display.page.$eval(selector, (one) => (one as HTMLElement).click());
  const check = async (name: string) => {
    await settle();
    if (process.env.LOBBY_PICTURES)
      await display.page.screenshot({
        path: join(process.env.LOBBY_PICTURES, `${name.replaceAll(" ", "-")}.png`) as `${string}.png`,
      });
    expect(await display.faults(), name).toEqual([]);
    // A turn may begin while axe looks: what fades then is over soon, what is wrong stays.
    await expect.poll(() => display.violations(), { message: name, timeout: 10_000, interval: 800 }).toEqual([]);
  };

  const HANGS = { lying: { width: 1920, height: 1080 }, upright: { width: 1080, height: 1920 } } as const;
  const cases = (["lying", "upright"] as const).flatMap((hangs) => THEMES.map((theme) => [hangs, theme] as const));

  it.each(cases)(
    "%s, %s: every view in three sizes and four languages, high and low",
    async (hangs, theme) => {
      const { page } = display;
      await page.setViewport(HANGS[hangs]);
      await page.reload();
      for (const [locale, name] of Object.entries(NAMES)) {
        await display.set({ theme, lowReach: locale === "de", slip: "a6" });
        await page.waitForFunction(
          (wanted) => document.querySelector(".touch-bar")?.getAttribute("data-theme") === wanted,
          { timeout: 30_000 },
          theme,
        );
        await page.waitForFunction(() => document.querySelectorAll(".touch-bar .touch-language").length === 4, {
          timeout: 30_000,
        });
        await check(`${hangs} ${theme} ${locale} rotation`);
        await display.tap(name);
        await page.waitForSelector(".tile", { timeout: 20_000 });
        for (let size = 0; size < 3; size += 1) {
          const here = `${hangs} ${theme} ${locale} ${size}`;
          await check(`${here} home`);
          await press(".tile-all");
          await page.waitForSelector(".row", { timeout: 20_000 });
          await check(`${here} list`);
          await press(".row");
          await page.waitForSelector(".read-title", { timeout: 20_000 });
          await check(`${here} posting`);
          await press(".bar-row:first-child button:first-child");
          await page.waitForSelector(".row", { timeout: 20_000 });
          await press(".bar-row:first-child button:first-child");
          await page.waitForSelector(".tile", { timeout: 20_000 });
          await press(".bar-row:last-child .touch-language ~ button:not(.touch-language)");
        }
        await press(".bar-row:first-child button:last-child");
        await page.waitForSelector(".touch-bar", { timeout: 20_000 });
      }
    },
    400_000,
  );

  it.each(THEMES)(
    "on a display of %s colours a visitor's own are whole, whichever is chosen",
    async (theme) => {
      const { page } = display;
      await page.setViewport(HANGS.lying);
      await page.reload();
      await display.set({ theme });
      await page.waitForFunction(
        (wanted) => document.querySelector(".touch-bar")?.getAttribute("data-theme") === wanted,
        { timeout: 30_000 },
        theme,
      );
      await display.tap("Italiano");
      for (let turn = 0; turn < THEMES.length; turn += 1) {
        await page.waitForSelector(".tile", { timeout: 20_000 });
        await display.tap("Altri colori");
        const chosen = THEMES[(THEMES.indexOf(theme) + turn + 1) % THEMES.length] as string;
        await page.waitForSelector(`.visit[data-theme="${chosen}"]`, { timeout: 20_000 });
        await check(`${chosen} on ${theme} home`);
        await press(".tile-all");
        await page.waitForSelector(".row", { timeout: 20_000 });
        await check(`${chosen} on ${theme} list`);
        await press(".row");
        await page.waitForSelector(".read-title", { timeout: 20_000 });
        await check(`${chosen} on ${theme} posting`);
        await press(".bar-row:first-child button:first-child");
        await page.waitForSelector(".row", { timeout: 20_000 });
        await press(".bar-row:first-child button:first-child");
      }
      await display.tap("Ho finito");
      await page.waitForSelector(".touch-bar", { timeout: 20_000 });
    },
    120_000,
  );

  it("asks after a minute and forgets after eighty seconds [TV1]", async () => {
    const { page } = display;
    await page.setViewport(HANGS.lying);
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll(".touch-bar .touch-language").length === 4, {
      timeout: 30_000,
    });
    await display.tap("English");
    await display.tap("Search");
    await display.type("cook");
    await page.waitForSelector(".idle", { timeout: 75_000 });
    expect(await display.violations()).toEqual([]);
    await page.waitForFunction(() => document.querySelector(".visit") === null, { timeout: 40_000 });
    expect(await page.evaluate(() => document.body.innerText.includes("cook"))).toBe(false);
    await display.tap("English");
    await display.tap("Search");
    expect(await page.$eval(".search input", (input) => (input as HTMLInputElement).value)).toBe("");
    expect(await display.writtenDown()).not.toMatch(/cook/i);
  }, 150_000);

  it.each([
    ["a6", 105, 148],
    ["receipt", 80, 210],
  ] as const)(
    "prints a posting and a list on %s in four languages, each code read back",
    async (slip, width, height) => {
      const { page } = display;
      await page.setViewport({ width: 1920, height: 1080 });
      for (const [locale, name] of Object.entries(NAMES)) {
        // The paper's measure is set once for a page: another printer is another start.
        await page.reload();
        await display.set({ slip });
        await page.waitForSelector(".touch-bar .touch-language", { timeout: 30_000 });
        await display.tap(name);
        await page.waitForSelector(".tile", { timeout: 20_000 });
        await press(".tile-all");
        await page.waitForSelector(".row", { timeout: 20_000 });
        await press(".row");
        await page.waitForSelector(".slip", { timeout: 20_000 });
        // The new setting is on its way.
        await expect.poll(async () => (await display.paper()).width, { timeout: 30_000 }).toBe(width);
        const one = await display.paper();
        expect(one.height).toBe(height);
        expect(one.pages, `${slip} ${locale}`).toBe(1);
        expect(one.codes).toEqual([expect.stringMatching(new RegExp(`/O/[0-9A-Z]{7}/${locale}/`, "i"))]);
        await press(".posting-actions .touch-first");
        await press(".posting-volume button:last-child");
        await page.waitForFunction(
          (code) => !document.querySelector(".slip")?.textContent?.includes(code),
          {},
          /O\/(\w{7})/i.exec(one.codes[0] ?? "")?.[1] ?? "",
        );
        await press(".posting-actions .touch-first");
        await press(".bar-row:first-child button:nth-of-type(3)");
        await page.waitForFunction(() => document.querySelectorAll(".slip-posting").length === 2, { timeout: 20_000 });
        const list = await display.paper();
        expect(new Set(list.codes).size, `${slip} ${locale} list`).toBe(2);
      }
    },
    300_000,
  );

  it("shows a posting in large type in every theme, and axe finds nothing", async () => {
    for (const theme of THEMES)
      for (const size of ["larger", "large"] as const) {
        await display.set({ theme, size, diagonal: 43, distance: 3 });
        await display.page.waitForFunction(
          (wanted) => document.querySelector(".large")?.getAttribute("data-theme") === wanted,
          { timeout: 30_000 },
          theme,
        );
        await settle();
        expect(await display.violations(), `${theme} ${size}`).toEqual([]);
      }
  }, 180_000);
});
