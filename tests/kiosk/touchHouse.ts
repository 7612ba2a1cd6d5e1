// A paired touch display in a real browser against the real house, and what its journeys do with it. Called by touch.journey and its long matrix.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer";
import type { Content } from "../../server/domain/content.ts";
import { type DisplayProfile, USUAL_PROFILE } from "../../server/domain/display.ts";
import { changeDisplay } from "../../server/services/changeDisplay.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { pairDisplay } from "../../server/services/pairDisplay.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { aContent, chief } from "../builders.ts";
import { readCode } from "../printer/readCode.ts";
import { type LobbyBrowser, lobbyBrowser } from "./killedBrowser.ts";
import { type KioskHouse, startKioskHouse } from "./kioskHouse.ts";
import { type ReadPaper, readPaper } from "./readPaper.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface TouchHouse {
  readonly house: KioskHouse;
  readonly page: Page;
  /** Codes by title. */
  readonly codes: ReadonlyMap<string, string>;
  set(changes: Partial<DisplayProfile>): Promise<void>;
  /** Presses the first button whose words begin so. */
  tap(words: string): Promise<void>;
  /** The same by a finger on the glass, which alone may start a sound. */
  touch(words: string): Promise<void>;
  type(text: string): Promise<void>;
  violations(): Promise<string[]>;
  /** Buttons smaller than a target, words cut off, and whatever stands beyond the glass. */
  faults(): Promise<string[]>;
  /** What the code on the glass says. */
  scan(): Promise<string>;
  /** Everything the page has written on the device, and its address. [TV3] */
  writtenDown(): Promise<string>;
  /** What the printer puts out now. */
  paper(): Promise<ReadPaper>;
  end(): Promise<void>;
}

/** @param path where a voice is looked for; without it the house has none */
export async function touchHouse(postings: readonly (string | Content)[], path = ""): Promise<TouchHouse> {
  const [house, browser]: [KioskHouse, LobbyBrowser] = await Promise.all([startKioskHouse({ path }), lobbyBrowser()]);
  const page = await browser.open(`${house.origin}/kiosk/`);
  await page.waitForSelector(".pairing-letters", { timeout: 30_000 });
  const code = await page.$eval(".pairing-letters", (element) => element.textContent ?? "");
  const parts = house.app().house;
  const { id } = await pairDisplay(parts, chief, { code, office: "lecce", name: "Sala", replace: null });
  const codes = new Map<string, string>();
  for (const one of postings) {
    const content = typeof one === "string" ? aContent(one) : one;
    const draft = await createPosting(parts, chief, "lecce", content);
    await publishPosting(parts, chief, draft.code, draft.revision);
    codes.set(content.title.written.text, draft.code);
  }
  const set = async (changes: Partial<DisplayProfile>) => {
    const profile = { ...USUAL_PROFILE, touch: true, diagonal: 22, ...changes };
    // The house may have been closed and opened again.
    await changeDisplay(house.app().house, chief, id, { office: "lecce", name: "Sala", profile });
  };
  await page.waitForSelector(".card-title", { timeout: 30_000 });
  await set({});
  // Another program: the display starts anew with it.
  await page.waitForFunction(() => document.querySelectorAll(".touch-language").length === 4, { timeout: 30_000 });
  const press = (selector: string, words: string) =>
    page.evaluate(
      (where, wanted) => {
        const found = [...document.querySelectorAll<HTMLButtonElement>(where)].find((one) =>
          (one.textContent ?? "").trim().startsWith(wanted),
        );
        if (found === undefined) throw new Error(`no button ${wanted}`);
        found.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
        found.click();
      },
      selector,
      words,
    );
  return {
    house,
    page,
    codes,
    set,
    tap: (words) => press("button", words),
    async touch(words) {
      for (const button of await page.$$("button"))
        if ((await button.evaluate((one) => one.textContent ?? "")).trim().startsWith(words)) return button.tap();
      throw new Error(`no button ${words}`);
    },
    async type(text) {
      for (const letter of text) await press(".key", letter);
    },
    async violations() {
      await page.evaluate(axeSource);
      return page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(on: Document, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const found = await axe.run(document, { rules: { "target-size": { enabled: true } } });
        return found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 200)}`);
      });
    },
    faults: () =>
      page.evaluate(() => {
        const buttons = [...document.querySelectorAll<HTMLElement>("button, input")];
        const target = Number.parseFloat(
          getComputedStyle(document.querySelector(".visit, .touch-bar") as Element).getPropertyValue("--target"),
        );
        return buttons.flatMap((one) => {
          const { width, height, left, right, top, bottom } = one.getBoundingClientRect();
          const name = `${one.className}: ${(one.textContent ?? "").slice(0, 30)}`;
          // What scrolls out of its region is reached by the region's own buttons.
          const scrolls = one.closest(".scroller-region") !== null;
          const away = left < 0 || right > innerWidth + 1 || (!scrolls && (top < 0 || bottom > innerHeight + 1));
          return [
            ...(width < target - 0.5 || height < target - 0.5
              ? [`small ${Math.round(width)}x${Math.round(height)} ${name}`]
              : []),
            ...(away ? [`away ${name}`] : []),
            ...(one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2
              ? [`cut ${name}`]
              : []),
          ];
        });
      }),
    async scan() {
      const box = await page.$(".posting-qr");
      const picture = await box?.screenshot();
      if (picture === undefined) throw new Error("no code on the glass");
      return (await readCode(Buffer.from(picture))) ?? "";
    },
    writtenDown: () =>
      page.evaluate(async () => {
        const open = indexedDB.open("bacheca");
        await new Promise((resolve) => (open.onsuccess = resolve));
        const asked = open.result.transaction("kept").objectStore("kept").getAll();
        await new Promise((resolve) => (asked.onsuccess = resolve));
        open.result.close();
        const flat = (_key: string, value: unknown) => (value instanceof Map ? [...value] : value);
        return [
          location.href,
          document.cookie,
          JSON.stringify(history.state),
          JSON.stringify({ ...localStorage, ...sessionStorage }),
          JSON.stringify(asked.result, flat),
        ].join("\n");
      }),
    async paper() {
      return readPaper(await page.pdf({ preferCSSPageSize: true, printBackground: false, timeout: 60_000 }));
    },
    async end() {
      await browser.end();
      await house.end();
    },
  };
}
