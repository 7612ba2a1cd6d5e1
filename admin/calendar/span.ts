// Which days a view of the calendar shows, and which come before and after. Called by CalendarPage.
import type { Day } from "../../server/domain/time.ts";
import { addDays, isDay, weekdayOf } from "../../server/domain/time.ts";

export const VIEWS = ["day", "week", "month"] as const;
export type View = (typeof VIEWS)[number];

export interface Span {
  readonly view: View;
  readonly day: Day;
}

export function readSpan(search: string, today: Day): Span {
  const query = new URLSearchParams(search);
  const day = query.get("day") ?? "";
  return { view: VIEWS.find((one) => one === query.get("view")) ?? "week", day: isDay(day) ? day : today };
}

export function writeSpan({ view, day }: Span): string {
  return `/admin/calendar?${new URLSearchParams({ view, day })}`;
}

/** Whole weeks from Monday for week and month, so that weekdays stand under each other. */
export function daysOf({ view, day }: Span): Day[] {
  if (view === "day") return [day];
  const first = view === "week" ? day : `${day.slice(0, 8)}01`;
  const from = addDays(first, -weekdayOf(first));
  const last = view === "week" ? addDays(from, 6) : addDays(nextMonth(first), -1);
  const days: Day[] = [];
  for (let one = from; one <= last || days.length % 7 !== 0; one = addDays(one, 1)) days.push(one);
  return days;
}

export function moved({ view, day }: Span, step: 1 | -1): Span {
  if (view !== "month") return { view, day: addDays(day, step * (view === "week" ? 7 : 1)) };
  const first = `${day.slice(0, 8)}01`;
  return { view, day: step === 1 ? nextMonth(first) : `${addDays(first, -1).slice(0, 8)}01` };
}

function nextMonth(first: Day): Day {
  return `${addDays(first, 31).slice(0, 8)}01`;
}
