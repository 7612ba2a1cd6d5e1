// What the one small script adds to a posting's page, in a real browser: saving on the device, reading again without a network,
// the truth within half a minute, an opening at its hour. Without scripts the page is whole.
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../admin/deskBrowser.ts";
import { aContent } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

describeWith(["browser"], "the page in the hand", () => {
  let house: RunningHouse;
  let browser: Browser;
  let close: () => Promise<void>;
  let ahead = 0;
  beforeAll(async () => {
    [house, { browser, close }] = await Promise.all([
      startHouse({ clock: { now: () => Date.now() + ahead } }),
      launchBrowser(),
    ]);
  }, 60_000);
  afterAll(() => close?.());

  async function publish(more: Parameters<typeof aContent>[1] = {}, title = "Cameriere") {
    const draft = await house.staff("POST", "/postings", { owner: "lecce", content: aContent(title, more) });
    const { code, revision } = draft.body.posting;
    const open = await house.staff("POST", `/postings/${code}/publish`, { expected: revision });
    return { code, revision: open.body.posting.revision };
  }
  async function newPage(): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.createBrowserContext()).newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("request", (request) => !request.url().startsWith(house.base) && complaints.push(request.url()));
    return { page, complaints };
  }

  it("saves on the device without an account, lists it, says when it has closed; sets no cookie", async () => {
    const { code, revision } = await publish();
    const { page, complaints } = await newPage();
    await page.goto(`${house.base}/o/${code}/en`);
    await page.waitForSelector('[data-does="save"]:not([hidden])');
    await page.click('[data-does="save"]');
    expect(await page.$eval("[data-status]", (one) => one.textContent)).toContain("Saved");
    await page.goto(`${house.base}/en/info/saved`);
    await page.waitForSelector(`a[href="/o/${code}/en"]`);
    await house.staff("POST", `/postings/${code}/close`, { expected: revision, reason: "filled" });
    await page.reload();
    await page.waitForFunction(() =>
      document.querySelector(".saved")?.textContent?.includes("This posting is closed."),
    );
    await page.click(".saved button");
    expect(await page.$eval(".saved", (one) => one.textContent)).toBe("There are no saved postings yet.");
    expect(await page.cookies()).toEqual([]);
    expect(complaints.filter((one) => !one.includes("410"))).toEqual([]);
  });

  it("what was opened can be read again without a network, and says so", async () => {
    const { code } = await publish({}, "Saldatore di prova");
    const { page } = await newPage();
    await page.goto(`${house.base}/o/${code}/fr`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.reload();
    await page.setOfflineMode(true);
    const worker = await page
      .browserContext()
      .browser()
      .waitForTarget((target) => target.type() === "service_worker");
    const session = await worker.createCDPSession();
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: true,
      latency: 0,
      downloadThroughput: 0,
      uploadThroughput: 0,
    });
    await page.reload();
    expect(await page.$eval("h1", (one) => one.textContent)).toMatch(/[Ss]oudeu|Saldatore/);
    expect(await page.$eval("[data-offline]", (one) => (one as HTMLElement).hidden)).toBe(false);
  });

  it("a page left open shows within half a minute that its posting closed, and tells a screen reader", async () => {
    const { code, revision } = await publish();
    const { page } = await newPage();
    await page.goto(`${house.base}/o/${code}/de`);
    await house.staff("POST", `/postings/${code}/close`, { expected: revision, reason: "withdrawn" });
    // The half minute itself is the script's timer; coming back to the page asks at once.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.waitForFunction(() => document.querySelector(".verdict") !== null);
    expect(await page.$eval("[data-status]", (one) => one.textContent)).toContain("gerade geändert");
  });

  it("opens at its hour by the server's clock: the way to apply is not there before, and there right after", async () => {
    // The hour is near Rome midday whatever the day; the server's clock is what counts.
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const window = { opens: { day, time: "10:00" }, closes: null };
    const apply = {
      online: "https://www.example.it/domanda",
      email: null,
      phone: "0832 111",
      inPerson: null,
      note: null,
      documents: [],
    };
    const { code } = await publish({ window, apply });
    const opens =
      Date.parse(`${day}T10:00:00Z`) -
      Number(
        new Intl.DateTimeFormat("en", { timeZone: "Europe/Rome", hour: "2-digit", hourCycle: "h23" }).format(
          new Date(`${day}T10:00:00Z`),
        ),
      ) *
        3_600_000 +
      10 * 3_600_000;
    const before = await fetch(`${house.base}/o/${code}/it`);
    const html = await before.text();
    expect(html).toContain(`data-opens="${opens}"`);
    expect(html).not.toContain("https://www.example.it/domanda");
    expect(html).toContain('href="tel:0832111"');
    expect(before.headers.get("cache-control")).toContain("s-maxage=1,");
    ahead = opens - Date.now() + 5;
    expect(await (await fetch(`${house.base}/o/${code}/it`)).text()).toContain("https://www.example.it/domanda");
    ahead = 0;
  });

  it("without scripts everything is there but the buttons that need one", async () => {
    const { code } = await publish({
      places: [{ municipality: "Lecce", province: "LE", region: "Puglia", country: "IT", area: null }],
    });
    const { page } = await newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${house.base}/o/${code}/it`);
    expect(await page.$$("button")).not.toHaveLength(0);
    for (const button of await page.$$("main button")) expect(await button.isVisible()).toBe(false);
    expect(await page.$('a[href^="https://wa.me/"]')).not.toBe(null);
    await page.goto(`${house.base}/it/info/saved`);
    expect(await page.$eval("main", (main) => main.textContent)).toContain("programmi attivi");
  });
});
