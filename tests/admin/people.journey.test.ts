// People and rights at the desk, in a real browser: a person made, signed in, given a right, shown out; the second factor added and asked for;
// axe over each dialog on the way; the pages at rest are in accessibility.full.test.ts.
import { createHmac } from "node:crypto";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWith } from "../setup/describeWith.ts";
import { FULL } from "../setup/full.ts";
import { axeFindings } from "./axeFindings.ts";
import { launchBrowser, openDesk, signIn } from "./deskBrowser.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

describeWith(["browser"], "people at the desk", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let browser: Browser;
  let desk: RunningDesk;
  let page: Page;
  let password = "";

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    browser = launched.browser;
    desk = await startDesk(project.folder);
    ({ page } = await openDesk(browser, `${desk.origin}/admin/`));
    await signIn(page);
  }, 180_000);
  afterAll(async () => {
    await desk?.stop();
    await launched?.close();
    await project?.remove();
  });

  const findings = (where: string) => axeFindings(page, where, FULL ? ["light", "dark"] : ["light"]);
  const press = (text: string) => page.locator(`::-p-xpath(//button[normalize-space()="${text}"])`).click();
  const closed = () => page.waitForFunction(() => document.querySelector("dialog[open]") === null);

  it("a person is made with a right, and the first password is shown once", async () => {
    await page.goto(`${desk.origin}/admin/people`);
    await press("Nuova persona");
    await page.waitForSelector("dialog[open]");
    await page.locator("dialog input[maxlength='120']").fill("Anna Rossi");
    await page.locator("dialog input[maxlength='80']").fill("anna.rossi");
    const [place, role] = await page.$$("dialog select");
    await place?.select("lecce");
    await role?.select("publisher");
    await press("Aggiungi");
    await page.waitForSelector("dialog .grants li");
    expect(await findings("person")).toEqual([]);
    await press("Crea l’utente");
    await page.waitForSelector("dialog .secret");
    password = await page.$eval("dialog .secret dd:last-child code", (code) => code.textContent ?? "");
    expect(password).toMatch(/^[\w-]{16}$/);
    expect(await findings("first password")).toEqual([]);
    await press("Chiudi");
    await closed();
    expect(await page.$eval("table.people", (table) => table.textContent)).toContain("Pubblica, CPI Lecce");
    expect(await page.content()).not.toContain(password);
  }, 60_000);

  it("she signs in elsewhere, chooses her own password, and sees no page of people", async () => {
    const context = await browser.createBrowserContext();
    const hers = await context.newPage();
    await hers.goto(`${desk.origin}/admin/`);
    await hers.locator("input[name=login]").fill("anna.rossi");
    await hers.locator("input[name=password]").fill(password);
    await hers.keyboard.press("Enter");
    await hers.locator("input[name=current]").fill(password);
    await hers.locator("input[name=next]").fill("una frase tutta mia");
    await hers.locator("input[name=again]").fill("una frase tutta mia");
    await hers.keyboard.press("Enter");
    await hers.waitForSelector("header.top");
    expect(await hers.$("a[href='/admin/people']")).toBe(null);

    await page.reload();
    await press("Anna Rossi");
    await page.waitForSelector("dialog .person-actions");
    expect(await findings("actions")).toEqual([]);
    await press("Fai uscire ovunque");
    await page.waitForSelector("dialog .person-actions [role=status]");
    await press("Fai uscire ovunque");
    await closed();
    const answer = await hers.evaluate(async () => (await fetch("/api/v1/session")).status);
    expect(answer).toBe(401);
    await context.close();
  }, 60_000);

  it("the second factor is added with a phone, and asked for at the next sign-in", async () => {
    await page.goto(`${desk.origin}/admin/me`);
    await page.locator("input[autocomplete=current-password]").fill("una parola di prova");
    await press("Attiva il secondo fattore");
    await page.waitForSelector(".factor-picture");
    expect(
      await page.$eval(".factor-picture", (picture) => (picture as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(100);
    expect(await findings("enrolling")).toEqual([]);
    const secret = await page.$eval(".own code", (code) => (code.textContent ?? "").replaceAll(" ", ""));
    await page.locator("input[autocomplete=one-time-code]").fill(codeOf(secret, Date.now()));
    await press("Conferma");
    await page.waitForSelector(".recovery li");
    const codes = await page.$$eval(".recovery code", (all) => all.map((code) => code.textContent ?? ""));
    expect(codes).toHaveLength(10);
    expect(await findings("recovery")).toEqual([]);

    await press("Esci");
    await page.waitForSelector("input[name=login]");
    await signInWith("admin", "una parola di prova");
    await page.waitForFunction(() => document.activeElement?.getAttribute("name") === "code");
    expect(await findings("code")).toEqual([]);
    await page.keyboard.type(codes[0] ?? "");
    await page.keyboard.press("Enter");
    await page.waitForSelector("header.top");
  }, 60_000);

  it("why the body's own sign-in did not let somebody in is said in words, and only in ours", async () => {
    const context = await browser.createBrowserContext();
    const fresh = await context.newPage();
    await fresh.goto(`${desk.origin}/admin/?refused=gatewayUnknown`);
    await fresh.waitForSelector(".trouble");
    expect(await fresh.$eval(".trouble", (text) => text.textContent)).toContain("qui non c’è un utente");
    await fresh.goto(`${desk.origin}/admin/?refused=${encodeURIComponent("<b>Chiamate il 899</b>")}`);
    await fresh.waitForSelector(".trouble");
    expect(await fresh.$eval(".trouble", (text) => text.textContent)).not.toContain("899");
    await context.close();
  }, 30_000);

  async function signInWith(login: string, secret: string): Promise<void> {
    await page.locator("input[name=login]").fill(login);
    await page.locator("input[name=password]").fill(secret);
    await page.keyboard.press("Enter");
  }
});

/** What a phone shows at this moment (RFC 6238). */
function codeOf(secret: string, time: number): string {
  const letters = [...secret].map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const key = Buffer.from((letters.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)));
  const digest = createHmac("sha1", key).update(counter).digest();
  return String((digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
