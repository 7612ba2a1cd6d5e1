// Screens at the desk: pairing by the code of a waiting device, the list, settings, an urgent notice. In a real browser; axe on each page.
import { randomBytes } from "node:crypto";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createPosting } from "../../server/services/createPosting.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { aContent, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { axeFindings } from "./axeFindings.ts";
import { field, launchBrowser, openDesk, press, says, signIn } from "./deskBrowser.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

describeWith(["browser"], "screens at the desk", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let desk: RunningDesk;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    [project, browser] = await Promise.all([builtProject(), launchBrowser()]);
    desk = await startDesk(project.folder);
    ({ page, faults } = await openDesk(browser.browser, `${desk.origin}/admin/`));
    await signIn(page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    await project?.remove();
  });

  const violations = () => axeFindings(page, "screens", ["light"]);
  const picture = async (name: string) => {
    if (process.env.LOBBY_PICTURES)
      await page.screenshot({ path: `${process.env.LOBBY_PICTURES}/${name}.png`, fullPage: true });
  };

  const newDevice = () => {
    const token = `d${randomBytes(32).toString("base64url")}`;
    return (method: string, path: string, body?: unknown) =>
      fetch(`${desk.origin}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          "x-requested-with": "bacheca",
          "content-type": "application/json",
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  };
  let device: ReturnType<typeof newDevice>;

  it("lobby 13: pairs a waiting device by its code, and shows what it tells and what it lacks", async () => {
    device = newDevice();
    const { code } = (await (await device("POST", "/pairings")).json()) as { code: string };
    await page.goto(`${desk.origin}/admin/displays/pair?code=${code}`);
    await says(page, "Associa uno schermo");
    expect(await page.$eval(".pair-code", (input) => (input as HTMLInputElement).value)).toBe(code);
    expect(await violations()).toEqual([]);
    await picture("desk-pair");
    await (await field(page, "Centro")).select("lecce");
    await (await field(page, "Nome dello schermo")).type("Sala d’attesa");
    await press(page, "Associa");
    await says(page, "mai collegato");
    const draft = await createPosting(desk.house, chief, "lecce", aContent("Cuoca per la mensa"));
    const { code: painted } = await publishPosting(desk.house, chief, draft.code, draft.revision);
    const beat = {
      code: painted,
      face: `card ${painted} 1 de`,
      locale: "de",
      revision: null,
      boardRevision: 9_999_999,
      frameAge: 5,
      faceAge: 5,
      due: null,
      clockOffset: 0,
      clock: "known",
      storage: "boardOnly",
      usedBytes: null,
      build: "x",
      viewport: "1920x1080@1",
      causes: ["insecure"],
      line: "polling",
    };
    expect((await device("POST", "/display/beat", beat)).status).toBe(200);
    await says(page, "attivo", 10_000);
    await says(page, "senza https");
    // The last card really painted, and in which language.
    await says(page, "Cuoca per la mensa (tedesco)");
    expect(await page.$eval(".display-state.lacking", (state) => state.textContent), "lobby 13: red").toContain("▲");
    expect(await violations()).toEqual([]);
    await picture("desk-displays");
  }, 60_000);

  it("changes its settings, and says from how far it can be read", async () => {
    await press(page, "Sala d’attesa");
    await (await field(page, "Diagonale in pollici")).type("55");
    await says(page, "si leggono da 3 m");
    expect(await violations()).toEqual([]);
    await picture("desk-display");
    await (await field(page, "Colori")).select("yellow");
    await press(page, "Salva");
    await expect
      .poll(async () => (await desk.house.store.displays.displays())[0]?.profile)
      .toMatchObject({ diagonal: 55, theme: "yellow" });
  }, 30_000);

  it("lobby 17: a new device takes over a screen's place, name and settings with one confirmation, and the old one is out", async () => {
    const [before] = await desk.house.store.displays.displays();
    const fresh = newDevice();
    const { code } = (await (await fresh("POST", "/pairings")).json()) as { code: string };
    await page.goto(`${desk.origin}/admin/displays/pair?code=${code}`);
    await says(page, "Associa uno schermo");
    await page.waitForSelector(`option[value="${before?.id}"]`, { timeout: 20_000 });
    await page.select(`select:has(option[value="${before?.id}"])`, before?.id ?? "");
    await press(page, "Sostituisci");
    await page.waitForFunction(() => location.pathname === "/admin/displays", { timeout: 20_000 });
    const after = await desk.house.store.displays.displays();
    expect(after).toEqual([{ ...before, pairedAt: after[0]?.pairedAt }]);
    expect((await fresh("GET", "/display")).status).toBe(200);
    expect((await device("GET", "/display")).status).toBe(401);
    await says(page, "Sala d’attesa");
  }, 30_000);

  it("asks it for its name, another start and a picture; renames and moves it; takes it back, which stays to be seen a week", async () => {
    const own = () => desk.house.store.displays.displays().then(([first]) => first);
    await press(page, "Sala d’attesa");
    for (const [button, kind] of [
      ["Mostra il nome", "identify"],
      ["Ricarica", "reload"],
      ["Chiedi un’immagine", "picture"],
    ] as const) {
      await press(page, button);
      await expect.poll(async () => (await own())?.wish?.kind).toBe(kind);
    }
    const name = await field(page, "Nome dello schermo");
    await name.click({ count: 3 });
    await name.type("Vetrina");
    await (await field(page, "Centro")).select("gallipoli");
    await press(page, "Salva");
    await expect.poll(own).toMatchObject({ name: "Vetrina", office: "gallipoli" });
    await press(page, "Vetrina");
    await press(page, "Togli");
    await press(page, "Togli davvero");
    await says(page, "non associato");
    await says(page, "tolto dall’area operatori");
    expect((await own())?.revokedAt).not.toBeNull();
    expect(await violations()).toEqual([]);
    await picture("desk-unpaired");
  }, 60_000);

  it("raises an urgent notice, ends it, and takes the end back (people 29)", async () => {
    await press(page, "Avviso urgente…");
    await (await field(page, "Dove")).select("office lecce");
    await page.type("textarea[lang=it]", "Allagamento: si esce dal retro.");
    await picture("desk-urgent");
    expect(await violations()).toEqual([]);
    await press(page, "Manda agli schermi");
    await says(page, "Allagamento");
    const office = desk.house.mirror.office("lecce");
    if (office === null) throw new Error("no office");
    const shown = () => desk.house.mirror.offices().flatMap((one) => desk.house.roll.urgentsOf(one)).length;
    expect(shown()).toBe(1);
    await press(page, "Togli l’avviso");
    await expect.poll(shown, { timeout: 20_000 }).toBe(0);
    await press(page, "Riprendi");
    await expect.poll(shown, { timeout: 20_000 }).toBe(1);
    await says(page, "Allagamento");
    await press(page, "Togli l’avviso");
    await expect.poll(shown, { timeout: 20_000 }).toBe(0);
    expect(faults).toEqual([]);
  }, 30_000);
});
