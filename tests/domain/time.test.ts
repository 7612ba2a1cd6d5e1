// Rome days and half-open validity.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  endOf,
  isDay,
  romeClock,
  romeDay,
  romeInstant,
  startOf,
  weekdayOf,
} from "../../server/domain/time.ts";

const iso = (at: number) => new Date(at).toISOString();

describe("time", () => {
  it("[T1] a bare day is the whole Rome day, winter and summer", () => {
    expect(iso(startOf({ day: "2026-01-28", time: null }))).toBe("2026-01-27T23:00:00.000Z");
    expect(iso(endOf({ day: "2026-01-28", time: null }))).toBe("2026-01-28T23:00:00.000Z");
    expect(iso(endOf({ day: "2026-07-17", time: null }))).toBe("2026-07-17T22:00:00.000Z");
    expect(iso(endOf({ day: "2026-07-17", time: "12:00" }))).toBe("2026-07-17T10:00:00.000Z");
  });

  it("[T1] the days of both clock changes last 23 and 25 hours", () => {
    const length = (day: string) => (endOf({ day, time: null }) - startOf({ day, time: null })) / 3_600_000;
    expect(length("2026-03-29")).toBe(23);
    expect(length("2026-10-25")).toBe(25);
    expect(length("2027-03-28")).toBe(23);
    expect(length("2026-11-21")).toBe(24);
  });

  it("[T2] a skipped time moves forward, a repeated one is its first", () => {
    expect(iso(romeInstant("2026-03-29", "02:30"))).toBe("2026-03-29T01:30:00.000Z");
    expect(romeClock(romeInstant("2026-03-29", "02:30")).time).toBe("03:30");
    expect(iso(romeInstant("2026-10-25", "02:30"))).toBe("2026-10-25T00:30:00.000Z");
  });

  it("[T3] every Rome minute that exists comes back as itself, whatever the device's zone", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2036, 11, 31) }), (at) => {
        const minute = Math.floor(at / 60_000) * 60_000;
        const { day, time } = romeClock(minute);
        const back = romeInstant(day, time);
        // The second passage of a repeated hour comes back as the first.
        expect([minute, minute - 3_600_000]).toContain(back);
        expect(romeDay(back)).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  it("[T3] days are counted on the calendar", () => {
    expect(addDays("2026-10-24", 1)).toBe("2026-10-25");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(weekdayOf("2026-11-21")).toBe(5);
    expect(isDay("2026-02-29")).toBe(false);
    expect(isDay("2026-2-1")).toBe(false);
    expect(isDay("2026-13-45")).toBe(false);
  });

  it("a thing that is no day is refused, not guessed", () => {
    expect(() => romeInstant("2026-13-45")).toThrow(RangeError);
  });
});
