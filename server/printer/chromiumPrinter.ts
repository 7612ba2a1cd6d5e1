// The printer behind the port: one headless Chromium, started when first needed, one resident page, one job at a time.
// main.ts makes one and hands it to createApp; the command line makes its own.
import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { promisify } from "node:util";
import { findBrowser } from "./findBrowser.ts";
import type { RunningBrowser } from "./launchBrowser.ts";
import { launchBrowser, runsAsRoot } from "./launchBrowser.ts";
import { loadFonts } from "./loadFonts.ts";
import { createPress } from "./press.ts";
import type { Printer, PrinterState, PrintJob } from "./printer.ts";
import { PrinterUnavailable } from "./printer.ts";
import { printKey } from "./printKey.ts";
import { createQueue } from "./queue.ts";
import { srgbProfile } from "./srgbProfile.ts";

export interface ChromiumPrinterOptions {
  /** Where node_modules is. */
  readonly projectRoot: string;
  /** A folder of the printer's own for the browser's profile; made if missing, empty again when the browser has ended. */
  readonly workDir: string;
  /** Path of the browser, from the configuration; undefined: look in the usual places. */
  readonly browser: string | undefined;
  readonly log: PrinterLog;
  readonly limits?: Partial<PrinterLimits>;
}

/** The part of a pino logger that is used here. */
export interface PrinterLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

export interface PrinterLimits {
  readonly singleMs: number;
  readonly batchMs: number;
  /** Jobs that may wait; one more is refused as busy. */
  readonly waiting: number;
  /** The browser ends after so long without a job. */
  readonly idleMs: number;
}

const LIMITS: PrinterLimits = { singleMs: 10_000, batchMs: 30_000, waiting: 50, idleMs: 5 * 60_000 };
const OUR_FONT = /^TitilliumWeb/;

export function createChromiumPrinter({ projectRoot, workDir, browser, log, limits }: ChromiumPrinterOptions): Printer {
  const { singleMs, batchMs, waiting, idleMs } = { ...LIMITS, ...limits };
  const queue = createQueue(waiting);
  const inFlight = new Map<string, Promise<Uint8Array>>();
  const fontCss = once(() => loadFonts(projectRoot));
  const iccProfile = once(srgbProfile);
  const press = createPress({ launch, fontCss, warn: (facts, message) => log.warn(facts, message) });
  let launchFailure: string | null = null;
  let closed = false;
  let idleTimer: NodeJS.Timeout | undefined;

  async function launch(): Promise<RunningBrowser> {
    if (closed) throw new PrinterUnavailable("closed", "the server is shutting down");
    const found = await findBrowser(browser);
    if (!found) throw new PrinterUnavailable("noBrowser", noBrowser(browser));
    try {
      await mkdir(workDir, { recursive: true });
      const running = await launchBrowser(found, workDir);
      launchFailure = null;
      log.info({ path: found.path, version: await running.browser.version() }, "Print browser started");
      if (runsAsRoot()) log.warn({}, "Print browser runs without its sandbox because the server runs as root");
      return running;
    } catch (error) {
      launchFailure = firstLine(error);
      throw new PrinterUnavailable("launchFailed", launchFailure);
    }
  }

  async function printAll(jobs: readonly PrintJob[], key: string): Promise<Uint8Array> {
    const raws: Uint8Array[] = [];
    let finished: Uint8Array | undefined;
    for (const [at, job] of jobs.entries()) {
      finished = await queue.add(job.kind, async () => {
        await job.begins?.();
        raws.push(await press.print(job, job.kind === "batch" ? batchMs : singleMs));
        return at < jobs.length - 1 ? undefined : finish(raws, job, key);
      });
    }
    return finished as Uint8Array;
  }

  async function finish(raws: readonly Uint8Array[], job: PrintJob, key: string): Promise<Uint8Array> {
    const { finishPdf } = await import("./finishPdf.ts");
    const { bytes, fonts } = await finishPdf(raws, { ...job, key, iccProfile: await iccProfile() });
    const foreign = fonts.filter((font) => !OUR_FONT.test(font));
    if (foreign.length > 0) log.warn({ title: job.title, fonts: foreign }, "Some letters are not in Titillium Web");
    return bytes;
  }

  // Through the queue, so that it never meets a print that has just begun.
  function restartIdleTimer(): void {
    clearTimeout(idleTimer);
    if (closed) return;
    idleTimer = setTimeout(() => {
      if (queue.idle) void queue.add("batch", () => press.stop()).catch(() => undefined);
    }, idleMs).unref();
  }

  return {
    print: (...jobs) => {
      if (closed) return Promise.reject(new PrinterUnavailable("closed", "the server is shutting down"));
      const key = printKey(...jobs);
      const same = inFlight.get(key);
      if (same) return same;
      const printed = printAll(jobs, key).finally(() => {
        inFlight.delete(key);
        restartIdleTimer();
      });
      inFlight.set(key, printed);
      return printed;
    },
    available: async (): Promise<PrinterState> => {
      if (closed) return { ok: false, reason: "closed", detail: "the server is shutting down" };
      const found = await findBrowser(browser);
      if (!found) return { ok: false, reason: "noBrowser", detail: noBrowser(browser) };
      if (launchFailure !== null) return { ok: false, reason: "launchFailed", detail: launchFailure };
      const name = await versionOf(found.path);
      return name === null
        ? { ok: false, reason: "launchFailed", detail: `${found.path} does not tell its version` }
        : { ok: true, browser: name };
    },
    close: async () => {
      closed = true;
      clearTimeout(idleTimer);
      queue.refuseWaiting(new PrinterUnavailable("closed", "the server is shutting down"));
      await press.stop();
    },
  };
}

const noBrowser = (configured: string | undefined): string =>
  configured ? `no browser at ${configured}` : "no Chromium or Chrome was found on this machine";

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";

const run = promisify(execFile);
const versions = new Map<string, string>();

async function versionOf(path: string): Promise<string | null> {
  const known = versions.get(path);
  if (known !== undefined) return known;
  const name = await run(path, ["--version"], { timeout: 10_000 }).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
  if (!name) return null;
  versions.set(path, name);
  return name;
}

/** Remembers success, tries again after failure. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
