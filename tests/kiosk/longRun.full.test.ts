// The display for long: a thousand changes of card watched frame by frame, and 72 hours of rotation at accelerated time with the heap and the
// document measured after the first hour and at the end. Real Chromium against the small server of boards.
import puppeteer, { type Browser, type CDPSession, type Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { romeInstant } from "../../server/domain/time.ts";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { describeWith } from "../setup/describeWith.ts";
import { type BoardServer, startBoardServer } from "./boardServer.ts";
import { buildOffice, numbered } from "./buildPosting.ts";
import { builtKiosk } from "./builtKiosk.ts";
import { hastenTime, stepTime } from "./hastenTime.ts";
import { watchFrames } from "./watchFrames.ts";

const SKEW = romeInstant("2026-11-24", "10:00") - Date.now();
const HOUR = 3_600_000;
const TRANSITIONS = 1_000;
const HOURS = Number(process.env.LOBBY_HOURS ?? 72);
/** What is measured is what the program holds. The engine's own translations of it are left out: they go on for a day (some 200 kB of 3 MB, measured
    with them), as functions become worth it one by one, and then stop. */
const UNTRANSLATED = "--no-sparkplug --no-maglev --no-opt";
/** Virtual milliseconds between two real frames: no turn is shorter. */
const STEP = 10_000;
/** Faces among which the smallest heap and document are measured: one card has more words than another, a leak is in all. */
const FACES_MEASURED = 6;
const post = (n: number, changes: Partial<PublicPosting> = {}) =>
  numbered(n, { until: Date.now() + SKEW + 300 * HOUR, ...changes }, Date.now() + SKEW);

describeWith(["browser"], "the display for long", () => {
  let browser: Browser;
  let kiosk: Awaited<ReturnType<typeof builtKiosk>>;
  let server: BoardServer;
  let page: Page;
  beforeAll(async () => {
    kiosk = await builtKiosk();
    const found = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
    browser = await puppeteer.launch({
      executablePath: found?.path ?? "",
      headless: found?.kind === "shell" ? "shell" : true,
      args: [`--js-flags=${UNTRANSLATED}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await kiosk?.remove();
  });
  afterEach(async () => {
    await page?.close();
    await server?.stop();
  });
  const shows = (text: string) =>
    page.waitForFunction(
      (wanted) => [...document.querySelectorAll<HTMLElement>(".layer")].at(-1)?.innerText.includes(wanted),
      { timeout: 30_000, polling: "raf" },
      text,
    );

  it("lobby 18: a thousand changes, no frame in which nothing is shown", async () => {
    server = await startBoardServer({ skew: SKEW, postings: [post(0)], statics: kiosk.folder, revision: 10 });
    page = await browser.newPage();
    await page.setViewport({ width: 1920, height: 1080 });
    await page.goto(`${server.origin}/kiosk/?office=lecce&lang=it`);
    await shows("Posto 0");
    await expect.poll(() => server.sockets(), { timeout: 30_000 }).toBe(1);
    await page.evaluate(watchFrames);
    for (let n = 1; n <= TRANSITIONS; n += 1) {
      server.put(post(n));
      server.remove(post(n - 1).code);
      await shows(`Posto ${n}`);
      // Some changes come in the middle of the one before, some after it.
      if (n % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 350));
    }
    const seen = await page.evaluate(() => window.frameReport);
    process.stdout.write(`${TRANSITIONS} changes, ${seen.frames} frames, ${seen.empty} of them empty (limit 0)\n`);
    expect(seen.faces.length).toBeGreaterThanOrEqual(TRANSITIONS);
    expect(seen.empty).toBe(0);
  }, 1_200_000);

  it("lobby 22: 72 hours with 200 postings: heap and document grow at most 5 % after the first hour (people 36)", async () => {
    const postings = Array.from({ length: 200 }, (_, n) => post(n));
    server = await startBoardServer({
      skew: SKEW,
      postings,
      statics: kiosk.folder,
      // Open by day and night, so that it plays all the time.
      office: buildOffice({ demonstration: true }),
    });
    page = await browser.newPage();
    // What grows does not grow with the glass, and a small one is drawn sooner.
    await page.setViewport({ width: 960, height: 540 });
    await page.evaluateOnNewDocument(hastenTime);
    await page.goto(`${server.origin}/kiosk/?office=lecce`);
    await page.waitForSelector(".card-title", { timeout: 30_000 });
    let reloads = 0;
    page.on("load", () => (reloads += 1));
    const session = await page.createCDPSession();
    await session.send("Performance.enable");
    const began = Date.now();
    let passed = 0;
    let faces = 0;
    const pass = async (until: number, step = STEP) => {
      while (passed < until) {
        const steps = Math.min(Math.ceil(120_000 / step), Math.ceil((until - passed) / step));
        faces += await page.evaluate(stepTime, step, steps);
        passed += steps * step;
        // The server's clock goes on in the same way, two minutes at a time.
        server.skew = SKEW + passed - (Date.now() - began);
      }
    };
    const measure = async () => {
      const seen: { heap: number; nodes: number }[] = [];
      for (let n = 0; n < FACES_MEASURED; n += 1) {
        await pass(passed + STEP);
        // Whatever fades is over then.
        await pass(passed + 2_000, 1_000);
        seen.push(await held(session));
      }
      return { heap: Math.min(...seen.map(({ heap }) => heap)), nodes: Math.min(...seen.map(({ nodes }) => nodes)) };
    };
    await pass(HOUR);
    const first = await measure();
    const between: number[] = [];
    let last = first;
    for (let hours = 12; hours <= HOURS; hours += 12) {
      await pass(hours * HOUR);
      last = await measure();
      between.push(last.heap / first.heap);
    }
    const growth = (now: number, before: number) => (now / before - 1) * 100;
    process.stdout.write(
      `${HOURS} h, ${faces} faces, ${reloads} restarts; heap ${first.heap} B after one hour, ${growth(last.heap, first.heap).toFixed(1)} % at the end ` +
        `(every 12 h: ${between.map((one) => `${((one - 1) * 100).toFixed(1)} %`).join(", ")}); ` +
        `document ${first.nodes} nodes, ${growth(last.nodes, first.nodes).toFixed(1)} % (limit 5 %)\n`,
    );
    expect(faces).toBeGreaterThan(HOURS * 60);
    expect(reloads).toBe(0);
    expect(growth(last.heap, first.heap)).toBeLessThanOrEqual(5);
    expect(growth(last.nodes, first.nodes)).toBeLessThanOrEqual(5);
  }, 2_400_000);
});

/** After a whole collection. */
async function held(session: CDPSession): Promise<{ heap: number; nodes: number }> {
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return { heap: of("JSHeapUsedSize"), nodes: of("Nodes") };
}
