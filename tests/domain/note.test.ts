// Reminders: on which days they fall due, and until when they stay to be done.
import { expect, it } from "vitest";
import { dueDays, dueSince } from "../../server/domain/note.ts";

it("[NT2] every month on the 31st falls on the last day of shorter months", () => {
  expect(dueDays({ day: "2026-12-31", every: "month" }, "2027-01-01", "2027-04-30")).toEqual([
    "2027-01-31",
    "2027-02-28",
    "2027-03-31",
    "2027-04-30",
  ]);
});

it("[NT2] every year on 29 February falls on the 28th of other years", () => {
  expect(dueDays({ day: "2028-02-29", every: "year" }, "2028-01-01", "2032-12-31")).toEqual([
    "2028-02-29",
    "2029-02-28",
    "2030-02-28",
    "2031-02-28",
    "2032-02-29",
  ]);
});

it("every week and every day, also long after they began", () => {
  expect(dueDays({ day: "2006-01-02", every: "week" }, "2026-11-23", "2026-12-06")).toEqual([
    "2026-11-23",
    "2026-11-30",
  ]);
  expect(dueDays({ day: "2006-01-02", every: "day" }, "2026-11-23", "2026-11-24")).toEqual([
    "2026-11-23",
    "2026-11-24",
  ]);
  expect(dueDays({ day: "2006-01-31", every: "month" }, "2026-11-01", "2026-12-31")).toEqual([
    "2026-11-30",
    "2026-12-31",
  ]);
});

it("once, inside and outside the days asked for", () => {
  expect(dueDays({ day: "2026-11-26", every: null }, "2026-11-26", "2026-11-26")).toEqual(["2026-11-26"]);
  expect(dueDays({ day: "2026-11-26", every: null }, "2026-11-27", "2026-11-30")).toEqual([]);
});

it("[NT3] stays due until ticked, and a tick is for all that fell due until then", () => {
  const due = { day: "2026-11-02", every: "week" } as const;
  expect(dueSince({ due, tickedOn: null }, "2026-11-01")).toBeNull();
  expect(dueSince({ due, tickedOn: null }, "2026-11-20")).toBe("2026-11-02");
  expect(dueSince({ due, tickedOn: "2026-11-20" }, "2026-11-22")).toBeNull();
  expect(dueSince({ due, tickedOn: "2026-11-20" }, "2026-11-23")).toBe("2026-11-23");
  expect(dueSince({ due: { day: "2026-11-02", every: null }, tickedOn: "2026-11-02" }, "2027-01-01")).toBeNull();
  expect(dueSince({ due: null, tickedOn: null }, "2026-11-20")).toBeNull();
});
