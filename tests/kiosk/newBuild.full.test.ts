// New builds on a display that runs (lobby 14): taken over by itself between two cards, in both of two windows; taken back by itself where the next does not
// start or paints nothing; what the old page still asks for is served. In a real browser against the real house, its built files renamed as a build would.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect, it } from "vitest";
import { describeWith } from "../setup/describeWith.ts";
import { loneDisplay } from "./loneDisplay.ts";

interface Listed {
  readonly build: string;
  readonly files: readonly { readonly path: string; readonly digest: string }[];
}

describeWith(["browser"], "a display and new builds", () => {
  const display = loneDisplay();
  const folder = () => join(display.house().projectRoot, "dist/kiosk");
  const state = async (page: Page) =>
    JSON.parse((await page.evaluate(async () => (await caches.match("/kiosk/state"))?.text())) ?? "{}") as {
      readonly current?: string;
      readonly candidate?: string | null;
      readonly bad?: readonly string[];
    };
  const buildOf = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll("script[src], link[rel=stylesheet]")]
        .map((one) => one.getAttribute("src") ?? one.getAttribute("href") ?? "")
        .flatMap((name) => /-([\w-]{8})\.(?:js|css)$/.exec(name)?.[1] ?? [])
        .sort()
        .join("."),
    );
  /** What the page itself does every ten minutes. */
  const look = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller?.postMessage({ look: true }));
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

function readBuild(folder: string): Listed {
  return JSON.parse(readFileSync(join(folder, "build.json"), "utf8")) as Listed;
}

/** The current build with every file under another name, each changed as told; the files before stay. Resolves to its name. */
function anotherBuild(folder: string, mark: string, change: (name: string, text: string) => string): string {
  const before = readBuild(folder);
  const names = before.files.flatMap(({ path }) => (/^assets\/.*\.(js|css)$/.test(path) ? [path.slice(7)] : []));
  const renamed = (name: string) => name.replace(/-([\w-]{7})[\w-]\.(js|css)$/, `-$1${mark}.$2`);
  const rename = (text: string) => names.reduce((all, name) => all.replaceAll(name, renamed(name)), text);
  const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("base64");
  for (const name of names)
    writeFileSync(
      join(folder, "assets", renamed(name)),
      rename(change(name, readFileSync(join(folder, "assets", name), "utf8"))),
    );
  writeFileSync(join(folder, "index.html"), rename(readFileSync(join(folder, "index.html"), "utf8")));
  const files = before.files.map(({ path }) => {
    const now = rename(path);
    return { path: now, digest: digest(readFileSync(join(folder, now === "" ? "index.html" : now))) };
  });
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const name = [...page.matchAll(/<(?:script|link rel="stylesheet")[^>]*-([\w-]{8})\.(?:js|css)"/g)]
    .map(([, part]) => part)
    .sort()
    .join(".");
  writeFileSync(join(folder, "build.json"), JSON.stringify({ build: name, files }));
  expect(readdirSync(join(folder, "assets"))).toEqual(expect.arrayContaining(names));
  return name;
}
