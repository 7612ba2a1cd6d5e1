// A real browser at the desk: starts it, signs in, and finds things as people do, by their visible names.
// Called by the desk's journeys.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type ElementHandle, type Page } from "puppeteer";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { PASSWORD } from "./startDesk.ts";

export async function launchBrowser(): Promise<{ readonly browser: Browser; readonly close: () => Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), "desk-browser-"));
  const found = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
  const browser = await puppeteer.launch({
    executablePath: found?.path ?? "",
    headless: found?.kind === "shell" ? "shell" : true,
    userDataDir: profile,
    // Native date fields follow the browser's language: month first, whatever the machine speaks.
    args: ["--lang=en-US", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  return {
    browser,
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** A page of its own session, with everything the browser complained about. */
export async function openDesk(
  browser: Browser,
  address: string,
): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const page = await (await browser.createBrowserContext()).newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    // A 4xx the desk understands is noise in the console; what breaks the content policy or throws is not.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(address);
  return { page, faults };
}

export async function signIn(page: Page, login = "admin", password = PASSWORD): Promise<void> {
  await page.waitForSelector("input[name=login]");
  await page.type("input[name=login]", login);
  await page.type("input[name=password]", password);
  await page.keyboard.press("Enter");
  await page.waitForSelector("header.top");
}

/** The field with this label. */
export function field(page: Page, label: string): Promise<ElementHandle<Element>> {
  return found(page, `::-p-aria([name="${label}"])`);
}

/** The button or link with this name; of several, the last opened. */
export async function press(page: Page, name: string, role = "button"): Promise<void> {
  await (await found(page, `::-p-aria([name="${name}"][role="${role}"])`)).click();
}

async function found(page: Page, selector: string): Promise<ElementHandle<Element>> {
  const handle = await page.waitForSelector(selector, { timeout: 30_000 });
  if (handle === null) throw new Error(`nothing for ${selector}`);
  return handle;
}

export async function keys(page: Page, ...names: Parameters<Page["keyboard"]["press"]>[0][]): Promise<void> {
  const held = names.slice(0, -1);
  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press(names.at(-1) ?? "Enter");
  for (const key of held.reverse()) await page.keyboard.up(key);
}

/** Waits until the page's text says it. */
export async function says(page: Page, text: string | RegExp, timeout = 30_000): Promise<void> {
  const pattern = typeof text === "string" ? text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : text.source;
  await page.waitForFunction(
    (wanted: string) => new RegExp(wanted).test(document.body.innerText.replace(/\s+/g, " ")),
    { timeout },
    pattern,
  );
}

/** A day in a native date field, whatever the browser's language. */
export async function setDay(page: Page, label: string, day: string): Promise<void> {
  await (await field(page, label)).evaluate((input, value) => {
    (input as HTMLInputElement).value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, day);
}
