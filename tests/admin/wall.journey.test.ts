// Paper from the desk: printing a posting offers to hang it, the wall says what to do, the walk ticks off; texts and pictures for virtual boards;
// axe over all of it in every language, light and dark. A real browser against the real house, the PDF read back.
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf } from "../../server/domain/code.ts";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import type { Posting } from "../../server/domain/posting.ts";
import { drawnCodes } from "../../server/printer/drawnCodes.ts";
import { withdrawPosting } from "../../server/services/withdrawPosting.ts";
import { aContent, aPosting, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { FULL } from "../setup/full.ts";
import { axeFindings } from "./axeFindings.ts";
import { field, keys, launchBrowser, openDesk, press, says, signIn } from "./deskBrowser.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

const LONG = 30_000;
/** Every day one theme; the long run looks at both, in every language. */
const LOOKED = FULL ? (["light", "dark"] as const) : (["dark"] as const);

describeWith(["browser"], "paper at the desk", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let browser: Browser;
  let desk: RunningDesk;
  let page: Page;
  let faults: string[];
  let postings: Posting[];

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    browser = launched.browser;
    desk = await startDesk(project.folder);
    postings = someOpen();
    await desk.fill(postings);
    ({ page, faults } = await openDesk(browser, `${desk.origin}/admin/`));
    await signIn(page);
  }, 180_000);
  afterAll(async () => {
    await launched?.close();
    await desk?.stop();
    await project?.remove();
  });

  const picture = (name: string) =>
    process.env.PICTURES
      ? page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true })
      : Promise.resolve();
  const code = (at: number) => postings[at]?.code ?? "";
  const hanging = () => desk.house.store.paper.hangingSheets("lecce");
  const enterWall = async () => {
    await page.goto(`${desk.origin}/admin/wall`);
    await page.waitForSelector(".page-head select", { timeout: LONG });
    await page.select(".page-head select", "lecce");
  };
  /** Links to paper open a tab; here only their address is wanted. */
  const stayHere = () =>
    page.evaluate(() =>
      document.addEventListener("click", (event) => {
        if ((event.target as Element).closest?.("a[href*='.pdf']")) event.preventDefault();
      }),
    );
  const paperLink = () =>
    page.$eval("dialog .dialog-buttons a", (link) => (link as HTMLAnchorElement).getAttribute("href") ?? "");
  async function paperAt(path: string): Promise<Uint8Array> {
    const cookies = await browser.defaultBrowserContext().cookies();
    const own = await page.browserContext().cookies();
    const cookie = [...cookies, ...own].map(({ name, value }) => `${name}=${value}`).join("; ");
    const answer = await fetch(desk.origin + path, { headers: { cookie } });
    expect(answer.status).toBe(200);
    return new Uint8Array(await answer.arrayBuffer());
  }

  it("printing a posting offers to hang it, and the wall knows of the sheet", { timeout: 120_000 }, async () => {
    await enterWall();
    await says(page, "non ha ancora pareti", LONG);
    await (await field(page, "Nome della parete")).type("Atrio");
    await press(page, "Aggiungi");
    await says(page, "Atrio", LONG);

    await page.goto(`${desk.origin}/admin/postings/${code(0)}`);
    await press(page, "Stampa e appendi…");
    await says(page, "Stampa l’annuncio", LONG);
    await page.waitForSelector("dialog option[value=W1]", { timeout: LONG });
    await stayHere();
    const address = await paperLink();
    expect(address).toContain("wall=W1");
    const drawn = (await drawnCodes(await paperAt(address))).map(({ text }) => text ?? "");
    expect(drawn).toHaveLength(4);
    for (const text of drawn) expect(text).toMatch(new RegExp(`/O/${code(0)}/(IT|EN|FR|DE)/.*/W1$`));
    expect(await page.$("dialog .wall-offer")).toBeNull();
    await press(page, "Apri il PDF da stampare", "link");
    await page.waitForSelector("dialog .wall-offer", { timeout: LONG });
    await picture("print-dialog");
    await press(page, "È appeso");
    await says(page, "Segnato come appeso: Atrio", LONG);
    expect(await hanging()).toMatchObject([{ wall: "W1", format: "poster", entries: [{ code: code(0) }] }]);
    await keys(page, "Escape");
  });

  it("so does printing what the list shows, and a bulletin of a section", { timeout: 120_000 }, async () => {
    await page.goto(`${desk.origin}/admin/postings`);
    await page.waitForSelector("tbody tr", { timeout: LONG });
    await page.click("thead input[type=checkbox]");
    await press(page, `Stampa questi ${postings.length}…`);
    await page.waitForSelector("dialog option[value=W1]", { timeout: LONG });
    await page.select("dialog select", "strips");
    // More than a few: printed ahead, then opened.
    await press(page, `Prepara il PDF con ${postings.length} annunci`);
    await says(page, "Il PDF è pronto", LONG);
    await stayHere();
    await press(page, "Apri il PDF da stampare", "link");
    await page.waitForSelector("dialog .wall-offer", { timeout: LONG });
    await press(page, "Sono appesi");
    await says(page, "Segnato come appeso: Atrio", LONG);
    expect((await hanging()).filter(({ format }) => format === "strips")).toHaveLength(postings.length);

    await enterWall();
    await says(page, "Tutto ciò che è aperto è già appeso", LONG);
    await page.waitForSelector(".wall-bulletin select");
    await page.select(".wall-bulletin select", "targeted");
    const link = await page.$eval(".wall-bulletin a.button", (one) => one.getAttribute("href") ?? "");
    expect(link).toContain("section=targeted");
    await stayHere();
    await press(page, "Bollettino dell’ufficio", "link");
    await picture("wall");
    await press(page, "Bollettino appeso");
    await page.waitForFunction(() => document.querySelector(".wall-bulletin .wall-offer") === null, { timeout: LONG });
    await expect
      .poll(async () => (await hanging()).find(({ format }) => format === "bulletin"), { timeout: LONG })
      .toMatchObject({ section: "targeted" });
  });

  it("what is over is ticked off on the walk, by its line or by its code, and taken back", {
    timeout: 120_000,
  }, async () => {
    for (const at of [0, 2]) {
      const posting = desk.house.mirror.entry(code(at))?.posting;
      await withdrawPosting(desk.house, chief, code(at), posting?.revision ?? 0, "filled");
    }
    await desk.house.mirror.catchUp();
    await page.setViewport({ width: 390, height: 844 });
    await enterWall();
    await page.waitForSelector(".wall-tick", { timeout: LONG });
    const before = (await hanging()).length;
    await picture("walk");
    await page.click("[aria-labelledby=wall-down] .wall-tick");
    await expect.poll(async () => (await hanging()).length, { timeout: LONG }).toBe(before - 1);
    await says(page, "Tolto:", LONG);
    await press(page, "Riprendi");
    await expect.poll(async () => (await hanging()).length, { timeout: LONG }).toBe(before);
    const scanned = await field(page, "Inquadrate o scrivete il codice del foglio che avete in mano");
    await scanned.type(`HTTPS://BACHECA.EXAMPLE/O/${code(2)}/IT/1/W1`);
    await press(page, "Segna come tolto");
    await expect.poll(async () => (await hanging()).length, { timeout: LONG }).toBe(before - 1);
    await page.setViewport({ width: 1440, height: 900 });
  });

  it("text and pictures for virtual boards are there to be copied, of a posting and of the week", {
    timeout: 120_000,
  }, async () => {
    await page.goto(`${desk.origin}/admin/postings/${code(1)}`);
    await press(page, "Testo e immagini per i social…");
    const text = () => page.$eval("textarea.post-text", (area) => (area as HTMLTextAreaElement).value);
    await expect.poll(text, { timeout: LONG }).toContain(`/o/${code(1)}/it`);
    await page.select("dialog select", "de");
    await expect.poll(text, { timeout: LONG }).toContain(`/o/${code(1)}/de`);
    await page.waitForFunction(
      () => [...document.querySelectorAll<HTMLImageElement>("dialog img")].every((one) => one.naturalWidth > 0),
      { timeout: LONG },
    );
    await picture("post-texts");
    await keys(page, "Escape");
    await enterWall();
    await press(page, "Testo della settimana per i social…");
    await expect.poll(text, { timeout: LONG }).toContain("CPI Lecce");
    await keys(page, "Escape");
    expect(faults).toEqual([]);
  });

  it.each(FULL ? CORE_LOCALES : ["de"])(
    "axe finds nothing on the wall and its dialogs in %s",
    { timeout: 240_000 },
    async (locale) => {
      await page.evaluate((chosen) => localStorage.setItem("desk.locale", chosen), locale);
      const found: string[] = [];
      await enterWall();
      await page.waitForSelector(".wall-list", { timeout: LONG });
      found.push(...(await axeFindings(page, `wall ${locale}`, LOOKED)));
      await picture(`wall-${locale}`);
      const wider = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await page.setViewport({ width: 320, height: 640 });
      expect(await wider()).toBeLessThanOrEqual(0);
      await page.setViewport({ width: 1440, height: 900 });
      await page.goto(`${desk.origin}/admin/postings/${code(1)}`);
      await page.waitForSelector(".posting-links button", { timeout: LONG });
      for (const at of ["print", "post"]) {
        await page.click(`.posting-links [data-opens=${at}]`);
        await page.waitForSelector("dialog[open] select", { timeout: LONG });
        found.push(...(await axeFindings(page, `dialog ${at} ${locale}`, LOOKED)));
        await picture(`dialog-${at}-${locale}`);
        await keys(page, "Escape");
        await page.waitForFunction(() => document.querySelector("dialog[open]") === null, { timeout: LONG });
      }
      expect(found).toEqual([]);
    },
  );
});

function someOpen(): Posting[] {
  const now = Date.now();
  const postings: Posting[] = [];
  for (let value = 70_000; postings.length < 4; value += 1) {
    const code = codeOf(value);
    if (code === null) continue;
    const section = postings.length === 3 ? "targeted" : "vacancy";
    const content = aContent(`Cuoco numero ${postings.length}`, {}, section);
    postings.push(aPosting(code, "lecce", content, now - 1000, { demonstration: true }));
  }
  return postings;
}
