// What the printer does when things go wrong: endless work, a crash, a killed server, a crowd, no browser at all.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createChromiumPrinter } from "../../server/printer/chromiumPrinter.ts";
import { PrinterBusy, PrinterUnavailable, PrintFailed } from "../../server/printer/printer.ts";
import { processesBelow, stillAlive } from "./processTree.ts";
import { PROJECT_ROOT, sampleJob, sampleSheet, scratchFolder, silentLog, testPrinter } from "./sampleJob.ts";

// Thousands of pages: far more than any limit allows.
const ENDLESS = `<div style="height:3000000mm;background:repeating-linear-gradient(#000,#fff 1mm)">x</div>`;
const browserBelow = (pid: number) =>
  processesBelow(pid).filter(({ command }) => command.includes("--headless") || command.includes("--type="));

describe("the printer", { timeout: 60_000 }, () => {
  test("stops a document that takes too long and prints the next one at once (print 24)", async () => {
    const printer = testPrinter({ singleMs: 1_500 });
    await printer.print(sampleJob());
    const startedAt = performance.now();
    await expect(printer.print(sampleJob({ html: ENDLESS }))).rejects.toMatchObject({
      name: "PrintFailed",
      reason: "timeout",
    });
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    await expect(printer.print(sampleJob({ title: "Dopo" }))).resolves.toBeInstanceOf(Uint8Array);
  });

  test("prints the right file although its renderer is killed in the middle (print 23)", async () => {
    const warned = vi.fn();
    const printer = testPrinter({}, { ...silentLog, warn: warned });
    const job = sampleJob({
      kind: "batch",
      html: Array.from({ length: 60 }, () => sampleSheet("HTTPS://BACHECA.EXAMPLE/O/A")).join(""),
    });
    const whole = await printer.print(job);
    // How long a print takes depends on the machine: killed ever later, one kill falls into the middle.
    const triedAgain = () => warned.mock.calls.some(([, said]) => String(said).includes("once more"));
    for (const delay of [10, 25, 50, 75, 100, 150, 250]) {
      const printing = printer.print(job);
      await new Promise((resolve) => setTimeout(resolve, delay));
      const renderers = browserBelow(process.pid).filter(({ command }) => command.includes("--type=renderer"));
      for (const { pid } of renderers) process.kill(pid, "SIGKILL");
      expect(Buffer.from(await printing).equals(whole)).toBe(true);
      if (triedAgain()) break;
    }
    expect(warned).toHaveBeenCalledWith(
      expect.objectContaining({ title: job.title }),
      expect.stringContaining("once more"),
    );
  });

  test("prints on when its whole browser was killed between two jobs", async () => {
    const printer = testPrinter();
    const first = await printer.print(sampleJob());
    for (const { pid } of browserBelow(process.pid)) process.kill(pid, "SIGKILL");
    expect(Buffer.from(await printer.print(sampleJob())).equals(first)).toBe(true);
  });

  test("leaves no browser and no profile behind a server killed while printing (print 22)", async () => {
    const { program, workDir } = await programThatPrints();
    const child = spawn(process.execPath, [program, PROJECT_ROOT, workDir], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const browser = processesBelow(child.pid ?? 0);
    expect(browser.length).toBeGreaterThan(2);
    child.kill("SIGKILL");
    await vi.waitFor(() => expect(stillAlive(browser)).toEqual([]), { timeout: 5_000, interval: 100 });
    expect(readdirSync(workDir)).toEqual([]);
  });

  test("removes at its start the profile of a process that no longer lives, and its own at its end", async () => {
    const workDir = scratchFolder();
    mkdirSync(join(workDir, "profile-99999999"));
    mkdirSync(join(workDir, `profile-${process.ppid}`));
    const printer = createChromiumPrinter({ projectRoot: PROJECT_ROOT, workDir, browser: undefined, log: silentLog });
    await printer.print(sampleJob());
    expect(readdirSync(workDir).sort()).toEqual([`profile-${process.pid}`, `profile-${process.ppid}`].sort());
    const browser = browserBelow(process.pid);
    await printer.close();
    await printer.close();
    // The browser's own shell sweeps up behind it, a moment after it has ended.
    await vi.waitFor(() => expect(readdirSync(workDir)).toEqual([`profile-${process.ppid}`]), { timeout: 20_000 });
    await vi.waitFor(() => expect(stillAlive(browser)).toEqual([]), { timeout: 20_000 });
    await expect(printer.print(sampleJob())).rejects.toMatchObject({ reason: "closed" });
  });

  test("ends its browser when idle and starts it again (print 25)", async () => {
    const printer = testPrinter({ idleMs: 200 });
    const first = await printer.print(sampleJob());
    await vi.waitFor(() => expect(browserBelow(process.pid)).toEqual([]), { timeout: 20_000 });
    expect(Buffer.from(await printer.print(sampleJob())).equals(first)).toBe(true);
  });

  test("prints equal jobs asked for together once, and says busy when the line is full (print 7, 25)", async () => {
    const printer = testPrinter({ waiting: 2 });
    const same = Array.from({ length: 20 }, () => printer.print(sampleJob()));
    const others = [1, 2].map((number) => printer.print(sampleJob({ title: `Altro ${number}` })));
    const tooMany = await printer.print(sampleJob({ title: "Troppo" })).catch((error: unknown) => error);
    expect(tooMany).toBeInstanceOf(PrinterBusy);
    expect(tooMany).toMatchObject({ retryAfter: expect.any(Number) });
    expect(new Set(await Promise.all(same)).size).toBe(1);
    await expect(Promise.all(others)).resolves.toHaveLength(2);
    await expect(printer.print(sampleJob({ title: "Troppo" }))).resolves.toBeInstanceOf(Uint8Array);
  });

  test("lets a single sheet pass before batches that wait", async () => {
    const printer = testPrinter();
    const done: string[] = [];
    const ask = (kind: "single" | "batch", title: string) =>
      printer.print(sampleJob({ kind, title })).then(() => done.push(title));
    await Promise.all([ask("batch", "first"), ask("batch", "second"), ask("single", "urgent")]);
    expect(done).toEqual(["first", "urgent", "second"]);
  });

  test("refuses what waits and fails what runs when it is closed", async () => {
    const printer = testPrinter();
    await printer.print(sampleJob());
    const jobs = [ENDLESS, "<p>altro</p>"].map((html) =>
      printer.print(sampleJob({ html })).catch((error: unknown) => error),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await printer.close();
    for (const error of await Promise.all(jobs))
      expect(error).toMatchObject({ name: "PrinterUnavailable", reason: "closed" });
  });

  test("without a browser says why, and so does one that cannot start (print 27)", async () => {
    const printerWith = (browser: string) =>
      createChromiumPrinter({ projectRoot: PROJECT_ROOT, workDir: scratchFolder(), browser, log: silentLog });
    const none = printerWith("/nowhere/chromium");
    expect(await none.available()).toMatchObject({
      ok: false,
      reason: "noBrowser",
      detail: expect.stringContaining("/nowhere/chromium"),
    });
    await expect(none.print(sampleJob())).rejects.toBeInstanceOf(PrinterUnavailable);
    const broken = printerWith("/bin/false");
    await expect(broken.print(sampleJob())).rejects.toMatchObject({ reason: "launchFailed" });
    expect(await broken.available()).toMatchObject({ ok: false, reason: "launchFailed" });
    expect(await testPrinter().available()).toMatchObject({ ok: true, browser: expect.stringMatching(/\d+\.\d+/) });
  });

  test("has failures that callers can tell apart", () => {
    expect(new PrinterUnavailable("noBrowser", "x")).not.toBeInstanceOf(PrintFailed);
    expect(new PrinterBusy(3).retryAfter).toBe(3);
  });
});

/** A small program of its own that prints without end, built from the sources as they are now. */
async function programThatPrints(): Promise<{ program: string; workDir: string }> {
  const folder = scratchFolder();
  symlinkSync(join(PROJECT_ROOT, "node_modules"), join(folder, "node_modules"));
  await build({
    root: PROJECT_ROOT,
    configFile: false,
    logLevel: "error",
    build: { ssr: join(PROJECT_ROOT, "server/printer/chromiumPrinter.ts"), outDir: folder, emptyOutDir: false },
  });
  const built = readdirSync(folder).find((name) => name.startsWith("chromiumPrinter."));
  if (!built || !existsSync(join(folder, built))) throw new Error("The printer was not built");
  const program = join(folder, "printForever.mjs");
  writeFileSync(
    program,
    `import { createChromiumPrinter } from "./${built}";
     const log = { info() {}, warn() {} };
     const printer = createChromiumPrinter({ projectRoot: process.argv[2], workDir: process.argv[3], browser: undefined, log });
     const job = (n) => ({ html: "<p>" + "parola ".repeat(200_000) + n, css: "", lang: "it", title: "x", format: "a4", kind: "batch", revisedAt: "2026-01-01T00:00:00Z" });
     await printer.print({ ...job(0), html: "x" });
     setTimeout(() => console.log("printing"), 300);
     for (let n = 1; ; n += 1) await printer.print(job(n));`,
  );
  return { program, workDir: scratchFolder() };
}
