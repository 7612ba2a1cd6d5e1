// What a paired display looks like under its settings: themes, two languages side by side, urgent notices, upright; nothing clipped, axe clean,
// no empty frame while cards, languages and notices change. In a real browser against the real house.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type DisplayProfile, THEMES, USUAL_PROFILE } from "../../server/domain/display.ts";
import { changeDisplay } from "../../server/services/changeDisplay.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { pairDisplay } from "../../server/services/pairDisplay.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { endUrgent, raiseUrgent } from "../../server/services/raiseUrgent.ts";
import { aContent, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { glassSays, type LobbyBrowser, lobbyBrowser } from "./killedBrowser.ts";
import { type KioskHouse, startKioskHouse } from "./kioskHouse.ts";
import { watchFrames } from "./watchFrames.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TEXTS = {
  it: "Allagamento al piano terra: oggi gli sportelli ricevono al primo piano, dall’ingresso di via Verdi.",
  en: "The ground floor is flooded: today the desks are on the first floor, entrance in via Verdi.",
  fr: "Le rez-de-chaussée est inondé : aujourd’hui, les guichets sont au premier étage, entrée via Verdi.",
  de: "Das Erdgeschoss steht unter Wasser: heute sind die Schalter im ersten Stock, Eingang via Verdi.",
};

