// What a display counts, for real: seven days without a server at accelerated time, its browser killed every day, then handed in once though the answers
// are lost at first; nothing is counted at night or beyond the lease. Real Chromium, its own disk, the whole house. (lobby 31)
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createPosting } from "../../server/services/createPosting.ts";
import { pairDisplay } from "../../server/services/pairDisplay.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { aContent, anOffice, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { hastenTime } from "./hastenTime.ts";
import { holdsPosting } from "./holdsPosting.ts";
import { type LobbyBrowser, lobbyBrowser } from "./killedBrowser.ts";
import { type KioskHouse, serverNow, startKioskHouse } from "./kioskHouse.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Virtual milliseconds between two looks of the display, and how many of them between two real frames: without one for twenty seconds it starts anew. */
const STEP = 1_000;
const STEPS = 15;

describeWith(["browser"], "what a display counts", () => {
  let house: KioskHouse;
  let browser: LobbyBrowser;
  let ahead = 0;
  let id = "";
  beforeAll(async () => {
    [house, browser] = await Promise.all([
      startKioskHouse({ clock: { now: () => serverNow() + ahead } }),
      lobbyBrowser(),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.end();
    await house?.end();
  });

  /** A start some time after the first, with a clock that goes on only when it is told to. */
  const start = async (after: number): Promise<Page> => {
    const page = await browser.open("about:blank");
    await page.evaluateOnNewDocument((since) => {
      const then = Date.now.bind(Date);
      Date.now = () => then() + since;
    }, after);
    await page.evaluateOnNewDocument(hastenTime);
    await page.goto(`${house.origin}/kiosk/`);
    await page.waitForSelector(".layer", { timeout: 45_000 });
    return page;
  };
  const pass = (page: Page, ms: number) =>
    page.evaluate(
      async (all, step, steps) => {
        for (let passed = 0; passed < all; ) {
          for (let n = 0; n < steps && passed < all; n += 1, passed += step) window.advance(step);
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      },
      ms,
      STEP,
      STEPS,
    );
  /** All that lies on the device, counted or waiting. */
  const kept = (page: Page) =>
    page.evaluate(async () => {
      const read = (key: string) =>
        new Promise<unknown>((resolve, reject) => {
          const opening = indexedDB.open("bacheca", 1);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const asked = opening.result.transaction("kept").objectStore("kept").get(key);
            asked.onsuccess = () => resolve(asked.result);
          };
        });
      const sum = (counts: unknown) =>
        Object.values((counts ?? {}) as Record<string, number>).reduce((a, b) => a + b, 0);
      const batches = ((await read("countBatches")) ?? []) as { counts: unknown }[];
      return {
        all: sum(await read("counts")) + batches.reduce((all, { counts }) => all + sum(counts), 0),
        batches: batches.length,
      };
    });
  const counted = async () =>
    (await house.app().house.store.displays.counts("2000-01-01", "2999-01-01"))
      .filter(({ kind, place }) => kind === "shown" && place === id)
      .reduce((all, { times }) => all + times, 0);

  it("lobby 31: seven days without a line, killed each day, are handed in once; night and lease are not counted", async () => {
    const { house: parts } = house.app();
    const opening = [{ days: [0, 1, 2, 3, 4, 5, 6], from: "08:30", to: "18:00", byAppointment: false }];
    await parts.store.write("test", parts.clock.now(), async (tx) => {
      await tx.putOwner(anOffice("lecce", { opening }));
      await tx.record("owner.saved", "lecce");
    });
    await parts.mirror.catchUp();
    const first = await browser.open(`${house.origin}/kiosk/`);
    await first.waitForSelector(".pairing-letters", { timeout: 45_000 });
    const code = await first.$eval(".pairing-letters", (element) => element.textContent ?? "");
    ({ id } = await pairDisplay(parts, chief, { code, office: "lecce", name: "Sala", replace: null }));
    for (const title of ["Cuoca per la mensa", "Muratore", "Infermiera"]) {
      const draft = await createPosting(parts, chief, "lecce", aContent(title));
      await publishPosting(parts, chief, draft.code, draft.revision);
      await first.waitForSelector(".card-title", { timeout: 45_000 });
      await holdsPosting(first, draft.code, 45_000);
    }
    await first.waitForFunction(() => navigator.serviceWorker.controller !== null, { timeout: 45_000 });
    await browser.kill();
    await house.stop();

    const sums: number[] = [];
    for (let day = 0; day < 7; day += 1) {
      const page = await start(day * DAY);
      // The first day goes on into the night: from nine in the evening the glass is dark.
      await pass(page, day === 0 ? 11 * HOUR : HOUR);
      const before = (await kept(page)).all;
      if (day === 0) {
        await pass(page, 2 * HOUR);
        expect((await kept(page)).all - before, "nothing is counted at night").toBeLessThanOrEqual(12);
      }
      sums.push((await kept(page)).all);
      await browser.kill();
    }
    process.stdout.write(`cards counted on the device at the end of each day: ${sums.join(", ")}\n`);
    // Eleven hours of cards of a quarter of a minute, then an hour a day until the lease of 72 hours is over.
    expect(sums[0]).toBeGreaterThan(1_000);
    expect(sums[2] as number).toBeGreaterThan((sums[1] as number) + 50);
    expect(sums[6], "beyond the lease the office's own card stands there").toBe(sums[4]);

    ahead = 7 * DAY + 12.5 * HOUR;
    const page = await start(ahead);
    const told = (await kept(page)).all;
    expect(told).toBe(sums[6]);
    await house.start();
    const session = await page.createCDPSession();
    await session.send("Fetch.enable", {
      patterns: [{ urlPattern: "*/api/v1/display/counts", requestStage: "Response" }],
    });
    let lost = 0;
    session.on("Fetch.requestPaused", ({ requestId }) => {
      lost += 1;
      void session.send("Fetch.failRequest", { requestId, errorReason: "ConnectionReset" });
    });
    // It hands in what it has after ninety seconds and each hour: the first answers never arrive.
    for (let hour = 0; hour < 2; hour += 1) {
      await pass(page, HOUR);
      await expect.poll(() => lost, { timeout: 20_000 }).toBeGreaterThan(hour);
    }
    expect(await counted()).toBeGreaterThan(0);
    await session.send("Fetch.disable");
    await pass(page, HOUR);
    await expect.poll(async () => (await kept(page)).batches, { timeout: 60_000 }).toBe(0);
    expect(await counted()).toBe(told);
    await pass(page, 2 * HOUR);
    expect(await counted(), "and never again").toBe(told);
  }, 540_000);
});
