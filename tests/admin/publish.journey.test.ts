// A person at the desk in a real browser against the real house: write, preview, publish, change, meet a colleague's change, close, undo.
import type { Browser, Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { addDays, romeDay } from "../../server/domain/time.ts";
import { saveWorking } from "../../server/services/saveWorking.ts";
import { chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { field, keys, launchBrowser, openDesk, press, says, setDay, signIn } from "./deskBrowser.ts";
import { builtProject, PASSWORD, type RunningDesk, startDesk } from "./startDesk.ts";

describeWith(["browser"], "the staff desk", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let browser: Browser;
  let desk: RunningDesk;

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    browser = launched.browser;
  }, 120_000);
  afterEach(async () => {
    for (const context of browser.browserContexts())
      if (context !== browser.defaultBrowserContext()) await context.close();
    await desk?.stop();
  });
  afterAll(async () => {
    await launched?.close();
    await project?.remove();
  });

  async function atDesk(options = {}) {
    desk = await startDesk(project.folder, options);
    return openDesk(browser, `${desk.origin}/admin/postings`);
  }
  const codeIn = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const posting = (code: string) => {
    const entry = desk.house.mirror.entry(code);
    if (entry === undefined) throw new Error(`no posting ${code}`);
    return entry.posting;
  };
  const primaries = (page: Page) => page.$$eval("main .primary", (all) => all.length);

  it("publishes, changes, settles a conflict, closes and takes the closing back (people 26, 27, 29)", async () => {
    const { page, faults } = await atDesk();
    await signIn(page);
    await press(page, "Nuovo annuncio", "link");
    await (await field(page, "Titolo")).type("Cameriere/a di sala");
    await press(page, "Comincia");

    // The occupation is offered from the title; picked, it speaks all four languages.
    await (await field(page, "Professione")).focus();
    await page.waitForSelector("[role=option]");
    await keys(page, "ArrowDown");
    await keys(page, "Enter");
    await says(page, "Kellner / Kellnerin");

    const deadline = addDays(romeDay(Date.now()), 20);
    await setDay(page, "Candidature fino al", deadline);
    await (await field(page, "Da")).type("1.400,50");
    await (await field(page, "Comune")).type("Gallip");
    await page.waitForSelector("[role=option]");
    await keys(page, "ArrowDown");
    await keys(page, "Enter");
    await says(page, "Salvato alle");
    const code = codeIn(page);
    await expect.poll(() => posting(code).working?.job?.pay?.min, { timeout: 20_000 }).toBe(1400.5);
    expect(posting(code).published).toBeNull();
    expect(posting(code).working?.places[0]).toMatchObject({
      municipality: "Gallipoli",
      province: "LE",
      country: "IT",
    });
    expect(posting(code).working?.window.closes).toEqual({ day: deadline, time: null });

    // The three surfaces, from the production templates, in the language asked for.
    await page.click("#previews-panel-de");
    const frames = () =>
      page.$$eval(".preview-frame iframe", (all) => all.map((one) => (one as HTMLIFrameElement).srcdoc));
    await expect
      .poll(async () => (await frames()).filter((html) => html.includes('lang="de"')).length, { timeout: 20_000 })
      .toBe(3);
    expect((await frames()).every((html) => html.includes("Kellner"))).toBe(true);

    expect(await primaries(page)).toBe(1);
    await press(page, "Pubblica…");
    await says(page, "Pubblicare questo annuncio?");
    // What will happen, and what readers will miss, in one look.
    await says(page, /Dove CPI \w+.* Da quando Subito Fino a .* Non indicato .*contratto, orario/);
    await press(page, "Pubblica");
    await says(page, "Lo vedono tutti fino a");
    expect(posting(code).state).toBe("open");

    // Changed, saved, not public before it is published.
    const title = await field(page, "Titolo");
    await title.focus();
    await keys(page, "End");
    await page.keyboard.type(" (estate)");
    await says(page, "Modificato, non ancora pubblicato");
    expect(posting(code).published?.content.title.written.text).toBe("Cameriere/a di sala");
    expect(posting(code).working?.title.written.id).toBe(posting(code).published?.content.title.written.id);
    await keys(page, "Control", "Enter");
    await says(page, "Pubblicare questo annuncio?");
    await keys(page, "Enter");
    await expect.poll(() => posting(code).published?.content.title.written.text).toBe("Cameriere/a di sala (estate)");

    // A colleague saves while one is writing: both texts, chosen piece by piece.
    const before = posting(code);
    if (before.published === null) throw new Error("not published");
    const theirs = { ...before.published.content, positions: 4, reference: "LE-77" };
    await saveWorking(desk.house, chief, code, before.revision, theirs);
    await (await field(page, "Posti")).type("2");
    await says(page, "Qualcun altro ha modificato lo stesso annuncio");
    await says(page, "LE-77");
    await press(page, "Salva la scelta");
    await expect
      .poll(() => posting(code).working, { timeout: 20_000 })
      .toMatchObject({ positions: 2, reference: "LE-77" });

    await press(page, "Chiudi…");
    await says(page, "Chiudere questo annuncio?");
    await press(page, "Chiudi l’annuncio");
    await says(page, "Annuncio chiuso.");
    expect(posting(code)).toMatchObject({ state: "closed", closed: { reason: "filled" } });
    await press(page, "Riprendi");
    await expect.poll(() => posting(code).state).toBe("open");
    expect(faults).toEqual([]);
  }, 120_000);

  it("does the same by keyboard alone", async () => {
    const { page, faults } = await atDesk();
    await signIn(page);
    await page.waitForSelector(".postings, .empty");
    await keys(page, "n");
    await page.waitForSelector("#new-title");
    await tabTo(page, "new-title");
    await page.keyboard.type("Aiuto cuoco");
    await keys(page, "Enter");
    await page.waitForSelector(".posting-form");
    await tabTo(page, "field-title-occupation");
    await page.waitForSelector("[role=option]");
    await keys(page, "ArrowDown");
    await keys(page, "Enter");
    await says(page, "Professione");
    await tabTo(page, "field-window-closes");
    await page.keyboard.type("12312030");
    await tabTo(page, "field-job-pay-min");
    await page.keyboard.type("1300");
    await keys(page, "Control", "s");
    const code = codeIn(page);
    await expect.poll(() => posting(code).working?.job?.pay?.min, { timeout: 1500 }).toBe(1300);
    expect(posting(code).working?.window.closes?.day).toBe("2030-12-31");
    await keys(page, "Control", "Enter");
    await page.waitForSelector("dialog[open]");
    await keys(page, "Enter");
    await expect.poll(() => posting(code).state).toBe("open");
    await page.waitForFunction(() => document.querySelector("dialog[open]") === null);

    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await keys(page, "?");
    await says(page, "Salva adesso");
    await keys(page, "Escape");

    await tabToText(page, "Chiudi…");
    await keys(page, "Enter");
    await page.waitForSelector("dialog[open]");
    await keys(page, "ArrowDown");
    await keys(page, "Enter");
    await expect.poll(() => posting(code).closed?.reason).toBe("withdrawn");
    await says(page, "Annuncio chiuso.");
    await keys(page, "Control", "z");
    await expect.poll(() => posting(code).state).toBe("open");
    expect(faults).toEqual([]);
  }, 60_000);

  it("asks for a password of one's own first, and says what is wrong with a bad one", async () => {
    const { page } = await atDesk({ mustChangePassword: true });
    await page.waitForSelector("input[name=login]");
    await page.type("input[name=login]", "admin");
    await page.type("input[name=password]", "sbagliata");
    await keys(page, "Enter");
    await page.waitForSelector("[role=alert] .trouble");
    await (await field(page, "Password")).click({ count: 3 });
    await page.keyboard.type(PASSWORD);
    await keys(page, "Enter");
    await says(page, "Una password vostra");
    await (await field(page, "Password ricevuta")).type(PASSWORD);
    await (await field(page, "Nuova password")).type("corta");
    await keys(page, "Enter");
    await says(page, "troppo corta");
    await (await field(page, "Nuova password")).type(" ma poi abbastanza lunga");
    await (await field(page, "Nuova password, ancora una volta")).type("corta ma poi abbastanza lunga");
    await keys(page, "Enter");
    await page.waitForSelector("header.top");
  }, 30_000);

  it("keeps what was typed while the session ends, and saves it after signing in again", async () => {
    const { page } = await atDesk();
    await signIn(page);
    await page.goto(`${desk.origin}/admin/postings/new`);
    await (await field(page, "Titolo")).type("Barista");
    await keys(page, "Enter");
    await page.waitForSelector(".posting-form");
    const code = codeIn(page);
    await desk.house.store.side.removeSessionsOf("admin");
    await (await field(page, "Posti")).type("3");
    await says(page, "Serve di nuovo la password");
    await page.type("dialog input[name=password]", PASSWORD);
    await keys(page, "Enter");
    await expect.poll(() => posting(code).working?.positions, { timeout: 9000 }).toBe(3);
  }, 30_000);
});

async function tabTo(page: Page, id: string): Promise<void> {
  await tabUntil(page, (wanted) => document.activeElement?.id === wanted, id);
}

async function tabToText(page: Page, text: string): Promise<void> {
  await tabUntil(page, (wanted) => document.activeElement?.textContent === wanted, text);
}

async function tabUntil(page: Page, reached: (wanted: string) => boolean, wanted: string): Promise<void> {
  for (let tabs = 0; tabs < 150; tabs += 1) {
    if (await page.evaluate(reached, wanted)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way to ${wanted} by keyboard`);
}
