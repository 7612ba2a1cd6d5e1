// Dates, hours, numbers and names as the reader's language writes them, always in Rome time. Called by all of admin/.
import type { Instant, Moment } from "../../server/domain/time.ts";
import { startOf } from "../../server/domain/time.ts";
import { formatsOf } from "../../templates/parts/formats.ts";
import { spokenLocale } from "./words.ts";

const ZONE = "Europe/Rome";
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** "31 dic 2026", without the year where it is this year's. */
export function shortDay(at: Instant): string {
  const sameYear = yearOf(at) === yearOf(Date.now());
  return write(at, { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) });
}

export function longDay(at: Instant): string {
  return write(at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

/** "giovedì 26 novembre". */
export function weekdayAndDay(at: Instant): string {
  return write(at, { weekday: "long", day: "numeric", month: "long" });
}

export function monthAndYear(at: Instant): string {
  return write(at, { month: "long", year: "numeric" });
}

export function weekdayName(at: Instant): string {
  return write(at, { weekday: "long" });
}

export function dayNumber(at: Instant): string {
  return write(at, { day: "numeric" });
}

export function hour(at: Instant): string {
  return write(at, { hour: "2-digit", minute: "2-digit" });
}

export function dayAndHour(at: Instant): string {
  return `${shortDay(at)}, ${hour(at)}`;
}

/** Last moment of something half-open: an end at Rome midnight is named by the day before. */
export function untilDay(until: Instant, long = false): string {
  const name = long ? longDay : shortDay;
  const midnight = write(until, CLOCK) === clockZero();
  return midnight ? name(until - 1) : `${name(until)}, ${hour(until)}`;
}

export function momentText(moment: Moment): string {
  const day = write(startOf(moment), { day: "numeric", month: "long", year: "numeric" });
  return moment.time === null ? day : `${day}, ${moment.time}`;
}

export function numberText(value: number): string {
  return kept("number", () => new Intl.NumberFormat(spokenLocale().intl)).format(value);
}

/** Of a file: "340 kB", "1,2 MB". */
export function bytesText(size: number): string {
  return formatsOf(spokenLocale()).bytes(size);
}

export function languageName(code: string): string {
  return nameOf("language", code);
}

export function countryName(code: string): string {
  return nameOf("region", code);
}

export function currencyName(code: string): string {
  return nameOf("currency", code);
}

function nameOf(type: "language" | "region" | "currency", code: string): string {
  return kept(type, () => new Intl.DisplayNames([spokenLocale().intl], { type })).of(code) ?? code;
}

function write(at: Instant, options: Intl.DateTimeFormatOptions, zone = ZONE): string {
  const make = () => new Intl.DateTimeFormat(spokenLocale().intl, { timeZone: zone, ...options });
  return kept(zone + JSON.stringify(options), make).format(at);
}

function yearOf(at: Instant): string {
  return write(at, { year: "numeric" });
}

function clockZero(): string {
  return write(0, CLOCK, "UTC");
}

const made = new Map<string, unknown>();

/** Making one of these costs a hundred times what using it does, and a list uses hundreds. */
function kept<T>(name: string, make: () => T): T {
  const key = `${spokenLocale().intl} ${name}`;
  const before = made.get(key) as T | undefined;
  if (before !== undefined) return before;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}
