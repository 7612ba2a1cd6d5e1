// A visit at a touch display from the first tap to the last, in a real browser: one tap to a language, search in another than the posting's, a list
// handed to the phone, a posting withdrawn under the reader's eyes, and nothing left behind. (lobby 33, 34; people 15, 18)
import { afterAll, beforeAll, expect, it } from "vitest";
import { withdrawPosting } from "../../server/services/withdrawPosting.ts";
import { aContent, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { glassSays } from "./killedBrowser.ts";
import { type TouchHouse, touchHouse } from "./touchHouse.ts";

/** Written in Italian only; what else it is called comes from its occupation. */
const NURSE = aContent("Infermiera", {
  title: {
    written: { id: "s1", text: "Infermiera" },
    occupation: { ref: "esco:18e14e61-495b-44cc-a7c6-df4c625934ba", qualifiers: [] },
  },
});

describeWith(["browser", "pdftoppm", "zbarimg"], "a touch display", () => {
  let display: TouchHouse;
  beforeAll(async () => {
    display = await touchHouse(["Cuoca per la mensa", "Muratore", NURSE]);
  }, 180_000);
  afterAll(async () => {
    await display?.end();
  });

  it("offers the languages under the rotation, each a target of 20 mm, and axe finds nothing", async () => {
    expect(await display.faults()).toEqual([]);
    expect(await display.violations()).toEqual([]);
  }, 60_000);

  it("is in German after one tap, and finds by its own keyboard, without a server, what is written in Italian", async () => {
    const { page, house } = display;
    await display.tap("Deutsch");
    await glassSays(page, "Alle Anzeigen");
    expect(await page.evaluate(() => document.querySelector(".visit")?.getAttribute("lang"))).toBe("de");
    expect(await display.violations()).toEqual([]);
    await house.stop();
    await display.tap("Suchen");
    await display.type("stellenang");
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 3, { timeout: 20_000 });
    for (const [typed, wanted] of [
      ["fachkranken", "Infermiera"],
      ["nurse", "Infermiera"],
      ["cuoco", "Cuoca per la mensa"],
    ] as const) {
      await display.tap("Leeren");
      await display.type(typed);
      await page.waitForFunction(() => document.querySelectorAll(".row").length === 1, { timeout: 20_000 });
      expect(await page.$eval(".row", (row) => row.textContent), typed).toContain(
        wanted === "Infermiera" ? "Fachkranken" : wanted,
      );
    }
    await display.tap("Leeren");
    await display.type("muratori");
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 1, { timeout: 20_000 });
    expect(await display.faults()).toEqual([]);
    expect(await display.violations()).toEqual([]);
    await page.$eval(".row", (row) => (row as HTMLElement).click());
    await glassSays(page, "So bewerben Sie sich");
    expect(await display.scan()).toContain(`/O/${display.codes.get("Muratore")}/DE/`);
    // No voice and no printer here: no button that would promise them.
    const buttons = await page.$$eval(".posting-actions button", (all) => all.map((one) => one.textContent));
    expect(buttons).toEqual(["Auf meine Liste"]);
    await house.start();
  }, 120_000);

  it("hands a list to the phone as one code, which the public pages answer", async () => {
    await display.tap("Auf meine Liste");
    await display.tap("Meine Liste (1)");
    await display.page.waitForSelector(".posting-qr", { timeout: 20_000 });
    expect(await display.violations()).toEqual([]);
    const address = new URL(await display.scan());
    const code = display.codes.get("Muratore");
    const other = display.codes.get("Cuoca per la mensa");
    expect(address.pathname).toBe(`/O/${code}/DE`);
    const page = await fetch(`${display.house.origin}/O/${code}.${other}.0000000/DE`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain("Muratore");
    expect(html).toContain("Cuoca per la mensa");
    expect(html).toContain('<html lang="de"');
    expect((await fetch(`${display.house.origin}/o/0000000.1111111/it`)).status).toBe(404);
  }, 60_000);

  it("prints what is on the list on A6, and its codes are read back from the paper", async () => {
    const { page, codes } = display;
    await display.set({ slip: "a6" });
    await page.waitForSelector(".slip", { timeout: 30_000 });
    await page.evaluate(() => {
      window.print = () => Object.assign(window, { printed: true });
    });
    await display.tap("Merkzettel drucken");
    expect(await page.evaluate(() => "printed" in window)).toBe(true);
    const paper = await display.paper();
    expect([paper.width, paper.height]).toEqual([105, 148]);
    expect(paper.codes).toHaveLength(1);
    expect(paper.codes[0]).toContain(`/O/${codes.get("Muratore")}/DE/`);
    expect(paper.text).toContain(codes.get("Muratore"));
    // Its title is not translated: paper says so, as the glass does.
    expect(paper.text).toMatch(/Muratore\s+auf Italienisch/);
    // The glass itself is not printed.
    expect(paper.text).not.toContain("Meine Liste");
  }, 60_000);

  it("takes a withdrawn posting away under the reader's eyes, with a plain sentence [TG1]", async () => {
    const { page, house, codes } = display;
    await page.$eval(".row", (row) => (row as HTMLElement).click());
    await glassSays(page, "So bewerben Sie sich");
    // The display must have found the server again first.
    await expect
      .poll(
        () => [...house.app().house.roll.displays().keys()].some((id) => house.app().house.roll.seen(id) !== null),
        {
          timeout: 60_000,
        },
      )
      .toBe(true);
    const parts = house.app().house;
    const code = codes.get("Muratore") ?? "";
    const revision = parts.mirror.entry(code)?.posting.revision ?? 0;
    const asked = Date.now();
    await withdrawPosting(parts, chief, code, revision, "filled");
    await glassSays(page, "Diese Anzeige wurde soeben entfernt", 60_000);
    process.stdout.write(
      `withdrawn while it is read: gone after ${Date.now() - asked} ms (limit 2000, here not judged)\n`,
    );
    expect(await page.evaluate(() => document.body.innerText.includes("Muratore"))).toBe(false);
    expect(await display.violations()).toEqual([]);
  }, 120_000);

  it("remembers nothing of the visit once it is over [TV3]", async () => {
    const { page } = display;
    await display.tap("Ich bin fertig");
    await page.waitForSelector(".touch-bar .touch-language", { timeout: 20_000 });
    expect(await page.evaluate(() => document.querySelector(".visit"))).toBeNull();
    await display.tap("Français");
    await display.tap("Chercher");
    expect(await page.$eval(".search input", (input) => (input as HTMLInputElement).value)).toBe("");
    await display.tap("Ma liste");
    await glassSays(page, "Votre liste est vide");
  }, 60_000);
});
