// One display in a real browser against the small server of boards, for journeys that publish, withdraw, kill and bring back. Called by display.journey
// and its long part, inside their describe: it registers what comes before and after.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { romeInstant } from "../../server/domain/time.ts";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { type BoardServer, startBoardServer } from "./boardServer.ts";
import { numbered } from "./buildPosting.ts";
import { builtKiosk } from "./builtKiosk.ts";

/** A Tuesday morning by the server's clock, whenever the tests run; displays go by it, not by the machine's. */
export const SKEW = romeInstant("2026-11-24", "10:00") - Date.now();
export const serverNow = () => Date.now() + SKEW;
/**
 * A busy machine is slow, and only `npm run bench -- lobby` measures. But what is pushed comes well before the HTTP check's thirty seconds,
 * and the first two attempts of a lost line are over after fifteen.
 */
export const PATIENCE = 25_000;
export const post = (n: number, changes: Partial<PublicPosting> = {}) => numbered(n, changes, serverNow());
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export interface WatchedDisplay {
  /** The server as it runs now; `serve` puts another in its place. */
  readonly server: () => BoardServer;
  readonly page: () => Page;
  serve(settings: Parameters<typeof startBoardServer>[0]): Promise<BoardServer>;
  /** A new page against the server that runs. */
  load(query?: string): Promise<void>;
  open(postings: readonly PublicPosting[], query?: string): Promise<void>;
  /** The words on top of the glass. */
  words(): Promise<string>;
  shows(text: string): Promise<unknown>;
  frames(): Promise<Window["frameReport"]>;
  /** Until its socket stands. */
  watching(): Promise<void>;
}

export function watchedDisplay(): WatchedDisplay {
  let browser: Browser;
  let kiosk: Awaited<ReturnType<typeof builtKiosk>>;
  let profile: string;
  let server: BoardServer;
  let page: Page;
  beforeAll(async () => {
    kiosk = await builtKiosk();
    profile = await mkdtemp(join(tmpdir(), "display-"));
    const found = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
    browser = await puppeteer.launch({
      executablePath: found?.path ?? "",
      headless: found?.kind === "shell" ? "shell" : true,
      userDataDir: profile,
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await kiosk?.remove();
    await rm(profile, { recursive: true, force: true });
  });
  afterEach(async () => {
    await page?.close();
    await server?.stop();
  });
  const serve = async (settings: Parameters<typeof startBoardServer>[0]) => {
    server = await startBoardServer({ skew: SKEW, statics: kiosk.folder, ...settings });
    return server;
  };
  const load = async (query = "office=lecce") => {
    page = await browser.newPage();
    await page.setViewport({ width: 1920, height: 1080 });
    await page.goto(`${server.origin}/kiosk/?${query}`);
  };
  return {
    server: () => server,
    page: () => page,
    serve,
    load,
    async open(postings, query) {
      await serve({ postings, revision: 10 });
      await load(query);
    },
    words: () => page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".layer")].at(-1)?.innerText ?? ""),
    shows: (text) =>
      page.waitForFunction(
        (wanted) => [...document.querySelectorAll<HTMLElement>(".layer")].at(-1)?.innerText.includes(wanted),
        { timeout: PATIENCE, polling: "raf" },
        text,
      ),
    frames: () => page.evaluate(() => window.frameReport),
    async watching() {
      await expect.poll(() => server.sockets(), { timeout: PATIENCE }).toBe(1);
      await pause(200);
    },
  };
}
