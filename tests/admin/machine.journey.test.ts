// The desk's newer help for languages in a real browser: phrases offered while typing, automatic drafts asked for, failing and forbidden, and a memory
// of another tool taken in. (translation 1, 22)
import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aContent, aPosting } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import type { FakeService } from "../translators/fakes/fakeService.ts";
import { fakeLibreTranslate, KEY } from "../translators/fakes/libreTranslate.ts";
import { axeFindings } from "./axeFindings.ts";
import { field, keys, launchBrowser, openDesk, press, says, signIn } from "./deskBrowser.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

const CODE = "0TH0XKD";
const SLOW = 30_000;
const pictures = process.env.PICTURES;

describeWith(["browser"], "help for languages at the desk", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let browser: Browser;
  let service: FakeService;
  let desk: RunningDesk;
  let folder: string;

  beforeAll(async () => {
    service = await fakeLibreTranslate();
    folder = await mkdtemp(join(tmpdir(), "desk-tmx-"));
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    browser = launched.browser;
    const translator = { TRANSLATOR: "libretranslate", TRANSLATOR_URL: service.url, TRANSLATOR_KEY: KEY };
    desk = await startDesk(project.folder, { env: { ...translator, TRANSLATOR_BUDGET: "50000" } });
    const summary = ["Si cerca personale per la stagione estiva.", "Si lavora con persone di tutto il mondo."];
    const content = aContent("Aiuto in sala", { summary: summary.map((text, n) => ({ id: `s${n + 2}`, text })) });
    await desk.fill([aPosting(CODE, "lecce", content, Date.now())]);
  }, 240_000);
  afterAll(async () => {
    await desk?.stop();
    await launched?.close();
    await project?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const picture = async (page: Page, name: string) => {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}.png` as `${string}.png`, fullPage: true });
  };

  it("[V7] offers phrases while a requirement or a benefit is typed, by keyboard, and says which lines need no translator", async () => {
    const { page, faults } = await openDesk(browser, `${desk.origin}/admin/`);
    await signIn(page);
    await page.goto(`${desk.origin}/admin/postings/${CODE}`);
    const area = await field(page, "Richiesti");
    await area.focus();
    await page.keyboard.type("esperienza 2");
    await page.waitForSelector('[role="listbox"]:not([hidden])', { timeout: SLOW });
    await says(page, "Almeno 2 anni di esperienza", SLOW);
    await picture(page, "phrases-offered");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-activedescendant"))).toBeNull();
    await keys(page, "ArrowDown");
    expect(
      await page.evaluate(
        () => document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "")?.textContent,
      ),
    ).toBe("Almeno 2 anni di esperienza");
    await keys(page, "Enter");
    await keys(page, "Enter");
    await page.keyboard.type("patentino da saldatore");
    await keys(page, "Escape");
    expect(await area.evaluate((one) => (one as HTMLTextAreaElement).value)).toBe(
      "Almeno 2 anni di esperienza\npatentino da saldatore",
    );
    await (await field(page, "Vantaggi")).focus();
    await page.keyboard.type("vitto e al");
    await says(page, "Vitto e alloggio gratuiti", SLOW);
    await keys(page, "ArrowDown");
    await keys(page, "Enter");
    await says(page, /Vitto e alloggio.{0,3} già in tutte le lingue/, SLOW);
    await says(page, /Almeno 2 anni di esperienza.{0,3} già in tutte le lingue/, SLOW);
    await picture(page, "phrases-known");
    const working = desk.house.mirror.entry(CODE)?.posting.working;
    expect(working?.benefits.map(({ text }) => text)).toEqual(["Vitto e alloggio"]);
    expect(faults).toEqual([]);
  }, 150_000);

  it("asks for a draft, tells in plain words why none came, and gets it once the service is right", async () => {
    const { page, faults } = await openDesk(browser, `${desk.origin}/admin/`);
    await signIn(page);
    await page.goto(`${desk.origin}/admin/translations/${CODE}/en`);
    await page.waitForSelector("textarea");
    await says(page, "LibreTranslate", SLOW);
    service.fault = { kind: "status", status: 403 };
    await keys(page, "Alt", "m");
    await says(page, "rifiuta la chiave di accesso", SLOW);
    await picture(page, "draft-stopped");
    service.fault = null;
    await page.goto(`${desk.origin}/admin/translations/machine`);
    await says(page, "LibreTranslate è fermo", SLOW);
    await says(page, "Aiuto in sala", SLOW);
    await picture(page, "machine-stopped");
    expect(await axeFindings(page, "stopped", ["dark"])).toEqual([]);
    await press(page, "Riprova adesso");
    await says(page, "Nessuna bozza è in attesa", SLOW);
    await says(page, "caratteri su 50.000", SLOW);
    await page.goto(`${desk.origin}/admin/translations/${CODE}/en`);
    await says(page, "Fatto", SLOW);
    await picture(page, "draft-done");
    const drafts = desk.house.mirror.entry(CODE)?.translations.filter(({ locale }) => locale === "en") ?? [];
    expect(new Set(drafts.map(({ state, author }) => `${state} ${author}`))).toEqual(
      new Set(["machine libretranslate"]),
    );
    await page.goto(`${desk.origin}/admin/translations/machine`);
    await says(page, "Quali uffici la permettono", SLOW);
    await (await field(page, "CPI Lecce")).click();
    await expect
      .poll(async () => (await desk.house.store.setting("machineForbidden")) ?? "", { timeout: SLOW })
      .toBe('["lecce"]');
    await page.goto(`${desk.origin}/admin/translations/${CODE}/fr`);
    await says(page, "non permette la traduzione automatica", SLOW);
    expect(faults).toEqual([]);
  }, 150_000);

  it("[TR3] takes in another tool's memory only where staff say that people approved it", async () => {
    const { page, faults } = await openDesk(browser, `${desk.origin}/admin/`);
    await signIn(page);
    const file = join(folder, "memoria.tmx");
    const tmx =
      '<?xml version="1.0" encoding="UTF-16"?><tmx version="1.4"><header srclang="it-IT" creationtool="Trados"/><body><tu tuid="1"><tuv xml:lang="it-IT"><seg>La mensa è gratuita per tutti.</seg></tuv><tuv xml:lang="en-GB"><seg>The canteen is free for everyone.</seg></tuv></tu></body></tmx>';
    writeFileSync(file, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(tmx, "utf16le")]));
    await page.goto(`${desk.origin}/admin/translations/files`);
    const input = (await page.waitForSelector('input[accept=".tmx"]', {
      timeout: SLOW,
    })) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await says(page, "prima confermate che sono testi approvati da persone", SLOW);
    await (await field(page, "Confermo: sono testi approvati da persone, nessuno è automatico")).click();
    await input.uploadFile(file);
    await says(page, "Nella memoria: 1", SLOW);
    await picture(page, "memory-taken");
    expect(await desk.house.store.language.memorySize()).toBe(1);
    expect(faults).toEqual([]);
  }, 150_000);
});
