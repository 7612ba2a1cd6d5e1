// What is on the device's disk is waited for while it is slow, given up where it never answers, and a disk that takes nothing is known as such.
// The disk is held in memory here; the real one is in alone.journey.
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const disk = { opensAfter: 0, full: false, kept: new Map<string, unknown>() };
const silent: () => void = () => undefined;
const later = (ms: number, work: () => void) => void setTimeout(work, ms);

function openDisk() {
  const request = { result: null as unknown, onsuccess: silent };
  const objectStore = () => ({
    get(key: string) {
      const asked = { result: disk.kept.get(key), onsuccess: silent };
      later(0, () => asked.onsuccess());
      return asked;
    },
    put: (value: unknown, key: string) => void disk.kept.set(key, value),
  });
  request.result = {
    transaction: () => {
      const transaction = {
        objectStore,
        error: new Error("full"),
        oncomplete: silent,
        onabort: silent,
      };
      later(0, () => (disk.full ? transaction.onabort() : transaction.oncomplete()));
      return transaction;
    },
  };
  if (Number.isFinite(disk.opensAfter)) later(disk.opensAfter, () => request.onsuccess());
  return request;
}

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal("indexedDB", { open: openDisk });
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  Object.assign(disk, { opensAfter: 0, full: false, kept: new Map([["board", "yesterday's"]]) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it("lobby 8: waits for a disk that needs six seconds, and not for one that never answers", async () => {
  const { readKept } = await import("../../kiosk/keep.ts");
  disk.opensAfter = 6_000;
  const slow = readKept("board", "none");
  await vi.advanceTimersByTimeAsync(6_010);
  expect(await slow).toEqual(["yesterday's", undefined]);
  vi.resetModules();
  const anew = await import("../../kiosk/keep.ts");
  disk.opensAfter = Number.POSITIVE_INFINITY;
  const never = anew.readKept("board");
  await vi.advanceTimersByTimeAsync(10_010);
  expect(await never).toEqual([undefined]);
});

it("knows that its disk takes nothing, and that it takes again", async () => {
  const { keepsNothing, writeKept } = await import("../../kiosk/keep.ts");
  const write = async () => {
    const written = writeKept({ board: "today's" });
    await vi.advanceTimersByTimeAsync(50);
    return written;
  };
  disk.full = true;
  expect([await write(), keepsNothing()]).toEqual([false, true]);
  disk.full = false;
  expect([await write(), keepsNothing()]).toEqual([true, false]);
});
