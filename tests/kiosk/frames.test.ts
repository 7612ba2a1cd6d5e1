// The watch of the page over itself: reads what is really painted, and starts anew when frames stop or a card is overdue, at most once in ten minutes.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchFrames } from "../../kiosk/frames.ts";

const state = { frames: true, face: "card 0000000 7 it", due: null as number | null };
const page = {
  title: "",
  visibilityState: "visible",
  querySelectorAll: () => [{ dataset: { face: state.face }, childElementCount: 1 }],
} as unknown as Document;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "Date", "performance"] });
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  vi.stubGlobal("requestAnimationFrame", (look: () => void) => state.frames && look());
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new Error("none");
    },
  });
  Object.assign(state, { frames: true, due: null });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it("lobby 23: [WD1] tells what is painted, and restarts within thirty seconds of the last frame, not again for ten minutes", async () => {
  const restart = vi.fn();
  const frames = watchFrames({ due: () => state.due, now: () => Date.now(), restart, document: page });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(frames.painted()).toEqual({ face: "card 0000000 7 it", code: "0000000", locale: "it", revision: 7 });
  const title = page.title;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(page.title, "it counts on for the guard outside").not.toBe(title);
  expect(restart).not.toHaveBeenCalled();
  state.frames = false;
  await vi.advanceTimersByTimeAsync(25_000);
  expect(restart).toHaveBeenCalledTimes(1);
  expect(restart).toHaveBeenCalledWith("noFrames");
  await vi.advanceTimersByTimeAsync(300_000);
  expect(restart).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(400_000);
  expect(restart).toHaveBeenCalledTimes(2);
  frames.stop();
});

it("[WD1] restarts when a card should have gone twenty seconds ago", async () => {
  const restart = vi.fn();
  state.due = Date.now() + 5_000;
  const frames = watchFrames({ due: () => state.due, now: () => Date.now(), restart, document: page });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(restart).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(restart).toHaveBeenCalledWith("overdue");
  frames.stop();
});

it("[WD1] does not restart for a clock that was just set right: whoever plays looks first", async () => {
  const restart = vi.fn();
  state.due = 5_000;
  let clock = 0;
  const frames = watchFrames({ due: () => state.due, now: () => clock, restart, document: page });
  await vi.advanceTimersByTimeAsync(3_000);
  clock = 600_000;
  await vi.advanceTimersByTimeAsync(2_000);
  state.due = clock + 25_000;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(restart).not.toHaveBeenCalled();
  frames.stop();
});
