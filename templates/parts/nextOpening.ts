// When an office opens next, by its hours and closures, in Rome's days. Called by the night card.
// [T3] days are counted on the calendar, never by adding hours.
import type { Office } from "../../server/domain/owner.ts";
import type { Day, Instant } from "../../server/domain/time.ts";
import { addDays, romeClock, weekdayOf } from "../../server/domain/time.ts";

export interface NextOpening {
  readonly day: Day;
  /** "08:30"; null where only appointments are known of that day. */
  readonly time: string | null;
}

const DAYS_AHEAD = 60;

/** null where the hours are not stated, or nothing opens within two months. */
export function nextOpening(office: Pick<Office, "opening" | "closures">, now: Instant): NextOpening | null {
  const clock = romeClock(now);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(clock.day, ahead);
    if (office.closures.some(({ from, to }) => from <= day && day <= to)) continue;
    const times = office.opening
      .filter(({ days, from, byAppointment }) => days.includes(weekdayOf(day)) && from !== null && !byAppointment)
      .map(({ from }) => from as string)
      .filter((from) => ahead > 0 || from > clock.time)
      .sort();
    if (times[0] !== undefined) return { day, time: times[0] };
  }
  return null;
}
