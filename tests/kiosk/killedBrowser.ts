// A browser as a lobby has it: one window, its profile on the disk, killed without a word. Called by the journeys of starting alone.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { findBrowser } from "../../server/printer/findBrowser.ts";

export interface LobbyBrowser {
  open(address: string): Promise<Page>;
  /** SIGKILL to the browser, as a power cut has it for the processes. */
  kill(): Promise<void>;
  end(): Promise<void>;
}

export async function lobbyBrowser(): Promise<LobbyBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "lobby-"));
  const found = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
  let browser: Browser | null = null;
  const gone = async () => {
    const child = browser?.process();
    if (child != null && child.exitCode === null && child.signalCode === null) {
      const over = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await over;
    }
    browser = null;
  };
  return {
    async open(address) {
      browser = await puppeteer.launch({
        executablePath: found?.path ?? "",
        headless: found?.kind === "shell" ? "shell" : true,
        userDataDir: profile,
        args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
      });
      const page = (await browser.pages())[0] ?? (await browser.newPage());
      await page.setViewport({ width: 1920, height: 1080 });
      await page.goto(address, { waitUntil: "commit" as never }).catch(() => page.goto(address).catch(() => null));
      return page;
    },
    kill: gone,
    async end() {
      await gone();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export const glassSays = (page: Page, text: string, timeout = 30_000) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout, polling: "raf" }, text);
