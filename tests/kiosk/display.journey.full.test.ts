// The display in a real browser where little is as usual: no server at all, postings that cannot be shown, night, nobody who confirms, an office nobody knows, no motion.
import { expect, it, vi } from "vitest";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { describeWith } from "../setup/describeWith.ts";
import { buildOffice } from "./buildPosting.ts";
import { PATIENCE, pause, post, SKEW, serverNow, watchedDisplay } from "./watchedDisplay.ts";
import { watchFrames } from "./watchFrames.ts";

vi.setConfig({ testTimeout: 90_000 });

describeWith(["browser"], "the lobby display, on odd days", () => {
  const display = watchedDisplay();

  it("lets a posting go at its own deadline without any word from the server", async () => {
    await display.open([]);
    await display.shows("Viale Belgio");
    await display.watching();
    const until = serverNow() + 6_000;
    display.server().put(post(1, { until }));
    await display.shows("Posto 1");
    await display.page().evaluate(watchFrames);
    await display.server().stop();
    await display.shows("Viale Belgio");
    expect(serverNow()).toBeGreaterThan(until - 50);
    await pause(500);
    expect((await display.frames()).empty).toBe(0);
  });

  it("keeps playing while the server is dead, and picks up when it is back", async () => {
    await display.open([post(1), post(2)]);
    await display.watching();
    await display.page().evaluate(watchFrames);
    const { port } = display.server();
    await display.server().stop();
    await pause(1_500);
    expect(await display.words()).toMatch(/Posto [12]/);
    await display.serve({ postings: [post(8)], port, revision: 20 });
    await display.shows("Posto 8");
    expect((await display.frames()).empty).toBe(0);
  });

  it.each<[string, (posting: PublicPosting) => PublicPosting]>([
    ["counted", (one) => ({ ...one, content: { ...one.content, places: "nowhere" as never } })],
    // Longer than any QR code can hold: fails only while it is painted.
    ["painted", (one) => ({ ...one, code: "0".repeat(5_000) })],
  ])("passes over a posting that cannot be %s, without an empty frame or a trace of it", async (_name, poison) => {
    const said: string[] = [];
    await display.open([]);
    display.page().on("console", (message) => said.push(message.text()));
    await display.shows("Viale Belgio");
    await display.watching();
    await display.page().evaluate(watchFrames);
    display.server().put(poison(post(1)));
    await expect.poll(() => said.join(), { timeout: PATIENCE }).toContain("card");
    await pause(1_000);
    expect(await display.words()).toContain("Viale Belgio");
    display.server().put(post(2));
    await display.shows("Posto 2");
    await pause(1_000);
    expect(await display.words()).not.toMatch(/Error|undefined/);
    expect((await display.frames()).empty).toBe(0);
  });

  it("changes without any motion where people asked for none", async () => {
    await display.open([post(1), post(2)]);
    await display.page().emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await display.watching();
    await display.shows("Posto 1");
    await display.page().evaluate(watchFrames);
    display.server().remove(post(1).code);
    await display.shows("Posto 2");
    expect(await display.page().evaluate(() => document.querySelectorAll(".layer").length)).toBe(1);
    expect(await display.page().evaluate(() => document.getAnimations().length)).toBe(0);
    expect((await display.frames()).empty).toBe(0);
  });

  it("rests at night, and says when the office opens", async () => {
    await display.serve({
      skew: SKEW + 12 * 3_600_000,
      office: buildOffice({ demonstration: false }),
      postings: [post(1)],
    });
    await display.load();
    await display.shows("Lecce");
    await display.shows("08:30");
    expect(await display.words()).not.toContain("Posto 1");
  });

  it("says how old its board is once nobody confirms it for a quarter of an hour, in the card's language", async () => {
    await display.open([post(4)], "office=lecce&lang=fr");
    await display.shows("Posto 4");
    await display.watching();
    display.server().fault = "500";
    display.server().socketFault = "refuse";
    // The device goes on for twenty minutes without a server, then starts anew.
    await display.page().evaluateOnNewDocument(() => {
      const then = Date.now.bind(Date);
      Date.now = () => then() + 20 * 60_000;
    });
    await display.page().reload();
    await display.shows("Posto 4");
    expect(await display.words()).toMatch(/Dernière mise à jour.*(09|10):[0-5]\d/);
  });

  it("tells an office it does not know, in four languages, instead of waiting for ever", async () => {
    await display.open([], "office=altrove");
    await display.page().waitForFunction(() => document.body.innerText.includes("?office="), { timeout: PATIENCE });
    await display.page().waitForFunction(() => document.querySelectorAll(".sentences [lang]").length === 4, {
      timeout: PATIENCE,
    });
  });
});
