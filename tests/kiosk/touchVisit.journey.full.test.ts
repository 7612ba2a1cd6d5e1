// What a visitor can ask of a touch display beside search and list, by real fingers: to stop and read, larger letters, other colours, everything lower down,
// to listen; what comes before any visit; a full list in one code; and glasses on which keys for fingers are tight. Long: minutes. (lobby 33, 34; people 15, 19)
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { LONGEST_LIST } from "../../server/domain/address.ts";
import { THEMES } from "../../server/domain/display.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { endUrgent, raiseUrgent } from "../../server/services/raiseUrgent.ts";
import { aContent, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { glassSays } from "./killedBrowser.ts";
import { type TouchHouse, touchHouse } from "./touchHouse.ts";

vi.setConfig({ testTimeout: 180_000 });
const NAMES = { it: "Italiano", en: "English", fr: "Français", de: "Deutsch" } as const;
const SEARCH = { it: "Cerca", en: "Search", fr: "Chercher", de: "Suchen" } as const;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describeWith(["browser", "espeak", "lame", "pdftoppm", "zbarimg"], "a visit at a touch display", () => {
  let display: TouchHouse;
  beforeAll(async () => {
    display = await touchHouse(["Cuoca per la mensa", "Muratore"], process.env.PATH);
  }, 240_000);
  afterAll(async () => {
    await display?.end();
  });

  /** The rotation with nobody before it, on a glass of so many pixels. */
  const rotation = async (width = 1920, height = 1080) => {
    const { page } = display;
    await page.setViewport({ width, height, hasTouch: true });
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll(".touch-bar .touch-language").length === 4, {
      timeout: 30_000,
    });
  };
  /** In English, with the first posting of all open. */
  const reading = async () => {
    await rotation();
    const { page } = display;
    await display.touch("English");
    await page.waitForSelector(".tile-all", { timeout: 20_000 });
    await display.touch("All postings");
    await page.waitForSelector(".row", { timeout: 20_000 });
    await page.$eval(".row", (row) => (row as HTMLElement).click());
    await page.waitForSelector(".read-title", { timeout: 20_000 });
  };
  const words = (selector: string) => display.page.$eval(selector, (one) => one.textContent ?? "");

  it("stops at the posting that stands there, for as long as somebody reads (people 15)", async () => {
    const { page } = display;
    await rotation();
    await page.waitForSelector(".card-title", { timeout: 30_000 });
    const [title, lang] = await page.evaluate(() => [
      document.querySelector(".layer:last-child .card-title")?.firstChild?.textContent ?? "",
      document.documentElement.lang,
    ]);
    const read = { it: "Ferma", en: "Stop and", fr: "", de: "Anhalten" }[lang as "it"] || "";
    if (read === "") await page.$eval(".touch-bar .touch-first", (one) => (one as HTMLElement).click());
    else await display.touch(read);
    await page.waitForSelector(".read-title", { timeout: 20_000 });
    expect(title).not.toBe("");
    expect(await words(".read-title")).toContain(title);
    // Longer than any card stands; a sign of life on the way.
    await pause(45_000);
    expect(await words(".read-title")).toContain(title);
    expect(await page.$(".idle")).toBeNull();
  });

  it("shows of a section only its own", async () => {
    const { page, house } = display;
    const parts = house.app().house;
    const draft = await createPosting(parts, chief, "lecce", aContent("Corso di saldatura", {}, "training"));
    await publishPosting(parts, chief, draft.code, draft.revision);
    await rotation();
    await display.touch("English");
    await page.waitForSelector('li[data-section="training"] .tile', { timeout: 20_000 });
    for (const [section, more] of [
      ["training", 1],
      ["vacancy", 2],
    ] as const) {
      await page.tap(`li[data-section="${section}"] .tile`);
      await page.waitForSelector(".row", { timeout: 20_000 });
      const rows = await page.$$eval(".rows > li", (all) => all.map((one) => one.getAttribute("data-section")));
      expect(new Set(rows)).toEqual(new Set([section]));
      expect(rows.length).toBeGreaterThanOrEqual(more);
      await display.touch("Start");
      await page.waitForSelector(".tile", { timeout: 20_000 });
    }
  });

  it("enlarges what is read by a quarter and again by a quarter, and goes back (lobby 34)", async () => {
    await reading();
    const size = () => display.page.$eval(".read-title", (one) => Number.parseFloat(getComputedStyle(one).fontSize));
    const usual = await size();
    await display.touch("Larger text");
    await expect.poll(async () => (await size()) / usual).toBeCloseTo(1.25, 2);
    await display.touch("Larger text");
    await expect.poll(async () => (await size()) / usual).toBeCloseTo(1.5625, 2);
    await display.touch("Usual text");
    await expect.poll(async () => (await size()) / usual).toBeCloseTo(1, 2);
  });

  it("goes through the four contrast themes, each of other colours (lobby 34)", async () => {
    await reading();
    const looks = () =>
      display.page.$eval(".visit", (one) => {
        const { color, backgroundColor } = getComputedStyle(one);
        return [one.getAttribute("data-theme"), `${color} on ${backgroundColor}`];
      });
    const seen = new Map<string, string>();
    for (let time = 0; time < THEMES.length; time += 1) {
      const [theme = "", colours = ""] = (await looks()) as string[];
      seen.set(theme, colours);
      await display.touch("Other colours");
      await expect.poll(async () => (await looks())[0]).not.toBe(theme);
    }
    expect([...seen.keys()].sort()).toEqual([...THEMES].sort());
    expect(new Set(seen.values()).size).toBe(THEMES.length);
  });

  it.each([
    ["lying", 1920, 1080, 0.36],
    ["upright", 1080, 1920, 0.42],
  ] as const)(
    "brings everything that is touched into the lower part, %s (people 15)",
    async (_hangs, width, height, from) => {
      const { page } = display;
      await rotation(width, height);
      await display.touch("English");
      await page.waitForSelector(".tile", { timeout: 20_000 });
      await display.touch("Buttons lower down");
      await page.waitForSelector(".visit-low", { timeout: 20_000 });
      const highest = () =>
        page.evaluate(() =>
          Math.min(
            ...[...document.querySelectorAll(".visit button, .visit input")].map(
              (one) => one.getBoundingClientRect().top / innerHeight,
            ),
          ),
        );
      const views: [string, () => Promise<unknown>, string][] = [
        ["home", async () => {}, ".tile"],
        ["list", () => display.touch("All postings"), ".row"],
        ["posting", () => page.$eval(".row", (row) => (row as HTMLElement).click()), ".read-title"],
        ["search", () => display.touch("Search"), ".key"],
        ["empty list", () => display.touch("My list"), ".visit-plain"],
      ];
      for (const [name, go, shown] of views) {
        await go();
        await page.waitForSelector(shown, { timeout: 20_000 });
        expect(await highest(), name).toBeGreaterThanOrEqual(from);
        expect(await display.faults(), name).toEqual([]);
        expect(await display.violations(), name).toEqual([]);
      }
      await display.touch("I have finished");
    },
  );

  it("reads a posting aloud by the same word as the phone's page, louder, and not on another view (people 19)", async () => {
    const { page } = display;
    await page.evaluateOnNewDocument(() => {
      const Usual = window.Audio;
      window.Audio = function sound(address: string) {
        const made = new Usual(address);
        Object.assign(window, { sound: made });
        return made;
      } as unknown as typeof Audio;
    });
    await reading();
    const heard = () =>
      page.evaluate(() => {
        const { sound } = window as unknown as { sound: HTMLAudioElement };
        return { at: sound.currentTime, volume: sound.volume, address: sound.src, paused: sound.paused };
      });
    await display.touch("Listen");
    await expect.poll(async () => (await heard()).at, { timeout: 45_000 }).toBeGreaterThan(1);
    const [code = ""] = /[0-9A-Z]{7}$/.exec(await words(".posting-address")) ?? [];
    expect((await heard()).address).toBe(`${display.house.origin}/listen/${code}/en`);
    const before = (await heard()).volume;
    await display.touch("Louder");
    await expect.poll(async () => (await heard()).volume).toBeGreaterThan(before);
    await display.touch("Stop the voice");
    await expect.poll(async () => (await heard()).paused).toBe(true);
    // Another view ends the voice too.
    await display.touch("Listen");
    await expect.poll(async () => (await heard()).paused, { timeout: 45_000 }).toBe(false);
    await display.touch("Back");
    await expect.poll(async () => (await heard()).paused).toBe(true);
  });

  it("gives the glass to an urgent notice, and nothing of the visit comes back after it [TG2]", async () => {
    await reading();
    const { page, house } = display;
    const body = {
      kind: "notice",
      scope: { kind: "office", office: "lecce" },
      texts: { it: "Uscire con calma." },
      hours: 1,
    } as const;
    const { id } = await raiseUrgent(house.app().house, chief, body);
    await glassSays(page, "Uscire con calma.");
    expect(await page.$(".visit")).toBeNull();
    await endUrgent(house.app().house, chief, id, false);
    await page.waitForSelector(".touch-bar .touch-language", { timeout: 30_000 });
    expect(await page.$(".visit")).toBeNull();
  });

  it("hands twenty postings over in one code that is read from the glass, and its page has them all", async () => {
    const { page, house } = display;
    const parts = house.app().house;
    for (let n = display.codes.size; n < LONGEST_LIST; n += 1) {
      const draft = await createPosting(parts, chief, "lecce", aContent(`Annuncio numero ${n}`));
      await publishPosting(parts, chief, draft.code, draft.revision);
    }
    await rotation();
    await display.touch("English");
    await page.waitForSelector('li[data-section="vacancy"] .tile', { timeout: 20_000 });
    await page.tap('li[data-section="vacancy"] .tile');
    await page.waitForSelector(".row", { timeout: 20_000 });
    await page.$eval(".row", (row) => (row as HTMLElement).click());
    await page.waitForSelector(".read-title", { timeout: 20_000 });
    for (let n = 1; n <= LONGEST_LIST; n += 1) {
      await display.tap("Put on my list");
      await glassSays(page, `My list (${n})`);
      if (n < LONGEST_LIST) {
        const title = await words(".posting-address");
        await display.tap("Next");
        await page.waitForFunction(
          (before) => document.querySelector(".posting-address")?.textContent !== before,
          { timeout: 20_000 },
          title,
        );
      }
    }
    await display.touch("My list");
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 20, { timeout: 20_000 });
    const address = new URL(await display.scan());
    const [, codes = ""] = /^\/O\/([0-9A-Z.]+)\/EN$/.exec(address.pathname) ?? [];
    expect(codes.split(".")).toHaveLength(LONGEST_LIST);
    const answer = await fetch(`${house.origin}${address.pathname}`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    for (const code of codes.split(".")) expect(html).toContain(code);
    for (const title of display.codes.keys()) expect(html).toContain(title);
  });

  it.each([
    ["15.6 inches lying", 1366, 768, 15.6],
    ["15.6 inches upright", 1080, 1920, 15.6],
    ["32 inches, 4K", 3840, 2160, 32],
  ] as const)(
    "its keys are 20 mm on %s, in each language, and leave room for what they find",
    async (name, width, height, diagonal) => {
      const { page } = display;
      await display.set({ diagonal });
      await rotation(width, height);
      for (const [locale, own] of Object.entries(NAMES)) {
        await display.touch(own);
        await page.waitForSelector(".tile", { timeout: 20_000 });
        expect(await display.faults(), `${name} ${locale} home`).toEqual([]);
        await display.touch(SEARCH[locale as keyof typeof SEARCH]);
        await page.waitForSelector(".key", { timeout: 20_000 });
        await display.type("murat");
        await page.waitForSelector(".row", { timeout: 20_000 });
        const here = `${name} ${locale} search`;
        expect(await display.faults(), here).toEqual([]);
        const millimetres = (diagonal * 25.4) / Math.hypot(width, height);
        const side = await page.$$eval(".key", (keys) =>
          Math.min(
            ...keys.flatMap((key) => {
              const { width, height } = key.getBoundingClientRect();
              return [width, height];
            }),
          ),
        );
        expect(side * millimetres, here).toBeGreaterThanOrEqual(19.9);
        if (process.env.LOBBY_PICTURES)
          await page.screenshot({ path: `${process.env.LOBBY_PICTURES}/keys-${diagonal}-${width}-${locale}.png` });
        expect(await display.violations(), here).toEqual([]);
        const below = await page.evaluate(() => {
          const [row, keys] = [".row", ".keys"].map((one) => document.querySelector(one)?.getBoundingClientRect());
          return (keys?.top ?? 0) - (row?.bottom ?? 0);
        });
        expect(below, `${here}: the first that is found stands whole above the keys`).toBeGreaterThanOrEqual(0);
        expect(await words(".search-line button"), here).toMatch(/\([1-9]\d*\)$/);
        await page.tap(".search-line button");
        await page.waitForFunction(() => document.querySelector(".key") === null, { timeout: 20_000 });
        const room = await page.$eval(".search-found", (one) => one.getBoundingClientRect().height);
        expect(room * millimetres, here).toBeGreaterThanOrEqual(60);
        expect(await display.faults(), `${here}, found`).toEqual([]);
        await page.$eval(".bar-row:first-child button:last-child", (one) => (one as HTMLElement).click());
        await page.waitForSelector(".touch-bar", { timeout: 20_000 });
      }
    },
  );
});
