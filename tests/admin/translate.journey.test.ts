// Translators at the desk in a real browser: the whole queue without a mouse, two at one text, overflow seen before it is approved. (translation 20, 21, 27)
import { mkdirSync } from "node:fs";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeTranslation } from "../../server/services/writeTranslation.ts";
import { aContent, aPosting, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { keys, launchBrowser, openDesk, says, signIn } from "./deskBrowser.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

const CODES = ["0TH0XKD", "1QC5V7A"] as const;
const pictures = process.env.PICTURES;

describeWith(["browser"], "the translators' desk", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let browser: Browser;
  let desk: RunningDesk;

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    browser = launched.browser;
    desk = await startDesk(project.folder);
    const now = Date.now();
    const say = (texts: readonly string[]) => texts.map((text, n) => ({ id: `s${n + 2}`, text }));
    await desk.fill([
      aPosting(
        CODES[0],
        "lecce",
        aContent("Aiuto in gelateria", { summary: say(["Turni serali fino alle 23:30.", "Non serve esperienza."]) }),
        now,
      ),
      aPosting(CODES[1], "lecce", aContent("Aiuto al banco", { summary: say(["Turni serali fino alle 22:00."]) }), now),
    ]);
  }, 180_000);
  afterAll(async () => {
    await desk?.stop();
    await launched?.close();
    await project?.remove();
  });

  const sheetOf = (code: string, locale: string) =>
    (desk.house.mirror.entry(code)?.translations ?? []).filter((one) => one.locale === locale);
  const picture = async (page: Page, name: string) => {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}.png` as `${string}.png`, fullPage: true });
  };
  /** Waits until the text of this line has the focus: it comes after the page is painted, or the server has answered. */
  const writingAt = (page: Page, line: number) =>
    page.waitForFunction(
      (wanted: number) => document.activeElement === document.querySelectorAll(".segment textarea")[wanted],
      {},
      line,
    );

  it("single keys can be switched off, stay off on the next page, and come back by the button (translation 21, WCAG 2.1.4)", async () => {
    const { page, faults } = await openDesk(browser, `${desk.origin}/admin/`);
    await signIn(page);
    const queue = async () => {
      await page.goto(`${desk.origin}/admin/translations?locale=de`);
      await page.waitForSelector("#content tbody tr, #content li a");
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    };
    const chosen = () => page.evaluate(() => document.activeElement?.closest("#content")?.tagName ?? null);
    const turn = async (open: () => Promise<unknown>) => {
      await open();
      await page.waitForSelector("dialog[open] .check input");
      await page.$eval("dialog[open] .check input", (box) => (box as HTMLInputElement).click());
      await keys(page, "Escape");
      await page.waitForFunction(() => document.querySelector("dialog[open]") === null);
    };
    await queue();
    await turn(() => page.keyboard.type("?"));
    await queue();
    await page.keyboard.type("j?");
    // Combinations go on: what they bring shows that the letters before them have been read and did nothing.
    await page.keyboard.press("Tab");
    expect(await page.$("dialog[open]")).toBeNull();
    expect(await chosen()).toBeNull();
    await turn(() => page.click(".shortcuts-button"));
    await queue();
    await page.keyboard.type("j");
    await expect.poll(chosen).toBe("MAIN");
    expect(faults).toEqual([]);
    await page.browserContext().close();
  });

  it("takes a posting through the queue by keyboard alone, takes a suggestion, withdraws, sees the keys", async () => {
    const { page, faults } = await openDesk(browser, `${desk.origin}/admin/`);
    await signIn(page);
    await page.goto(`${desk.origin}/admin/translations?locale=en`);
    await says(page, "2 traduzioni");
    await picture(page, "queue");
    await keys(page, "j");
    await keys(page, "Enter");
    await page.waitForSelector("textarea");
    await says(page, "Turni serali");
    await writingAt(page, 0);
    const first = new URL(page.url()).pathname.split("/")[3] as string;
    const hour = first === CODES[0] ? "11:30pm" : "10pm";
    await page.keyboard.type("Help in the shop");
    await keys(page, "Control", "Enter");
    await says(page, "Approvata da admin");
    await writingAt(page, 1);
    await page.keyboard.type("Evening shifts until 9pm.");
    await says(page, "Da correggere: l’ora");
    expect(await page.$eval(".segment.is-current .primary", (button) => (button as HTMLButtonElement).disabled)).toBe(
      true,
    );
    await picture(page, "sheet-error");
    await keys(page, "Control", "a");
    await page.keyboard.type(`Evening shifts until ${hour}.`);
    await page.waitForFunction(() => document.querySelector(".segment.is-current .primary:not(:disabled)") !== null);
    await keys(page, "Control", "Enter");
    await expect.poll(() => sheetOf(first, "en").filter(({ state }) => state === "approved").length).toBe(2);
    if (first === CODES[0]) {
      await writingAt(page, 2);
      await page.keyboard.type("No experience needed.");
      await keys(page, "Control", "Enter");
    }
    // The desk goes on to the next posting by itself.
    const second = CODES.find((code) => code !== first) as string;
    await page.waitForFunction((code: string) => location.pathname.includes(code), {}, second);
    await writingAt(page, 0);
    await keys(page, "Alt", "ArrowDown");
    // Said again by the memory with this posting's hour, before anybody asked.
    await expect
      .poll(() => sheetOf(second, "en").find(({ author }) => author === "system:memory")?.text, { timeout: 30_000 })
      .toMatch(/Evening shifts until /);
    await says(page, "Ripresa da: memoria", 30_000);
    await picture(page, "sheet-memory");
    // Why, said in the field two stops on, goes with the move however it is made (lobby 39).
    await page.focus(".segment.is-current textarea");
    await keys(page, "Tab");
    await keys(page, "Tab");
    await page.keyboard.type("L’ora è cambiata.");
    await picture(page, "sheet-reason");
    await keys(page, "Alt", "w");
    await says(page, "Approvazione ritirata da admin");
    await says(page, "L’ora è cambiata.");
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.type("?");
    await says(page, "Approva e vai alla frase seguente");
    await picture(page, "keys");
    await keys(page, "Escape");
    expect(faults).toEqual([]);
  });

  it("[X5] two at one text see each other, and neither's words are lost", async () => {
    const { page, faults } = await openDesk(browser, `${desk.origin}/admin/`);
    await signIn(page);
    await page.goto(`${desk.origin}/admin/translations/${CODES[0]}/de`);
    await page.waitForSelector("textarea");
    await keys(page, "Alt", "ArrowDown");
    const source = "Turni serali fino alle 23:30.";
    await desk.house.store.language.putPresence({
      login: "marie",
      name: "Marie Dupont",
      code: CODES[0],
      locale: "de",
      segment: "s2",
      at: Date.now(),
    });
    await says(page, "Su questa frase c’è anche Marie Dupont", 30_000);
    const box = () => page.$$("textarea").then((all) => all[1]);
    await (await box())?.focus();
    // Typed between the colleague's save and the desk's next look: the second to save is told.
    const key = { code: CODES[0], segment: "s2", locale: "de", source };
    await page.keyboard.type("Abendschicht");
    await writeTranslation(
      desk.house,
      { ...chief, login: "marie", name: "Marie Dupont" },
      key,
      0,
      "Spätdienst bis 23:30 Uhr.",
    );
    await says(page, "marie ha salvato prima un altro testo");
    await picture(page, "conflict");
    expect(await (await box())?.evaluate((area) => area.value)).toBe("Abendschicht");
    await page.evaluate(() =>
      [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Tieni quello")?.click(),
    );
    await expect.poll(async () => (await box())?.evaluate((area) => area.value)).toBe("Spätdienst bis 23:30 Uhr.");
    expect(sheetOf(CODES[0], "de").find(({ segment }) => segment === "s2")).toMatchObject({
      author: "marie",
      text: "Spätdienst bis 23:30 Uhr.",
    });
    expect(faults).toEqual([]);
  }, 120_000);

  it("shows on the real card that a text does not fit, while it is typed", async () => {
    const { page } = await openDesk(browser, `${desk.origin}/admin/`);
    await signIn(page);
    await page.goto(`${desk.origin}/admin/translations/${CODES[1]}/fr`);
    await page.waitForSelector("textarea");
    await page.focus("textarea");
    await page.keyboard.type("Aide au comptoir ".repeat(18));
    await says(page, "Sullo schermo non entra tutto");
    await picture(page, "overflow");
  });
});
