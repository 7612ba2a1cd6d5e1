// Keeps the browser and its resident page fit to print: starts, renews and ends them, retries once after a crash,
// stops what runs too long. chromiumPrinter feeds it one job at a time.
import { largestProcess } from "./largestProcess.ts";
import type { RunningBrowser } from "./launchBrowser.ts";
import type { PrintJob } from "./printer.ts";
import { PrinterUnavailable, PrintFailed } from "./printer.ts";
import type { PrintPage } from "./printPage.ts";
import { openPrintPage } from "./printPage.ts";

export interface Press {
  /**
   * @param limitMs time for printing alone, counted anew after a crash; starting the browser is not in it
   * @throws PrintFailed, or what `launch` throws
   */
  print(job: PrintJob, limitMs: number): Promise<Uint8Array>;
  /** Ends the browser; a running print fails. The next print starts it again. */
  stop(): Promise<void>;
}

export interface PressParts {
  readonly launch: () => Promise<RunningBrowser>;
  readonly fontCss: () => Promise<string>;
  readonly warn: (facts: object, message: string) => void;
}

// A page keeps the memory of its largest print (660 MB after 1,000), a new one starts small.
const PRINTS_PER_PAGE = 100;
const MEMORY_LIMIT_BYTES = 400e6;
const OPEN_LIMIT_MS = 10_000;
const CLOSE_LIMIT_MS = 700;

export function createPress({ launch, fontCss, warn }: PressParts): Press {
  let launching: Promise<RunningBrowser> | null = null;
  let page: PrintPage | null = null;
  let afterBatch = false;

  async function readyPage(): Promise<PrintPage> {
    const running = await launching?.catch(() => null);
    if (running && !running.browser.connected) await stop();
    if (page && running && (await isWorn(page, running, afterBatch))) await discardPage();
    afterBatch = false;
    if (page && launching) return page;
    launching ??= launch();
    const { browser } = await launching.catch((error: unknown) => {
      launching = null;
      throw error;
    });
    page = await within(OPEN_LIMIT_MS, openPrintPage(browser, await fontCss()));
    return page;
  }

  // A page that does not close in time hangs in the browser's own process: then only ending that one helps.
  async function discardPage(): Promise<void> {
    const old = page;
    page = null;
    const closed = old
      ? await within(CLOSE_LIMIT_MS, old.close()).then(
          () => true,
          () => false,
        )
      : false;
    if (!closed) await stop(true);
  }

  async function stop(atOnce = false): Promise<void> {
    const running = await launching?.catch(() => null);
    page = null;
    launching = null;
    if (atOnce) running?.kill();
    await running?.stop();
  }

  async function print(job: PrintJob, limitMs: number): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const ready = await readyPage();
        afterBatch = job.kind === "batch";
        return await within(limitMs, ready.print(job));
      } catch (error) {
        if (error instanceof PrinterUnavailable) throw error;
        await discardPage();
        if (error instanceof OverTime) throw new PrintFailed("timeout", `not done within ${error.limitMs} ms`);
        const reason = error instanceof Error ? error.message : String(error);
        if (attempt === 2) throw new PrintFailed("browser", reason);
        warn({ title: job.title, reason }, "The browser failed while printing; trying once more");
      }
    }
  }

  return { print, stop: () => stop() };
}

// Asking for the memory costs a quarter of a print, and only a batch takes much of it.
async function isWorn(page: PrintPage, { browser }: RunningBrowser, afterBatch: boolean): Promise<boolean> {
  if (page.printed >= PRINTS_PER_PAGE) return true;
  if (!afterBatch) return false;
  const pid = browser.process()?.pid;
  return pid !== undefined && (await largestProcess(pid)) > MEMORY_LIMIT_BYTES;
}

class OverTime extends Error {
  constructor(readonly limitMs: number) {
    super(`Over ${limitMs} ms`);
  }
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OverTime(limitMs)), limitMs);
  });
  work.catch(() => undefined);
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
