// The display's small pure parts: its address, its nights, whose the glass is, its patience.
import { computed, signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { isNight } from "../../kiosk/isNight.ts";
import { playsCards } from "../../kiosk/playsCards.ts";
import { readAddress } from "../../kiosk/readAddress.ts";
import { retryDelay } from "../../kiosk/retryDelay.ts";
import type { Board } from "../../server/domain/board.ts";
import type { ClockTrust, DisplayProfile } from "../../server/domain/display.ts";
import { romeInstant } from "../../server/domain/time.ts";
import type { PublicUrgent } from "../../server/domain/urgent.ts";
import { buildOffice } from "./buildPosting.ts";

const KNOWN = ["it", "en", "fr", "de"];

describe("readAddress", () => {
  it("reads office and languages", () => {
    expect(readAddress("?office=lecce", KNOWN)).toEqual({
      office: "lecce",
      locales: KNOWN,
      theme: "light",
      half: null,
      size: "usual",
      touch: false,
    });
    expect(readAddress("?office=Torino-Nord&lang=de,it,de", KNOWN)).toEqual({
      office: "torino-nord",
      locales: ["de", "it"],
      theme: "light",
      half: null,
      size: "usual",
      touch: false,
    });
  });

  it("takes nothing it cannot use", () => {
    expect(readAddress("", KNOWN).office).toBeNull();
    expect(readAddress("?office=../admin", KNOWN).office).toBeNull();
    expect(readAddress("?office=lecce&theme=glitter", KNOWN).theme).toBe("light");
    expect(readAddress("?touch=yes", KNOWN).touch).toBe(false);
    expect(readAddress("?touch=1", KNOWN).touch).toBe(true);
    expect(readAddress("?office=lecce&lang=xx,%3Cb%3E", KNOWN).locales).toEqual(KNOWN);
  });
});

describe("retryDelay", () => {
  it("waits up to 5 s first, then backs off, never beyond 15 s", () => {
    expect(retryDelay(0, 0)).toBe(0);
    expect(retryDelay(0, 0.999)).toBeLessThan(5_000);
    for (let attempt = 1; attempt < 40; attempt += 1) {
      expect(retryDelay(attempt, 0)).toBeGreaterThanOrEqual(Math.min(7_500, 2_500 * 2 ** attempt));
      expect(retryDelay(attempt, 0.999)).toBeLessThanOrEqual(15_000);
    }
  });
});

describe("isNight", () => {
  const office = buildOffice({ demonstration: false });
  const late = buildOffice({
    demonstration: false,
    opening: [{ days: [0], from: "15:00", to: "22:00", byAppointment: false }],
  });
  // Monday 23 November 2026 in Rome.
  const at = (time: string) => romeInstant("2026-11-23", time);

  it("rests deep in the evening, never while the office is open, never by day", () => {
    expect(isNight(office, at("20:59"))).toBe(false);
    expect(isNight(office, at("21:00"))).toBe(true);
    expect(isNight(office, at("05:59"))).toBe(true);
    expect(isNight(office, at("06:00"))).toBe(false);
    expect(isNight(late, at("21:30"))).toBe(false);
    expect(isNight(late, at("22:00"))).toBe(true);
  });

  it("rests through a day of closure", () => {
    const closed = { ...office, closures: [{ from: "2026-11-23", to: "2026-11-24", reason: null }] };
    expect(isNight(closed, at("10:00"))).toBe(true);
    expect(isNight(closed, romeInstant("2026-11-25", "10:00"))).toBe(false);
  });

  it("does not rest in the demonstration", () => {
    expect(isNight(buildOffice({ demonstration: true }), at("23:00"))).toBe(false);
  });

  it("does not call an office closed whose hours nobody stated", () => {
    expect(isNight(buildOffice({ demonstration: false, opening: [] }), at("23:00"))).toBe(false);
  });
});

describe("the glass is the rotation's, and what turns is counted as shown (lobby 31)", () => {
  const noon = romeInstant("2026-11-23", "12:00");
  const start = () => {
    const state = { trust: "known" as ClockTrust };
    const at = signal(noon);
    const urgents = signal<readonly PublicUrgent[]>([]);
    const quiet = signal<DisplayProfile["quiet"]>(null);
    const office = buildOffice({ demonstration: false });
    const plays = playsCards({
      board: signal({ office } as Board),
      player: { at },
      connection: { urgents },
      profile: computed(() => ({ quiet: quiet.value })),
      clock: { now: () => at.value, trust: () => state.trust },
    });
    return { state, at, urgents, quiet, plays };
  };

  it("by day, and not at night, in quiet hours, under an urgent notice or by a clock that keeps no deadline", () => {
    const { state, at, urgents, quiet, plays } = start();
    expect(plays.value).toBe(true);
    at.value = romeInstant("2026-11-23", "22:00");
    expect(plays.value).toBe(false);
    at.value = noon;
    quiet.value = { from: "11:00", to: "13:00" };
    expect(plays.value).toBe(false);
    quiet.value = null;
    const scope = { kind: "network" } as const;
    urgents.value = [{ id: "u1", kind: "notice", scope, texts: { it: "Via!" }, from: noon - 1, until: noon + 60_000 }];
    expect(plays.value).toBe(false);
    at.value = noon + 60_000;
    expect(plays.value, "it ends by itself").toBe(true);
    state.trust = "expired";
    at.value += 1_000;
    expect(plays.value).toBe(false);
  });
});
