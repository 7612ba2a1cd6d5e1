// The display in a real browser against a server that publishes, withdraws and has nothing to give. Deadlines, a dead server, night, age, motion and
// postings that cannot be shown are in its long part.
import { expect, it, vi } from "vitest";
import { describeWith } from "../setup/describeWith.ts";
import { heldCards } from "./heldCards.ts";
import { holdsPosting } from "./holdsPosting.ts";
import { samplePostings } from "./samplePostings.ts";
import { PATIENCE, pause, post, serverNow, watchedDisplay } from "./watchedDisplay.ts";
import { watchFrames } from "./watchFrames.ts";

vi.setConfig({ testTimeout: 90_000 });

describeWith(["browser"], "the lobby display", () => {
  const display = watchedDisplay();

  it("shows a published posting and replaces a withdrawn one as they are pushed, with no empty frame", async () => {
    await display.open([]);
    await display.shows("Viale Belgio");
    await display.watching();
    await display.page().evaluate(watchFrames);
    display.server().put(post(1));
    await display.shows("Posto 1");
    display.server().put(post(2), post(3));
    for (const [gone, next] of [
      [1, 2],
      [2, 3],
    ] as const) {
      display.server().remove(post(gone).code);
      await display.shows(`Posto ${next}`);
    }
    // One change after the end of the last, the others in its middle.
    await pause(900);
    display.server().remove(post(3).code);
    await display.shows("Viale Belgio");
    await pause(400);
    const seen = await display.frames();
    expect(seen.frames).toBeGreaterThan(20);
    expect(seen.empty).toBe(0);
    // Nor does it hold what it has shown (lobby 22).
    expect(await heldCards(display.page())).toBeLessThanOrEqual(1);
  });

  it("shows its last board after a reload while the server has none to give", async () => {
    await display.open([post(4)]);
    await display.shows("Posto 4");
    await holdsPosting(display.page(), "Posto 4", PATIENCE);
    display.server().fault = "500";
    display.server().socketFault = "refuse";
    await display.page().reload();
    await display.shows("Posto 4");
  });

  it("speaks each card's language, asks nothing of strangers, and is a surface", async () => {
    const asked: string[] = [];
    await display.open(samplePostings(serverNow()).slice(0, 1), "office=lecce&lang=de");
    display.page().on("request", (request) => asked.push(request.url()));
    await display.page().reload();
    await display.shows("Koch oder Köchin");
    expect(await display.page().evaluate(() => document.documentElement.lang)).toBe("de");
    for (const url of asked)
      expect(
        url.startsWith(display.server().origin) || url.startsWith(display.server().origin.replace("http", "ws")),
      ).toBe(true);
    const surface = await display.page().evaluate(() => ({
      cursor: getComputedStyle(document.body).cursor,
      select: getComputedStyle(document.body).userSelect,
      menu: document.dispatchEvent(new MouseEvent("contextmenu", { cancelable: true })),
    }));
    expect(surface).toEqual({ cursor: "none", select: "none", menu: false });
  });

  it("shows a device without a place a code and nothing else, in four languages", async () => {
    await display.open([post(1)], "");
    await display.page().waitForFunction(() => document.querySelectorAll(".pairing-words [lang]").length === 4);
    expect(await display.page().evaluate(() => document.body.innerText)).not.toMatch(/Lecce|Posto/);
    expect(display.server().asked.some((path) => path.includes("/boards/"))).toBe(false);
  });
});
