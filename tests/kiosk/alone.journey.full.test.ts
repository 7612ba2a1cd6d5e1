// A display alone, at length: killed twenty times at different instants and started again without a server, and given a build that does not start.
// In a real browser against the real house. Long: minutes. (lobby 8, 14)
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, it } from "vitest";
import { describeWith } from "../setup/describeWith.ts";
import { loneDisplay } from "./loneDisplay.ts";

/** Milliseconds from the receipt to the kill; five times each. */
const KILLED_AFTER = [200, 2_000, 10_000, 44_000];
const TIMES = 5;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describeWith(["browser"], "a display alone, again and again", () => {
  const display = loneDisplay();

  let published = 0;
  const publish = async () => {
    published += 1;
    await display.publish(`Posto numero ${published}`);
  };
  /** Paired, connected, the application on the device. */
  const ready = async () => {
    await display.open();
    if (display.id() === "") {
      await publish();
      await display.pair();
    }
    await display.connected();
    await display.kept();
  };

  it.each(KILLED_AFTER)(
    "lobby 8: killed %i ms after a posting and started without a server, shows its first posting within five seconds",
    async (after) => {
      const spent: number[] = [];
      const own: number[] = [];
      for (let round = 0; round < TIMES; round += 1) {
        await ready();
        await publish();
        await pause(after);
        await display.kill();
        await display.house().stop();
        const asked = Date.now();
        const page = await display.open();
        await page.waitForSelector(".card-title", { timeout: 45_000 });
        spent.push(Date.now() - asked);
        own.push(await page.evaluate(() => Math.round(window.performance.timeOrigin)).then((at) => at - asked));
        // The place in the round says how many there are: the posting of a moment ago is among them.
        expect(await page.evaluate(() => document.body.innerText)).toMatch(
          new RegExp(`1 (di|of|sur|von) ${published}\\b`),
        );
        await display.kill();
        await display.house().start();
      }
      process.stdout.write(
        `killed ${after} ms after receipt, ${spent.length} of ${TIMES} started alone; first posting, the browser's own start included: slowest ${Math.max(...spent)} ms (limit 5000), of which until it asks for the page ${own.join(", ")} of ${spent.join(", ")}\n`,
      );
      expect(Math.max(...spent)).toBeLessThan(5_000);
    },
    420_000,
  );

  it.each([
    ["its record", ["display"]],
    ["its record and its token", ["display", "display_token"]],
  ])(
    "lobby 11: a server without %s leaves the content up, shows a code at its foot, and staff take it back",
    async (_what, tables) => {
      await ready();
      await display.house().stop();
      const store = new DatabaseSync(join(display.house().projectRoot, "data", "bacheca.sqlite"));
      for (const table of tables) expect(store.prepare(`DELETE FROM ${table}`).run().changes).toBeGreaterThan(0);
      store.close();
      await display.house().start();
      const page = display.page();
      await page.waitForSelector(".forgotten", { timeout: 60_000 });
      expect(await page.$(".card-title"), "what hung hangs").not.toBeNull();
      expect(await page.$(".pairing")).toBeNull();
      const code = await page.$eval(
        ".forgotten",
        (element) => /([A-Z0-9]{3} [A-Z0-9]{3})/.exec(element.textContent ?? "")?.[1] ?? "",
      );
      await display.pairBy(code);
      await page.waitForFunction(
        () => document.querySelector(".forgotten") === null && document.querySelector(".card-title") !== null,
        { timeout: 60_000 },
      );
      await display.kill();
    },
    240_000,
  );

  it("[SW2] takes a new build between two cards, and goes back from one that does not paint", async () => {
    await ready();
    const page = display.page();
    await page.waitForSelector(".card-title", { timeout: 45_000 });
    const folder = join(display.house().projectRoot, "dist/kiosk");
    const good = readBuild(folder);
    breakBuild(folder);
    const broken = readBuild(folder).build;
    expect(broken).not.toBe(good.build);
    const look = () => page.evaluate(() => navigator.serviceWorker.controller?.postMessage({ look: true }));
    await look();
    const state = () => page.evaluate(async () => (await caches.match("/kiosk/state"))?.text() ?? "");
    await expect.poll(async () => JSON.parse((await state()) || "{}").candidate, { timeout: 45_000 }).toBe(broken);
    // What a change of card does: the page starts anew, with the build on trial.
    await page.reload({ waitUntil: "domcontentloaded" });
    await page.waitForFunction(() => document.querySelector(".card-title") !== null, { timeout: 60_000, polling: 200 });
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll("script[src]")].map((one) => one.getAttribute("src")).join(),
      ),
    ).toContain(good.files.find(({ path }) => /index-.*\.js$/.test(path))?.path);
    await look();
    await pause(1_500);
    expect(await page.evaluate(() => caches.keys()).then((names) => names.join()), "not tried again").not.toContain(
      broken,
    );
  }, 180_000);
});

function readBuild(folder: string): { build: string; files: { path: string; digest: string }[] } {
  return JSON.parse(readFileSync(join(folder, "build.json"), "utf8")) as ReturnType<typeof readBuild>;
}

/** A build whose script ends in a mistake before anything is painted. */
function breakBuild(folder: string): void {
  const script = readdirSync(join(folder, "assets")).find((name) => /^index-.*\.js$/.test(name)) ?? "";
  const other = script.replace(/-[\w-]{8}\.js$/, "-BROKEN00.js");
  writeFileSync(join(folder, "assets", other), "throw new Error('this build does not start');");
  const page = readFileSync(join(folder, "index.html"), "utf8").replace(script, other);
  writeFileSync(join(folder, "index.html"), page);
  const before = readBuild(folder);
  const digest = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("base64");
  const files = before.files.map((file) =>
    file.path === ""
      ? { path: "", digest: digest(page) }
      : file.path.endsWith(script)
        ? { path: `assets/${other}`, digest: digest(readFileSync(join(folder, "assets", other))) }
        : file,
  );
  const build = ["BROKEN00", ...before.build.split(".").filter((part) => !script.includes(part))].sort().join(".");
  writeFileSync(join(folder, "build.json"), JSON.stringify({ build, files }));
}
