// The desk helps to be right, takes a sheet in: in a real browser against the real house.
import type { Browser } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createPosting } from "../../server/services/createPosting.ts";
import { aContent, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { weeklySheet } from "../sheets.ts";
import { field, launchBrowser, openDesk, press, says, signIn } from "./deskBrowser.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

describeWith(["browser"], "help at the desk", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let browser: Browser;
  let desk: RunningDesk;

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    browser = launched.browser;
    desk = await startDesk(project.folder);
  }, 120_000);
  afterAll(async () => {
    await launched?.close();
    await desk?.stop();
    await project?.remove();
  });
  const enter = async (path: string) => {
    const opened = await openDesk(browser, `${desk.origin}/admin/`);
    await signIn(opened.page);
    await opened.page.goto(`${desk.origin}/admin/${path}`);
    return opened;
  };
  const picture = (page: { screenshot: (o: object) => Promise<unknown> }, name: string) =>
    process.env.PICTURES ? page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true }) : undefined;

  it("offers both forms for a title of one sex, and stops what the law forbids", async () => {
    const summary = [{ id: "s2", text: "Ha già vinto RSSMRA85T10A562S." }];
    const { code } = await createPosting(desk.house, chief, "lecce", aContent("Ricamatrice a mano", { summary }));
    const { page, faults } = await enter(`postings/${code}`);
    await says(page, "nomina solo le donne");
    await press(page, "Pubblica…");
    await says(page, "Così non si può pubblicare");
    await says(page, "Completezza: 0 %");
    await picture(page, "publish");
    expect(await (await field(page, "Pubblica")).evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(
      true,
    );
    await press(page, "Torna al modulo");
    await press(page, "Usa «Ricamatore/ricamatrice a mano»");
    await expect
      .poll(() => desk.house.mirror.entry(code)?.posting.working?.title.written.text, { timeout: 4000 })
      .toBe("Ricamatore/ricamatrice a mano");
    await page.waitForFunction(() => !document.body.innerText.includes("nomina solo le donne"), { timeout: 8000 });
    const text = await field(page, "In breve");
    await text.evaluate((area) => {
      (area as HTMLTextAreaElement).value = "";
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.waitForFunction(() => !document.body.innerText.includes("Impedisce la pubblicazione"), {
      timeout: 8000,
    });
    await press(page, "Pubblica…");
    await press(page, "Pubblica");
    await says(page, "Lo vedono tutti");
    expect(faults).toEqual([]);
  });

  it("takes fifty pasted rows in, tried before, and next week's in their place (people 28)", async () => {
    const { page, faults } = await enter("import");
    const paste = async (text: string) => {
      await (await field(page, "Righe del foglio")).evaluate((area, value) => {
        (area as HTMLTextAreaElement).value = value;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }, text);
    };
    const open = () =>
      [...desk.house.mirror.entries()].filter(({ posting }) => posting.origin !== null && posting.state === "open")
        .length;
    await (await field(page, "Ufficio")).select("lecce");
    await paste(weeklySheet(1, 50));
    await press(page, "Prova");
    await says(page, "nuovo: 50");
    await says(page, "colonna non conosciuta");
    await (await field(page, "Operatore che segue")).select("");
    await page.waitForFunction(() => !document.body.innerText.includes("colonna non conosciuta"), { timeout: 8000 });
    await picture(page, "import");
    expect(open()).toBe(0);
    await press(page, "Importa e pubblica");
    await says(page, "Importazione fatta");
    expect(open()).toBe(50);

    await paste(weeklySheet(11, 45));
    await press(page, "Chiudi gli annunci di questo foglio che non ci sono più", "checkbox");
    await press(page, "Prova");
    await says(page, "da chiudere: non è più nel foglio: 10");
    await press(page, "Importa e pubblica");
    await says(page, "Importazione fatta");
    expect(open()).toBe(45);
    expect(faults).toEqual([]);
  });
});
