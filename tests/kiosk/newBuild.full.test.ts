// New builds on a display that runs (lobby 14): taken over by itself between two cards, in both of two windows; taken back by itself where the next does not
// start or paints nothing; what the old page still asks for is served. In a real browser against the real house, its built files renamed as a build would.
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect, it } from "vitest";
import { USUAL_PROFILE } from "../../server/domain/display.ts";
import { changeDisplay } from "../../server/services/changeDisplay.ts";
import { chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { anotherBuild, buildOf, look, readBuild } from "./anotherBuild.ts";
import { loneDisplay } from "./loneDisplay.ts";

describeWith(["browser"], "a display and new builds", () => {
  const display = loneDisplay();
  const folder = () => join(display.house().projectRoot, "dist/kiosk");
  const state = async (page: Page) =>
    JSON.parse((await page.evaluate(async () => (await caches.match("/kiosk/state"))?.text())) ?? "{}") as {
      readonly current?: string;
      readonly candidate?: string | null;
      readonly bad?: readonly string[];
    };
  const shows = (page: Page, build: string) =>
    expect
      .poll(() => buildOf(page).catch(() => ""), { timeout: 120_000, interval: 200 })
      .toBe(build)
      .then(() => page.waitForSelector(".card-title", { timeout: 45_000 }));

  it("takes a new build by itself between two cards, in two windows, and what the old page asks for is still there", async () => {
    await display.publish("Cuoca per la mensa");
    const page = await display.open();
    await display.pair();
    await display.connected();
    await display.kept();
    const other = await page.browser().newPage();
    await other.goto(`${display.house().origin}/kiosk/?screen=2`);
    await other.waitForSelector(".card-title", { timeout: 45_000 });
    await page.bringToFront();
    const before = readBuild(folder());
    await expect.poll(async () => (await state(page)).current, { timeout: 45_000 }).toBe(before.build);
    const next = anotherBuild(folder(), "1", (_name, text) => text);
    expect(next).not.toBe(before.build);
    const face = () => page.evaluate(() => document.querySelector<HTMLElement>(".layer")?.dataset.face ?? "");
    const shown = await face();
    await look(page);
    await expect.poll(async () => (await state(page)).candidate, { timeout: 45_000 }).toBe(next);
    if ((await face().catch(() => "")) === shown)
      expect(await buildOf(page), "not in the middle of a card").toBe(before.build);
    await shows(page, next);
    await expect
      .poll(() => state(page), { timeout: 45_000 })
      .toMatchObject({ current: next, candidate: null, bad: [] });
    await other.bringToFront();
    await shows(other, next);
    await other.close();
    for (const { path } of before.files) {
      const { status } = await fetch(`${display.house().origin}/kiosk/${path}`);
      expect(status, path).toBe(200);
    }
  }, 300_000);

  it("takes a new build as a touch display too, whose program brings styles of its own, once and not at every look", async () => {
    const page = display.page();
    const told = () => display.house().app().house.roll.seen(display.id())?.beat.build;
    await changeDisplay(display.house().app().house, chief, display.id(), {
      office: "lecce",
      name: "Ingresso",
      profile: { ...USUAL_PROFILE, touch: true },
    });
    await page.waitForSelector(".touch-bar", { timeout: 45_000 });
    const next = anotherBuild(folder(), "4", (_name, text) => text);
    await look(page);
    await expect.poll(told, { timeout: 120_000 }).toBe(next);
    await expect
      .poll(() => state(page).catch(() => null), { timeout: 45_000 })
      .toMatchObject({ current: next, candidate: null, bad: [] });
    let starts = 0;
    page.on("framenavigated", () => (starts += 1));
    await page.waitForSelector(".touch-bar", { timeout: 45_000 });
    await look(page);
    // Longer than any turn.
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    expect(starts).toBe(0);
    await changeDisplay(display.house().app().house, chief, display.id(), {
      office: "lecce",
      name: "Ingresso",
      profile: USUAL_PROFILE,
    });
    await page.waitForFunction(() => document.querySelector(".touch-bar") === null, { timeout: 45_000 });
  }, 300_000);

  it.each([
    ["does not start", "2", /^index-.*\.js$/],
    ["starts and paints nothing", "3", /^words-it-.*\.js$/],
  ])(
    "[SW2] goes back by itself from a build that %s, and does not try it again",
    async (_how, mark, broken) => {
      const page = display.page();
      await page.bringToFront();
      await page.waitForSelector(".card-title", { timeout: 45_000 });
      const good = (await state(page)).current;
      const bad = anotherBuild(folder(), mark, (name, text) =>
        broken.test(name) ? "throw new Error('this build does not work');" : text,
      );
      await look(page);
      await expect.poll(async () => (await state(page)).candidate, { timeout: 45_000 }).toBe(bad);
      await expect.poll(() => buildOf(page).catch(() => ""), { timeout: 120_000, interval: 100 }).toBe(bad);
      await shows(page, good ?? "");
      expect(await state(page)).toMatchObject({ current: good, candidate: null, bad: expect.arrayContaining([bad]) });
      await look(page);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      expect((await state(page)).candidate, "not tried again").toBeNull();
      expect(await page.evaluate(() => caches.keys()).then((names) => names.join())).not.toContain(bad);
    },
    300_000,
  );
});
