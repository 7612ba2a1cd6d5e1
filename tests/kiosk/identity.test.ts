// Proves that who a display is survives slow, failing and foreign records of its disk, and that it never forgets itself over a place just given. [ID1]
// The disk and the line are held in memory here; the real ones are in alone.journey.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refused } from "../../kiosk/ask.ts";
import { loadIdentity } from "../../kiosk/identity.ts";
import { waitForPlace } from "../../kiosk/pairing.ts";
import { USUAL_PROFILE } from "../../server/domain/display.ts";

const disk = vi.hoisted(() => ({
  answer: (): Promise<unknown> => Promise.resolve(undefined),
  written: [] as unknown[],
  line: (_path: string, _method: string): Promise<unknown> => Promise.reject(new Error("no line")),
}));
vi.mock("../../kiosk/keep.ts", () => ({
  readSurely: async () => [await disk.answer()],
  writeKept: async (values: Record<string, unknown>) => void disk.written.push(values.identity),
}));
vi.mock("../../kiosk/ask.ts", async (original) => ({
  ...(await original<object>()),
  ask: (path: string, _isAnswer: unknown, _patience: number, how: { readonly method?: string } = {}) =>
    disk.line(path, how.method ?? "GET"),
}));

const TOKEN = `d${"k".repeat(43)}`;
const display = { id: "d00001", office: "lecce", name: "Sala", profile: USUAL_PROFILE, wish: null };

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  disk.written.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("loadIdentity [ID1]", () => {
  it("makes a new secret and keeps it where there is surely none", async () => {
    disk.answer = async () => undefined;
    const identity = await loadIdentity();
    expect(identity.token).toMatch(/^d[\w-]{43}$/);
    expect(disk.written).toEqual([identity]);
  });

  it("gives what is kept, the secret also where the place is written in another build's words", async () => {
    disk.answer = async () => ({ token: TOKEN, display });
    expect(await loadIdentity()).toEqual({ token: TOKEN, display });
    disk.answer = async () => ({ token: TOKEN, display: { place: "of another shape" } });
    expect(await loadIdentity()).toEqual({ token: TOKEN, display: null });
    expect(disk.written).toEqual([]);
  });

  it("overwrites nothing where the disk fails, or answers late; what comes late is taken up", async () => {
    disk.answer = () => Promise.reject(new Error("blocked"));
    expect((await loadIdentity()).display).toBeNull();
    disk.answer = () => new Promise((resolve) => setTimeout(resolve, 60_000, { token: TOKEN, display }));
    const late = vi.fn();
    const loading = loadIdentity(20_000, late);
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await loading).token).not.toBe(TOKEN);
    expect(late).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(41_000);
    expect(late).toHaveBeenCalledTimes(1);
    expect(disk.written).toEqual([]);
  });

  it("waits for a disk that needs five seconds", async () => {
    disk.answer = () => new Promise((resolve) => setTimeout(resolve, 5_000, { token: TOKEN, display }));
    const loading = loadIdentity();
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await loading).token).toBe(TOKEN);
  });
});

describe("waitForPlace", () => {
  const own = { now: Date.UTC(2026, 10, 24), display, urgents: [] };
  const wait = (answers: Readonly<Record<string, readonly (() => unknown)[]>>) => {
    const asked: string[] = [];
    const left = new Map(Object.entries(answers).map(([path, all]) => [path, [...all]]));
    disk.line = async (path, method) => {
      asked.push(`${method} ${path}`);
      const all = left.get(path) ?? [];
      const next = all.length > 1 ? all.shift() : all[0];
      if (next === undefined) throw new Error("no line");
      return next();
    };
    const told = { paired: vi.fn(), spent: vi.fn() };
    const pairing = waitForPlace({ token: TOKEN, onPaired: told.paired, onSpent: told.spent });
    return { asked, told, pairing };
  };
  const refused = (status: number, refusal: string) => () => {
    throw new Refused(status, refusal);
  };
  const client = [() => ({ publicUrl: "https://bacheca.example.org" })];
  const code = (text: string) => () => ({ code: text, expires: own.now + 600_000, now: own.now });

  it("was given its place while it was switched off: it takes it, and asks for no code", async () => {
    const { asked, told, pairing } = wait({ "/api/v1/display": [() => own] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told.paired).toHaveBeenCalledWith(own);
    expect(asked).toEqual(["GET /api/v1/display"]);
    expect(told.spent).not.toHaveBeenCalled();
    pairing.stop();
  });

  it("is given its place in the very moment it asks for a code: it looks again and forgets nothing", async () => {
    const { told, pairing } = wait({
      "/api/v1/display": [refused(401, "displayUnknown"), () => own],
      "/api/v1/client": client,
      "/api/v1/pairings": [refused(409, "wrongState")],
    });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(told.paired).toHaveBeenCalledWith(own);
    expect(told.spent).not.toHaveBeenCalled();
    pairing.stop();
  });

  it("[PA1] shows a code, another before it dies, and forgets itself only where staff took it back", async () => {
    const { told, pairing } = wait({
      "/api/v1/display": [refused(401, "displayUnknown")],
      "/api/v1/client": client,
      "/api/v1/pairings": [code("AAAAAA"), code("BBBBBB"), refused(401, "displayRevoked")],
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(pairing.code.value).toBe("AAAAAA");
    await vi.advanceTimersByTimeAsync(560_000);
    expect(pairing.code.value).toBe("AAAAAA");
    await vi.advanceTimersByTimeAsync(14_000);
    expect(pairing.code.value, "half a minute before the first dies").toBe("BBBBBB");
    expect(told.spent).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(580_000);
    expect(told.spent).toHaveBeenCalledTimes(1);
    pairing.stop();
  });
});