describeWith(["browser"], "how a display looks", () => {
  let house: KioskHouse;
  let browser: LobbyBrowser;
  let page: Page;
  let id = "";
  beforeAll(async () => {
    [house, browser] = await Promise.all([startKioskHouse(), lobbyBrowser()]);
    page = await browser.open(`${house.origin}/kiosk/`);
    await page.waitForSelector(".pairing-letters", { timeout: 20_000 });
  }, 120_000);
  afterAll(async () => {
    await browser?.end();
    await house?.end();
  });
  const set = (changes: Partial<DisplayProfile>) =>
    changeDisplay(house.app().house, chief, id, {
      office: "lecce",
      name: "Sala",
      profile: { ...USUAL_PROFILE, ...changes },
    });
  const picture = async (name: string) => {
    if (process.env.LOBBY_PICTURES) await page.screenshot({ path: `${process.env.LOBBY_PICTURES}/${name}.png` });
  };
  const violations = async (): Promise<string[]> => {
    await page.evaluate(axeSource);
    return page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(on: Document, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const found = await axe.run(document, { rules: { "target-size": { enabled: true } } });
      return found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`);
    });
  };
  /** Pixels of the smallest letters, as they would be at 1080p (lobby 25). */
  const smallest = () =>
    page.evaluate(() => {
      const sizes = [...document.querySelectorAll<HTMLElement>("#app *, body *")]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      return (Math.min(...sizes) * 1080) / Math.min(innerWidth, innerHeight);
    });
  /** Whatever stands beyond the glass, or sentences that lie on one another. */
  const clipped = () =>
    page.evaluate(() => {
      const texts = [
        ...document.querySelectorAll<HTMLElement>(
          ".urgent p, .urgent h1, .pairing h1, .pairing h2, .pairing p, .pairing svg",
        ),
      ];
      const boxes = texts.map((element) => ({ text: element.textContent ?? "", box: element.getBoundingClientRect() }));
      const outside = boxes.filter(
        ({ box }) => box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight,
      );
      const upon = boxes.filter(({ box }, index) =>
        boxes.some(
          ({ box: other }, at) =>
            at > index &&
            box.left < other.right - 2 &&
            other.left < box.right - 2 &&
            box.top < other.bottom - 2 &&
            other.top < box.bottom - 2,
        ),
      );
      return [...outside, ...upon].map(({ text }) => text.slice(0, 30));
    });

  /** Words of two languages side by side that reach out of their half, or of the glass. */
  const outside = () =>
    page.evaluate(() =>
      [...document.querySelectorAll(".half")].flatMap((half) => {
        const room = half.getBoundingClientRect();
        return [...half.querySelectorAll("p, dt, dd, h1, svg")]
          .filter((element) => {
            const box = element.getBoundingClientRect();
            return (
              box.left < room.left - 1 ||
              box.right > room.right + 1 ||
              box.top < room.top - 1 ||
              box.bottom > room.bottom + 1 ||
              room.bottom > innerHeight + 1
            );
          })
          .map((element) => (element.textContent ?? "").slice(0, 30));
      }),
    );

  it("lobby 25: asks for its place, lying and upright, with nothing clipped and nothing for axe to find", async () => {
    await page.waitForFunction(() => document.querySelectorAll(".pairing-words [lang]").length === 4, {
      timeout: 10_000,
    });
    for (const [name, width, height] of [
      ["pairing", 1920, 1080],
      ["pairing-upright", 1080, 1920],
      ["pairing-4k", 3840, 2160],
    ] as const) {
      await page.setViewport({ width, height });
      // Once the glass has taken its new measure.
      await expect.poll(smallest, { message: name }).toBeGreaterThanOrEqual(24);
      await picture(name);
      expect(await clipped(), name).toEqual([]);
      expect(await violations(), name).toEqual([]);
    }
    await page.setViewport({ width: 1920, height: 1080 });
    const code = await page.$eval(".pairing-letters", (element) => element.textContent ?? "");
    id = (await pairDisplay(house.app().house, chief, { code, office: "lecce", name: "Sala", replace: null })).id;
    const parts = house.app().house;
    for (const title of ["Cuoca per la mensa", "Muratore"]) {
      const draft = await createPosting(parts, chief, "lecce", aContent(title));
      await publishPosting(parts, chief, draft.code, draft.revision);
    }
    await page.waitForSelector(".card-title", { timeout: 20_000 });
    await expect.poll(() => house.app().house.roll.seen(id)?.beat.line, { timeout: 20_000 }).toBe("socket");
  }, 60_000);

  it("lobby 25, 32: changes its colours and shows two languages side by side as staff ask, without an empty frame, and axe finds nothing", async () => {
    await page.evaluate(watchFrames);
    for (const theme of THEMES) {
      await set({ theme });
      await page.waitForFunction(
        (wanted) => document.querySelector(".card")?.getAttribute("data-theme") === wanted,
        { timeout: 5_000 },
        theme,
      );
      await new Promise((resolve) => setTimeout(resolve, 800));
      expect(await violations(), theme).toEqual([]);
    }
    await set({ policy: "together" });
    await page.waitForFunction(() => document.querySelectorAll(".pair .half").length === 2, { timeout: 25_000 });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll(".pair .half")].map((card) => card.getAttribute("lang")).join(),
      ),
    ).toBe("it,en");
    for (const [name, width, height] of [
      ["together-upright", 1080, 1920],
      ["together-4k", 3840, 2160],
      ["together", 1920, 1080],
    ] as const) {
      await page.setViewport({ width, height });
      const wanted = height > width ? ".pair-portrait" : ".pair-landscape";
      await page.waitForFunction((layout) => document.querySelector(layout) !== null, { timeout: 20_000 }, wanted);
      await new Promise((resolve) => setTimeout(resolve, 800));
      await picture(name);
      expect(await outside(), name).toEqual([]);
      expect(await smallest(), name).toBeGreaterThanOrEqual(24);
      expect(await violations(), name).toEqual([]);
    }
    expect((await page.evaluate(() => window.frameReport)).empty).toBe(0);
  }, 120_000);

  it("lobby 6, 18, 25: gives way to an urgent notice in four languages, none of it clipped, and comes back, without an empty frame", async () => {
    for (const [name, texts, width, height] of [
      ["urgent-four", TEXTS, 1920, 1080],
      ["urgent-upright", TEXTS, 1080, 1920],
      ["urgent-4k", TEXTS, 3840, 2160],
      ["urgent-short", { it: "Uscire con calma." }, 1920, 1080],
      [
        "urgent-long",
        Object.fromEntries(
          Object.keys(TEXTS).map((locale) => [
            locale,
            "Donaudampfschifffahrtsgesellschaft ist geschlossen. ".repeat(5).slice(0, 240).trim(),
          ]),
        ),
        1920,
        1080,
      ],
    ] as const) {
      await page.setViewport({ width, height });
      const asked = Date.now();
      const body = {
        kind: "notice",
        scope: { kind: "office", office: "lecce" },
        texts: texts as Record<string, string>,
        hours: 1,
      } as const;
      const urgent = await raiseUrgent(house.app().house, chief, body);
      await glassSays(page, (texts as Record<string, string>).it?.slice(0, 20) ?? "", 5_000);
      expect(Date.now() - asked).toBeLessThan(2_000);
      await new Promise((resolve) => setTimeout(resolve, 900));
      // Once the glass has taken its new measure.
      await expect.poll(smallest, { message: name }).toBeGreaterThanOrEqual(24);
      await picture(name);
      expect(await clipped(), name).toEqual([]);
      expect(await violations(), name).toEqual([]);
      await endUrgent(house.app().house, chief, urgent.id, false);
      await page.waitForFunction(() => document.querySelector(".urgent") === null, { timeout: 5_000 });
    }
    expect((await page.evaluate(() => window.frameReport)).empty).toBe(0);
  }, 60_000);
});
