// Instants and Rome days. Validity is half-open in UTC: [from, until). Pure; used by server, displays, pages and paper.
// [T1] A bare day means the whole Europe/Rome day. [T2] A time that spring skips moves forward by the gap; one that autumn repeats is its first.
// [T3] Nothing here adds 24 hours to get tomorrow, and nothing reads the device's own time zone.

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A calendar day in Europe/Rome, "2026-11-21". */
export type Day = string;

/** What people state: a day, perhaps with an hour ("12:00", Rome wall time). */
export interface Moment {
  readonly day: Day;
  readonly time: string | null;
}

const rome = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Rome",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
});

const HOUR = 3_600_000;
/** Hours asked for lately, and what they are in Rome: the calendar's own answer takes a hundred times as long, and a page asks a dozen times. */
const hours = new Map<number, { readonly day: Day; readonly hour: string; readonly weekday: number }>();
const MOST_HOURS = 5000;

/** Rome wall clock at an instant. */
export function romeClock(at: Instant): { day: Day; time: string; weekday: number } {
  // Rome has been whole hours away from UTC since 1893.
  const minute = Math.floor((((at % HOUR) + HOUR) % HOUR) / 60_000);
  const { day, hour, weekday } = romeHour(Math.floor(at / HOUR));
  return { day, time: `${hour}:${String(minute).padStart(2, "0")}`, weekday };
}

function romeHour(number: number) {
  const known = hours.get(number);
  if (known !== undefined) return known;
  const part: Record<string, string> = {};
  for (const { type, value } of rome.formatToParts(number * HOUR)) part[type] = value;
  const day = `${part.year}-${part.month}-${part.day}`;
  const made = { day, hour: part.hour as string, weekday: weekdayOf(day) };
  if (hours.size >= MOST_HOURS) hours.clear();
  hours.set(number, made);
  return made;
}

export function romeDay(at: Instant): Day {
  return romeHour(Math.floor(at / HOUR)).day;
}

/** 0 Monday … 6 Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** A day of the calendar moved by whole days; no clock is involved. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function offsetAt(at: Instant): number {
  const { day, time } = romeClock(at);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000;
}

/** The instant of a Rome wall time. [T2] */
export function romeInstant(day: Day, time = "00:00"): Instant {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) throw new RangeError(`not a day and time: ${day} ${time}`);
  const before = offsetAt(wall - 86_400_000);
  const first = wall - before;
  if (offsetAt(first) === before) return first;
  const second = wall - offsetAt(first);
  return offsetAt(second) === wall - second ? second : first;
}

/** First instant of what a moment means. */
export function startOf(moment: Moment): Instant {
  return romeInstant(moment.day, moment.time ?? "00:00");
}

/** First instant no longer in what a moment means as a deadline: the next Rome midnight, or the stated time itself. [T1] */
export function endOf(moment: Moment): Instant {
  return moment.time === null ? romeInstant(addDays(moment.day, 1)) : romeInstant(moment.day, moment.time);
}

export function isDay(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) && addDays(value, 0) === value
  );
}
