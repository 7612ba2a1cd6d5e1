// The board's order by keys and by dragging, the tour, an office on one page, and a long import that is looked on and stopped. In a real browser, without
// a mouse but for the dragging.
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { livePostings } from "../../server/domain/board.ts";
import { boardOf } from "../../server/services/boardOf.ts";
import { describeWith } from "../setup/describeWith.ts";
import { keys, launchBrowser, openDesk, press, says, signIn } from "./deskBrowser.ts";
import { furnishDesk, manyPostings } from "./deskViews.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

const SLOW = { timeout: 30_000 };
const ROWS = 6000;

describeWith(["browser"], "an office's board and place", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let browser: Browser;
  let desk: RunningDesk;

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    browser = launched.browser;
    desk = await startDesk(project.folder);
    await desk.fill(manyPostings(16));
    await furnishDesk(desk);
  }, 180_000);
  afterAll(async () => {
    await desk?.stop();
    await launched?.close();
    await project?.remove();
  });

  async function enter(path: string): Promise<{ page: Page; faults: string[] }> {
    const opened = await openDesk(browser, `${desk.origin}/admin/`);
    await signIn(opened.page);
    await opened.page.evaluate(() => localStorage.setItem("desk.office", "lecce"));
    await opened.page.goto(`${desk.origin}/admin/${path}`);
    return opened;
  }

  /** Codes as the displays of Lecce read them. */
  function asRead(): string[] {
    const office = desk.house.mirror.office("lecce");
    if (office === null) throw new Error("no office");
    const postings = new Map(boardOf(desk.house.mirror, office, Date.now()).map((one) => [one.code, one]));
    return livePostings({ office, postings }, Date.now()).map(({ code }) => code);
  }

  it("[BO1] puts the board in order by alt and the arrows, with the focus travelling along, and by dragging (people 31)", async () => {
    const { page, faults } = await enter("board");
    await page.waitForSelector(".board-lines li", SLOW);
    const shown = () => page.$$eval(".board-lines li", (all) => all.map((one) => one.getAttribute("data-code")));
    const before = asRead();
    expect(await shown()).toEqual(before);
    const third = before[2] as string;
    await page.focus(`[data-code="${third}"] a`);
    await keys(page, "Alt", "ArrowUp");
    await says(page, /ora al posto 2 di/);
    await keys(page, "Alt", "ArrowUp");
    await says(page, /ora al posto 1 di/);
    expect(await page.evaluate(() => document.activeElement?.closest("li")?.getAttribute("data-code"))).toBe(third);
    await expect.poll(asRead).toEqual([third, ...before.filter((code) => code !== third)]);
    // One step over the edge does nothing.
    await keys(page, "Alt", "ArrowUp");
    await page.evaluate(
      (from, to) => {
        const line = (code: string) => document.querySelector(`[data-code="${code}"]`);
        const dataTransfer = new DataTransfer();
        const tell = (code: string, type: string) =>
          line(code)?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        tell(from, "dragstart");
        tell(to, "dragover");
        tell(to, "drop");
        tell(from, "dragend");
      },
      before[4] as string,
      before[0] as string,
    );
    await expect.poll(() => asRead().slice(0, 3), SLOW).toEqual([third, before[4], before[0]]);
    await press(page, "Torna all’ordine per scadenza");
    await expect.poll(asRead, SLOW).toEqual(before);
    await press(page, "Riprendi");
    await expect.poll(() => asRead()[0], SLOW).toBe(third);
    expect(faults).toEqual([]);
  }, 120_000);

  it("the tour leads over its seven stops, marks what each speaks of, keeps the focus on its heading, survives a reload, ends by Escape and is offered again", async () => {
    const { page, faults } = await enter("");
    await press(page, "Fate il giro (2 minuti)");
    const places = ["", "postings/new", "postings", "translations", "displays", "wall", ""];
    const at = (n: number) =>
      page.waitForFunction(
        (text, path) => {
          const mark = document.querySelectorAll(".tour-target");
          return (
            document.querySelector(".tour p")?.textContent === text &&
            location.pathname === path &&
            document.activeElement?.id === "tour-stop" &&
            mark.length === 1 &&
            getComputedStyle(mark[0] as Element).outlineStyle === "solid" &&
            (mark[0] as Element).getBoundingClientRect().top < innerHeight
          );
        },
        SLOW,
        `Giro della scrivania, ${n} di 7`,
        `/admin/${places[n - 1]}`,
      );
    for (let n = 1; n <= 7; n += 1) {
      await at(n);
      if (n === 3) {
        await page.reload();
        await at(3);
        // What is tried meanwhile keeps the focus, and a page drawn anew its mark.
        await page.type("input[type=search]", "numero 3");
        await page.$eval(".filters", (one) => (one.className = "filters"));
        await page.waitForSelector(".filters.tour-target", SLOW);
        expect(await page.$eval("input[type=search]", (one) => (one as HTMLInputElement).value)).toBe("numero 3");
      }
      if (n < 7) await press(page, "Avanti");
    }
    await press(page, "Indietro");
    await at(6);
    await keys(page, "Escape");
    await page.waitForFunction(() => document.querySelector(".tour, .tour-target") === null, SLOW);
    await press(page, "Tasti rapidi ?");
    await says(page, "Rifate il giro");
    expect(faults).toEqual([]);
  }, 120_000);

  it("an office's entrances and mediators are stated on its page, with its walls and displays, and stand on the public one", async () => {
    const { page, faults } = await enter("offices/lecce");
    await says(page, "Sala d'attesa");
    await says(page, "Ingresso · ");
    await press(page, "Aggiungi un ingresso");
    await page.type(".visit-form .office-row input:not([type])", "via Verdi 3, cortile");
    await page.$eval(".visit-form .office-row input[type=checkbox]", (box) => (box as HTMLElement).click());
    await press(page, "Aggiungi i giorni di mediazione");
    await page.$$eval(".visit-form .office-row:last-of-type .choice-row:last-of-type input", (all) =>
      (all[0] as HTMLElement).click(),
    );
    await press(page, "Salva ingressi e mediazione");
    await says(page, "Salvato");
    const visit = () => {
      const office = desk.house.mirror.office("lecce");
      return office?.visit;
    };
    await expect.poll(() => visit()?.entrances, SLOW).toEqual([{ where: "via Verdi 3, cortile", facts: ["stepFree"] }]);
    expect(visit()?.mediators).toMatchObject([{ days: [1], languages: ["ar"] }]);
    const info = await (await fetch(`${desk.origin}/it/lecce/info`)).text();
    expect(info).toContain("via Verdi 3, cortile");
    expect(faults).toEqual([]);
  }, 120_000);

  it("[WK2] a long import shows how far it is and is stopped with nothing done", async () => {
    const { page, faults } = await enter("import");
    await page.waitForSelector("textarea", SLOW);
    const sheet = `Titolo;Posti\n${Array.from({ length: ROWS }, (_, n) => `Cuoco ${n};2`).join("\n")}`;
    await page.$eval(
      "textarea",
      (area, text) => {
        (area as HTMLTextAreaElement).value = text;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      },
      sheet,
    );
    await press(page, "Prova");
    await page.waitForSelector(".work-progress progress[max]", SLOW);
    await press(page, "Ferma");
    await says(page, "Il lavoro è stato fermato: nulla è cambiato");
    expect(await page.$(".work-progress")).toBeNull();
    expect(faults).toEqual([]);
  }, 120_000);
});
