// What a display counts: kept on the device through days without a line and starts in between, handed in once, also where the answer was lost on its way.
// The device's place of keeping and the line are held in memory here; the real ones are in alone.journey and http/displays [CN1].
import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { countCards } from "../../kiosk/countCards.ts";
import type { Turn } from "../../server/domain/rotation.ts";
import { buildPosting } from "./buildPosting.ts";

const HOUR = 3_600_000;
const CARD = 15_000;
const place = vi.hoisted(() => ({
  kept: new Map<string, unknown>(),
  line: "gone" as "gone" | "answerLost" | "fine",
  /** As the server holds them: a batch counts once. */
  counted: new Map<string, number>(),
}));

vi.mock("../../kiosk/keep.ts", () => ({
  readSurely: async (...keys: string[]) => keys.map((key) => structuredClone(place.kept.get(key))),
  writeKept: async (values: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(values)) place.kept.set(key, structuredClone(value));
    return true;
  },
}));
vi.mock("../../kiosk/ask.ts", () => ({
  ask: async (
    _address: string,
    _isAnswer: unknown,
    _patience: number,
    { body }: { readonly body: { readonly batch: string; readonly counts: readonly { readonly times: number }[] } },
  ) => {
    if (place.line === "gone") throw new Error("no line");
    const isNew = !place.counted.has(body.batch);
    if (isNew)
      place.counted.set(
        body.batch,
        body.counts.reduce((sum, { times }) => sum + times, 0),
      );
    if (place.line === "answerLost") throw new Error("the answer was lost");
    return { counted: isNew };
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("lobby 31: seven days without a line, a start every day, answers lost: every card is counted exactly once", async () => {
  const standing = {
    posting: buildPosting(),
    locale: "de",
    beside: null,
    round: 0,
    passes: new Map(),
    place: 1,
    of: 1,
  };
  const turn = signal<Turn | null>(null);
  let shown = 0;
  const show = async (hours: number) => {
    for (let passed = 0; passed < hours * HOUR; passed += CARD) {
      const since = Date.now();
      turn.value = { ...standing, since, ends: since + CARD };
      shown += 1;
      await vi.advanceTimersByTimeAsync(CARD);
    }
  };
  const start = async () => {
    // What the page that ended still waited for ends with it.
    vi.clearAllTimers();
    turn.value = null;
    countCards("d-token", turn, Date.now);
    await vi.advanceTimersByTimeAsync(0);
  };
  for (let day = 0; day < 7; day += 1) {
    await start();
    await show(8);
    // Saved every minute: at most one is lost to a cut, none to an orderly end of a minute.
    turn.value = null;
    await vi.advanceTimersByTimeAsync(60_000);
  }
  expect(place.counted.size).toBe(0);
  place.line = "answerLost";
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  await start();
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  place.line = "fine";
  await start();
  await vi.advanceTimersByTimeAsync(2 * HOUR);
  const told = [...place.counted.values()].reduce((sum, times) => sum + times, 0);
  expect(place.counted.size).toBeGreaterThan(7 * 7);
  expect(told).toBe(shown);
  expect(place.kept.get("countBatches")).toEqual([]);
  await vi.advanceTimersByTimeAsync(5 * HOUR);
  expect([...place.counted.values()].reduce((sum, times) => sum + times, 0)).toBe(shown);
});
