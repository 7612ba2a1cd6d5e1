// Whether the display rests: deep in the evening, while its office is closed. Called by Screen.
// A day of closure is one long night. Else not merely "closed": a lobby's screen is read through the window after hours, and an office whose hours are unknown is not closed.
// The demonstration never rests: whoever tries it out at ten in the evening wants to see postings.
import type { Office } from "../server/domain/owner.ts";
import { type Instant, romeClock } from "../server/domain/time.ts";

/** Rome wall time between which a display may rest. */
const RESTS_FROM = "21:00";
const RESTS_UNTIL = "06:00";

export function isNight(office: Pick<Office, "opening" | "closures" | "demonstration">, at: Instant): boolean {
  if (office.demonstration) return false;
  const { day, time, weekday } = romeClock(at);
  // Nobody is there on such a day; the night card says when they are again.
  if (office.closures.some(({ from, to }) => from <= day && day <= to)) return true;
  if (time < RESTS_FROM && time >= RESTS_UNTIL) return false;
  const open = office.opening.some(
    ({ days, from, to }) => days.includes(weekday) && from !== null && to !== null && from <= time && time < to,
  );
  return !open && office.opening.length > 0;
}
