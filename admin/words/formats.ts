// Dates, hours, numbers and names as the reader's language writes them, always in Rome time. Called by all of admin/.
import type { Instant, Moment } from "../../server/domain/time.ts";
import { startOf } from "../../server/domain/time.ts";
import { spokenLocale } from "./words.ts";

const ZONE = "Europe/Rome";

/** "31 dic 2026", without the year where it is this year's. */
export function shortDay(at: Instant): string {
  const sameYear = yearOf(at) === yearOf(Date.now());
  return write(at, { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) });
}

export function longDay(at: Instant): string {
  return write(at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
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
  const midnight = write(until, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) === clockZero();
  return midnight ? name(until - 1) : `${name(until)}, ${hour(until)}`;
}

export function momentText(moment: Moment): string {
  const day = write(startOf(moment), { day: "numeric", month: "long", year: "numeric" });
  return moment.time === null ? day : `${day}, ${moment.time}`;
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(spokenLocale().intl).format(value);
}

export function languageName(code: string): string {
  return new Intl.DisplayNames([spokenLocale().intl], { type: "language" }).of(code) ?? code;
}

export function countryName(code: string): string {
  return new Intl.DisplayNames([spokenLocale().intl], { type: "region" }).of(code) ?? code;
}

export function currencyName(code: string): string {
  return new Intl.DisplayNames([spokenLocale().intl], { type: "currency" }).of(code) ?? code;
}

function write(at: Instant, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(spokenLocale().intl, { timeZone: ZONE, ...options }).format(at);
}

function yearOf(at: Instant): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, year: "numeric" }).format(at);
}

function clockZero(): string {
  return new Intl.DateTimeFormat(spokenLocale().intl, {
    timeZone: "UTC",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(0);
}
