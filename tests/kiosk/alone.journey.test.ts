// A display from its first minute to a start without anybody: paired by its code, told an urgent thing, killed, started again with server and network
// gone, taken back. In a real browser against the real house. Twenty kills and a build that does not start are in its long part.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { askDisplay, revokeDisplay } from "../../server/services/changeDisplay.ts";
import { pictureOf } from "../../server/services/pictureOf.ts";
import { endUrgent, raiseUrgent } from "../../server/services/raiseUrgent.ts";
import { chief } from "../builders.ts";
import { readCode } from "../printer/readCode.ts";
import { describeWith } from "../setup/describeWith.ts";
import { glassSays } from "./killedBrowser.ts";
import { SKEW, serverNow } from "./kioskHouse.ts";
import { loneDisplay } from "./loneDisplay.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describeWith(["browser"], "a display alone", () => {
  const display = loneDisplay();

  it("is paired by the code on its glass, and shows the board of its office", async () => {
    await display.publish("Cuoca per la mensa");
    const page = await display.open();
    // Whatever is asked for, by HTTP or as a WebSocket: its secret is in no address.
    const asked: string[] = [];
    const session = await page.createCDPSession();
    await session.send("Network.enable");
    session.on("Network.requestWillBeSent", ({ request }) => asked.push(request.url));
    session.on("Network.webSocketCreated", ({ url }) => asked.push(url));
    await page.waitForSelector(".pairing-letters", { timeout: 45_000 });
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Lecce|Cuoca|CPI/);
    const code = await page.$eval(".pairing-letters", (element) => element.textContent?.replace(" ", "") ?? "");
    const scanned = await readCode(Buffer.from(await page.screenshot()));
    expect(scanned).toBe(`${display.house().origin}/admin/displays/pair?code=${code}`);
    const since = serverNow();
    await display.pair();
    await glassSays(page, "Cuoca per la mensa", 30_000);
    expect(page.url()).not.toMatch(/token|d[\w-]{43}/);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await display.connected(since);
    await display.kept();
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((address) => /d[\w-]{43}/.test(address))).toEqual([]);
  }, 180_000);

  it("lobby 29: its heartbeat tells what is really painted: posting, language, revision; and frames, storage, clock and build", async () => {
    const { house: parts } = display.house().app();
    const posting = [...parts.mirror.entries()][0]?.posting;
    const face = () =>
      display.page().evaluate(() => document.querySelector<HTMLElement>(".layer:last-child")?.dataset.face ?? "");
    const told = () => parts.roll.seen(display.id())?.beat;
    // A card may change between two looks: what is told must have stood there just before or after.
    await expect
      .poll(async () => `card ${told()?.code} ${told()?.revision} ${told()?.locale}` === (await face()), {
        timeout: 45_000,
      })
      .toBe(true);
    await expect.poll(() => [told()?.storage, told()?.causes], { timeout: 45_000 }).toEqual(["full", []]);
    const beat = told();
    expect(beat).toMatchObject({
      code: posting?.code,
      revision: posting?.published?.revision,
      clock: "known",
      viewport: "1920x1080@1",
    });
    expect(["it", "en", "fr", "de"]).toContain(beat?.locale);
    expect(beat?.boardRevision).toBeGreaterThanOrEqual(beat?.revision ?? Number.POSITIVE_INFINITY);
    expect(beat?.frameAge).toBeLessThan(20_000);
    expect(Math.abs((beat?.clockOffset ?? 0) - SKEW)).toBeLessThan(10_000);
    expect(beat?.usedBytes).toBeGreaterThan(10_000);
    const script = await display
      .page()
      .$$eval("script[src]", (all) => all.map((one) => one.getAttribute("src") ?? "").join());
    expect(beat?.build.split(".").some((digest) => script.includes(digest))).toBe(true);
  }, 120_000);

  it("draws a picture of its glass when staff ask for one: as large as asked, in its colours, with its code readable (people 33)", async () => {
    const { house: parts } = display.house().app();
    await askDisplay(parts, chief, display.id(), "picture");
    await expect
      .poll(() => parts.store.displays.picture(display.id()), { timeout: 45_000, interval: 200 })
      .not.toBeNull();
    const { picture } = await pictureOf(parts, chief, display.id());
    const bytes = Buffer.from(picture?.jpeg ?? "", "base64");
    const { width, height } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([960, 540]);
    // A code is read from it only where the card is really drawn.
    expect(await readCode(bytes)).toMatch(/\/o\//i);
    const { channels } = await sharp(bytes).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(10);
    if (process.env.PICTURES !== undefined) writeFileSync(join(process.env.PICTURES, "glass.jpg"), bytes);
  }, 150_000);

  it("killed a moment after a posting and an urgent notice, starts without a server and shows both, each in its turn (people 35)", async () => {
    const house = display.house();
    const body = {
      kind: "notice",
      scope: { kind: "office", office: "lecce" },
      texts: { it: "Oggi si chiude alle 12." },
      hours: 1,
    } as const;
    await display.publish("Posto di un attimo fa");
    const urgent = await raiseUrgent(house.app().house, chief, body);
    await glassSays(display.page(), "Oggi si chiude alle 12.");
    await pause(300);
    await display.kill();
    await house.stop();
    const page = await display.open();
    await glassSays(page, "Oggi si chiude alle 12.");
    await house.start();
    await endUrgent(house.app().house, chief, urgent.id, false);
    await page.waitForFunction(() => !document.body.innerText.includes("Oggi si chiude"), { timeout: 90_000 });
    // The place in the round says how many there are.
    await page.waitForFunction(() => /1 (di|of|sur|von) 2\b/.test(document.body.innerText), { timeout: 45_000 });
  }, 240_000);

  it("is taken back in seconds: its board and its name are gone, and it asks for a place", async () => {
    await display.connected();
    await revokeDisplay(display.house().app().house, chief, display.id());
    const asked = Date.now();
    await display.page().waitForSelector(".pairing", { timeout: 45_000 });
    process.stdout.write(`taken back: pairing card after ${Date.now() - asked} ms\n`);
    expect(await display.page().evaluate(() => document.body.innerText)).not.toMatch(/Cuoca|Posto di/);
  }, 120_000);
});
