// The display in a real browser against a server that publishes, withdraws, dies and comes back.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { romeInstant } from "../../server/domain/time.ts";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { describeWith } from "../setup/describeWith.ts";
import { type BoardServer, startBoardServer } from "./boardServer.ts";
import { buildOffice, numbered } from "./buildPosting.ts";
import { builtKiosk } from "./builtKiosk.ts";
import { samplePostings } from "./samplePostings.ts";
import { watchFrames } from "./watchFrames.ts";

/** A Tuesday morning by the server's clock, whenever the tests run; displays go by it, not by the machine's. */
const SKEW = romeInstant("2026-11-24", "10:00") - Date.now();
const serverNow = () => Date.now() + SKEW;
/**
 * A busy machine is slow, and only `npm run bench -- lobby` measures. But what is pushed comes well before the HTTP check's thirty seconds,
 * and the first two attempts of a lost line are over after fifteen.
 */
const PATIENCE = 25_000;
const post = (n: number, changes: Partial<PublicPosting> = {}) => numbered(n, changes, serverNow());

vi.setConfig({ testTimeout: 90_000 });

describeWith(["browser"], "the lobby display", () => {
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

  async function open(postings: readonly PublicPosting[], query = "office=lecce", port = 0) {
    server = await startBoardServer({ skew: SKEW, postings, port, statics: kiosk.folder, revision: 10 });
    page = await browser.newPage();
    await page.setViewport({ width: 1920, height: 1080 });
    await page.goto(`${server.origin}/kiosk/?${query}`);
  }
  const words = () =>
    page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".layer")].at(-1)?.innerText ?? "");
  const shows = (text: string, timeout = PATIENCE) =>
    page.waitForFunction(
      (wanted) => [...document.querySelectorAll<HTMLElement>(".layer")].at(-1)?.innerText.includes(wanted),
      { timeout, polling: "raf" },
      text,
    );
  const frames = () => page.evaluate(() => window.frameReport);
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const watching = async () => {
    await expect.poll(() => server.sockets(), { timeout: PATIENCE }).toBe(1);
    await pause(200);
  };

  it("shows a published posting and replaces a withdrawn one as they are pushed, with no empty frame", async () => {
    await open([]);
    await shows("Viale Belgio");
    await watching();
    await page.evaluate(watchFrames);
    server.put(post(1));
    await shows("Posto 1");
    server.put(post(2), post(3));
    for (const [gone, next] of [
      [1, 2],
      [2, 3],
    ] as const) {
      await pause(900);
      server.remove(post(gone).code);
      await shows(`Posto ${next}`);
    }
    await pause(900);
    server.remove(post(3).code);
    await shows("Viale Belgio");
    await pause(900);
    const seen = await frames();
    expect(seen.frames).toBeGreaterThan(20);
    expect(seen.empty).toBe(0);
  });

  it("lets a posting go at its own deadline without any word from the server", async () => {
    await open([]);
    await shows("Viale Belgio");
    await watching();
    const until = serverNow() + 6_000;
    server.put(post(1, { until }));
    await shows("Posto 1");
    await page.evaluate(watchFrames);
    await server.stop();
    await shows("Viale Belgio");
    expect(serverNow()).toBeGreaterThan(until - 50);
    await pause(500);
    expect((await frames()).empty).toBe(0);
  });

  it("keeps playing while the server is dead, and picks up when it is back", async () => {
    await open([post(1), post(2)]);
    await watching();
    await page.evaluate(watchFrames);
    const { port } = server;
    await server.stop();
    await pause(1_500);
    expect(await words()).toMatch(/Posto [12]/);
    server = await startBoardServer({ skew: SKEW, postings: [post(8)], port, statics: kiosk.folder, revision: 20 });
    await shows("Posto 8");
    expect((await frames()).empty).toBe(0);
  });

  it("shows its last board after a reload while the server has none to give", async () => {
    await open([post(4)]);
    await shows("Posto 4");
    await pause(200);
    server.fault = "500";
    server.socketFault = "refuse";
    await page.reload();
    await shows("Posto 4");
  });

  it.each<[string, (posting: PublicPosting) => PublicPosting]>([
    ["counted", (one) => ({ ...one, content: { ...one.content, places: "nowhere" as never } })],
    // Longer than any QR code can hold: fails only while it is painted.
    ["painted", (one) => ({ ...one, code: "0".repeat(5_000) })],
  ])("passes over a posting that cannot be %s, without an empty frame or a trace of it", async (_name, poison) => {
    const said: string[] = [];
    await open([]);
    page.on("console", (message) => said.push(message.text()));
    await shows("Viale Belgio");
    await watching();
    await page.evaluate(watchFrames);
    server.put(poison(post(1)));
    await expect.poll(() => said.join(), { timeout: PATIENCE }).toContain("card");
    await pause(1_000);
    expect(await words()).toContain("Viale Belgio");
    server.put(post(2));
    await shows("Posto 2");
    await pause(1_000);
    expect(await words()).not.toMatch(/Error|undefined/);
    expect((await frames()).empty).toBe(0);
  });

  it("speaks each card's language, asks nothing of strangers, and is a surface", async () => {
    const asked: string[] = [];
    await open(samplePostings(serverNow()).slice(0, 1), "office=lecce&lang=de");
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await shows("Koch oder Köchin");
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("de");
    for (const url of asked)
      expect(url.startsWith(server.origin) || url.startsWith(server.origin.replace("http", "ws"))).toBe(true);
    const surface = await page.evaluate(() => ({
      cursor: getComputedStyle(document.body).cursor,
      select: getComputedStyle(document.body).userSelect,
      menu: document.dispatchEvent(new MouseEvent("contextmenu", { cancelable: true })),
    }));
    expect(surface).toEqual({ cursor: "none", select: "none", menu: false });
  });

  it("changes without any motion where people asked for none", async () => {
    await open([post(1), post(2)]);
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await watching();
    await shows("Posto 1");
    await page.evaluate(watchFrames);
    server.remove(post(1).code);
    await shows("Posto 2");
    expect(await page.evaluate(() => document.querySelectorAll(".layer").length)).toBe(1);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect((await frames()).empty).toBe(0);
  });

  it("rests at night, and says when the office opens", async () => {
    server = await startBoardServer({
      skew: SKEW + 12 * 3_600_000,
      office: buildOffice({ demonstration: false }),
      postings: [post(1)],
      statics: kiosk.folder,
    });
    page = await browser.newPage();
    await page.goto(`${server.origin}/kiosk/?office=lecce`);
    await shows("Lecce");
    await shows("08:30");
    expect(await words()).not.toContain("Posto 1");
  });

  it("says how old its board is once nobody confirms it for a quarter of an hour, in the card's language", async () => {
    await open([post(4)], "office=lecce&lang=fr");
    await shows("Posto 4");
    await watching();
    server.fault = "500";
    server.socketFault = "refuse";
    // The device goes on for twenty minutes without a server, then starts anew.
    await page.evaluateOnNewDocument(() => {
      const then = Date.now.bind(Date);
      Date.now = () => then() + 20 * 60_000;
    });
    await page.reload();
    await shows("Posto 4");
    expect(await words()).toMatch(/Dernière mise à jour.*(09|10):[0-5]\d/);
  });

  it("tells an office it does not know, in four languages, instead of waiting for ever", async () => {
    await open([], "office=altrove");
    await page.waitForFunction(() => document.body.innerText.includes("?office="), { timeout: PATIENCE });
    await page.waitForFunction(() => document.querySelectorAll(".sentences [lang]").length === 4, {
      timeout: PATIENCE,
    });
  });

  it("shows a device without a place a code and nothing else, in four languages", async () => {
    await open([post(1)], "");
    await page.waitForFunction(() => document.querySelectorAll(".pairing-words [lang]").length === 4);
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Lecce|Posto/);
    expect(server.asked.some((path) => path.includes("/boards/"))).toBe(false);
  });
});
