// What staff ask of a display, done by a real one: to say which it is, another name, another start, another office. And what it notices of itself: frames
// that stop, a disk that takes nothing more. In a real browser against the real house. Long: minutes. (lobby 23, 29; people 33)
import { expect, it, vi } from "vitest";
import { askDisplay, changeDisplay } from "../../server/services/changeDisplay.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { aContent, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { glassSays } from "./killedBrowser.ts";
import { loneDisplay } from "./loneDisplay.ts";

vi.setConfig({ testTimeout: 180_000 });

describeWith(["browser"], "a display that is asked", () => {
  const display = loneDisplay();

  const parts = () => display.house().app().house;
  const own = () => {
    const found = parts().roll.displays().get(display.id());
    if (found === undefined) throw new Error("no display");
    return found;
  };
  const ask = (kind: "reload" | "identify") => askDisplay(parts(), chief, display.id(), kind);
  /** Paired, on the glass, and told of by its socket. */
  const ready = async () => {
    if (display.id() !== "") return;
    await display.open();
    await display.publish("Cuoca per la mensa");
    await display.pair();
    await display.connected();
  };
  /** Something that only this very page has: another start is without it. */
  const mark = () => display.page().evaluate(() => void Object.assign(window, { mark: true }));
  const startedAnew = (patience: number) =>
    display.page().waitForFunction(() => !("mark" in window) && document.querySelector(".card-title") !== null, {
      timeout: patience,
      polling: 200,
    });

  it("says its name and its number for twenty seconds, over the card", async () => {
    await ready();
    await ask("identify");
    await glassSays(display.page(), `Ingresso · ${display.id()}`);
    expect(await display.page().$(".card-title"), "the card stands below").not.toBeNull();
    await display.page().waitForFunction(() => document.querySelector(".identify") === null, { timeout: 45_000 });
  });

  it("has another name as soon as staff gave it one", async () => {
    await ready();
    await changeDisplay(parts(), chief, display.id(), { ...own(), name: "Vetrina" });
    await ask("identify");
    await glassSays(display.page(), `Vetrina · ${display.id()}`);
    await changeDisplay(parts(), chief, display.id(), { ...own(), name: "Ingresso" });
  });

  it("starts anew when it is asked to, once", async () => {
    await ready();
    await mark();
    await ask("reload");
    await startedAnew(30_000);
    await mark();
    await display.connected();
    expect(await display.page().evaluate(() => "mark" in window), "the wish is done").toBe(true);
  });

  it("shows another office's board once it was moved there, as the same display", async () => {
    await ready();
    const draft = await createPosting(parts(), chief, "gallipoli", aContent("Bagnino a Gallipoli"));
    await publishPosting(parts(), chief, draft.code, draft.revision);
    await changeDisplay(parts(), chief, display.id(), { ...own(), office: "gallipoli" });
    await glassSays(display.page(), "Bagnino a Gallipoli");
    expect(await display.page().evaluate(() => document.body.innerText)).not.toContain("Cuoca");
    await display.connected();
    await expect.poll(() => parts().roll.seen(display.id())?.beat.code, { timeout: 45_000 }).toBe(draft.code);
    await changeDisplay(parts(), chief, display.id(), { ...own(), office: "lecce" });
    await glassSays(display.page(), "Cuoca per la mensa");
  });

  it("lobby 23: [WD1] starts anew within thirty seconds when the browser gives it no frames any more", async () => {
    await ready();
    await display.page().waitForSelector(".card-title", { timeout: 45_000 });
    await mark();
    const began = Date.now();
    await display.page().evaluate(() => {
      window.requestAnimationFrame = () => 0;
    });
    await startedAnew(60_000);
    const spent = Date.now() - began;
    process.stdout.write(`without frames: the board plays again after ${spent} ms (limit 30000)\n`);
    expect(spent).toBeLessThan(30_000);
  });

  it("lobby 29: tells of a disk that takes nothing more, plays on, and tells when it takes again", async () => {
    await ready();
    const session = await display.page().createCDPSession();
    const quota = (quotaSize?: number) =>
      session.send("Storage.overrideQuotaForOrigin", {
        origin: display.house().origin,
        ...(quotaSize === undefined ? {} : { quotaSize }),
      });
    const told = () => {
      const beat = parts().roll.seen(display.id())?.beat;
      return [beat?.storage, beat?.causes.includes("storage")];
    };
    await quota(1);
    await display.publish("Muratore");
    await expect.poll(told, { timeout: 90_000 }).toEqual(["none", true]);
    await display.page().waitForFunction(() => /\b2\b/.test(document.body.innerText), { timeout: 45_000 });
    await quota();
    await display.publish("Infermiera");
    await expect.poll(() => told()[1], { timeout: 90_000 }).toBe(false);
  });
});
