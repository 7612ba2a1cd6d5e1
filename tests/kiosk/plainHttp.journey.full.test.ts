// A board in a network without https (lobby 13): the display plays and says what it lacks, the desk is told; by the bridge of the kiosk kit the same board
// is kept and starts alone. In a real browser against the real house, with systemd's own forwarder.
import { afterAll, beforeAll, expect, it } from "vitest";
import { healthOf, LACKS } from "../../server/domain/display.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { pairDisplay } from "../../server/services/pairDisplay.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { aContent, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { glassSays, type LobbyBrowser, lobbyBrowser } from "./killedBrowser.ts";
import { type KioskHouse, serverNow, startKioskHouse } from "./kioskHouse.ts";
import { openBridge } from "./openBridge.ts";

describeWith(["browser", "systemd"], "a board without https", () => {
  let house: KioskHouse;
  const browsers: LobbyBrowser[] = [];
  beforeAll(async () => {
    house = await startKioskHouse();
    const { house: parts } = house.app();
    const draft = await createPosting(parts, chief, "lecce", aContent("Cuoca per la mensa"));
    await publishPosting(parts, chief, draft.code, draft.revision);
  }, 120_000);
  afterAll(async () => {
    for (const browser of browsers) await browser.end();
    await house?.end();
  });
  const open = async (address: string, names: string | null = null) => {
    const browser = await lobbyBrowser(null, names);
    browsers.push(browser);
    const page = await browser.open(address);
    await page.waitForSelector(".pairing-letters", { timeout: 45_000 });
    return { browser, page };
  };
  const pair = async (page: Awaited<ReturnType<typeof open>>["page"], name: string) => {
    const code = await page.$eval(".pairing-letters", (element) => element.textContent ?? "");
    const { id } = await pairDisplay(house.app().house, chief, { code, office: "lecce", name, replace: null });
    await glassSays(page, "Cuoca per la mensa");
    return id;
  };
  const seen = (id: string) => house.app().house.roll.seen(id);

  it("lobby 13: by a plain name it plays, says what it lacks, and the desk shows it red", async () => {
    const { browser, page } = await open(`http://bacheca.lan:${house.port}/kiosk/`, "MAP bacheca.lan 127.0.0.1");
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    expect(await page.$eval(".pairing-lacks", (element) => element.textContent)).toContain("https");
    if (process.env.LOBBY_PICTURES) await page.screenshot({ path: `${process.env.LOBBY_PICTURES}/pairing-http.png` });
    const id = await pair(page, "In chiaro");
    await expect.poll(() => seen(id)?.beat.line, { timeout: 30_000 }).toBe("socket");
    await expect.poll(() => seen(id)?.beat.causes, { timeout: 30_000 }).toEqual(["insecure"]);
    const health = healthOf({ revokedAt: null }, seen(id) ?? null, 0, serverNow());
    expect(health.state).toBe("live");
    expect(health.causes.some((cause) => LACKS.some((one) => one === cause))).toBe(true);
    await browser.end();
  }, 120_000);

  it("lobby 13: by the kit's bridge it is kept, and starts without server or bridge", async () => {
    const bridge = await openBridge(house.port);
    const { browser, page } = await open(`${bridge.origin}/kiosk/`);
    expect(await page.$(".pairing-lacks")).toBeNull();
    const id = await pair(page, "Per il ponte");
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, { timeout: 45_000 });
    await expect
      .poll(() => [seen(id)?.beat.line, seen(id)?.beat.storage, seen(id)?.beat.causes], { timeout: 45_000 })
      .toEqual(["socket", "full", []]);
    await browser.kill();
    bridge.close();
    await house.stop();
    const again = await browser.open(`${bridge.origin}/kiosk/`);
    await glassSays(again, "Cuoca per la mensa");
  }, 180_000);
});
