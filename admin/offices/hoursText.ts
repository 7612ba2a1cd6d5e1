// One stretch of opening hours in words: "lun, mar 08:30–13:00". Called by the directory.
import type { Opening } from "../../server/domain/owner.ts";
import { officeWord, spokenLocale } from "../words/words.ts";

/** A Monday, in UTC. */
const MONDAY = Date.UTC(2026, 0, 5);

export function dayName(day: number, style: "short" | "long" = "short"): string {
  const format = new Intl.DateTimeFormat(spokenLocale().intl, { weekday: style, timeZone: "UTC" });
  return format.format(MONDAY + day * 86_400_000);
}

export function hoursText({ days, from, to, byAppointment }: Opening): string {
  const named = days.map((day) => dayName(day)).join(", ");
  const hours = from === null || to === null ? "" : ` ${from}–${to}`;
  return `${named}${hours}${byAppointment ? ` (${officeWord("appointment").toLocaleLowerCase()})` : ""}`;
}
