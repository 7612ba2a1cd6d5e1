// A display alone, at length: killed twenty times at different instants and started again without a server, and forgotten by its server.
// In a real browser against the real house. Long: minutes. (lobby 8, 11)
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { expect, it } from "vitest";
import { USUAL_PROFILE } from "../../server/domain/display.ts";
import { changeDisplay } from "../../server/services/changeDisplay.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { aContent, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { glassSays } from "./killedBrowser.ts";
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

  it("is given its place while it is switched off, and moved to another office while it is: it takes both when it is back", async () => {
    await publish();
    const waiting = await display.open();
    await waiting.waitForSelector(".pairing-letters", { timeout: 45_000 });
    const code = await waiting.$eval(".pairing-letters", (element) => element.textContent ?? "");
    await display.kill();
    await display.pairBy(code);
    const page = await display.open();
    await page.waitForSelector(".card-title", { timeout: 45_000 });
    expect(await page.evaluate(() => document.body.innerText)).toContain("Posto numero 1");
    await display.connected();
    await display.kill();
    const { house: parts } = display.house().app();
    const draft = await createPosting(parts, chief, "gallipoli", aContent("Posto al mare"));
    await publishPosting(parts, chief, draft.code, draft.revision);
    const settings = { name: "Ingresso", profile: USUAL_PROFILE };
    await changeDisplay(parts, chief, display.id(), { office: "gallipoli", ...settings });
    const moved = await display.open();
    await glassSays(moved, "Posto al mare", 60_000);
    expect(await moved.evaluate(() => document.body.innerText)).not.toContain("Posto numero 1");
    await changeDisplay(parts, chief, display.id(), { office: "lecce", ...settings });
    await glassSays(moved, "Posto numero 1", 60_000);
    await display.kill();
  }, 240_000);

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
});
