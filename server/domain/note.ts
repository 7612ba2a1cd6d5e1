// Notes of staff for staff: on the notice-board of an office or of all, pinned to a posting, or due on a day, once or again and again.
// Never on a public surface. Used by services, store and desk.
// [NT1] Who may read an office reads its notes; who may write there writes, ticks and removes them; those for every office are the network's.
// [NT2] What comes back every month on a 31st falls on the last day of a shorter month; every year on 29 February likewise.
// [NT3] A reminder stays due until it is ticked; a tick is for all that fell due until then.
import type { Code } from "./code.ts";
import type { OwnerId } from "./owner.ts";
import type { Day, Instant } from "./time.ts";
import { addDays, daysBetween } from "./time.ts";

export const RECURRENCES = ["day", "week", "month", "year"] as const;
export type Recurrence = (typeof RECURRENCES)[number];

export interface Due {
  /** The first time. */
  readonly day: Day;
  /** Null: once. */
  readonly every: Recurrence | null;
}

export interface Note {
  readonly id: string;
  /** Whose desk it lies on; "*": every office's. */
  readonly owner: OwnerId | "*";
  /** The posting it is pinned to. */
  readonly code: Code | null;
  readonly text: string;
  readonly due: Due | null;
  readonly by: string;
  readonly at: Instant;
  /** The day of the last tick. */
  readonly tickedOn: Day | null;
  readonly removed: boolean;
}

export const NOTE_LIMIT = 500;

/** The days it falls due in [from, to], in order; at most 400. [NT2] */
export function dueDays({ day, every }: Due, from: Day, to: Day): Day[] {
  if (every === null) return from <= day && day <= to ? [day] : [];
  const days: Day[] = [];
  for (let n = firstAt({ day, every }, from); days.length < 400; n += 1) {
    const one = nth(day, every, n);
    if (one > to) break;
    if (one >= from) days.push(one);
  }
  return days;
}

/** The oldest day it fell due and nobody ticked it, or null where nothing is to be done by `today`. [NT3] */
export function dueSince({ due: when, tickedOn }: Pick<Note, "due" | "tickedOn">, today: Day): Day | null {
  if (when === null) return null;
  return dueDays(when, tickedOn === null ? when.day : addDays(tickedOn, 1), today)[0] ?? null;
}

/** A number of repetitions that leads to `from` or before it, never far. */
function firstAt({ day, every }: { readonly day: Day; readonly every: Recurrence }, from: Day): number {
  const days = Math.max(0, daysBetween(day, from));
  const longest = { day: 1, week: 7, month: 31, year: 366 }[every];
  return Math.max(0, Math.floor(days / longest) - 1);
}

function nth(day: Day, every: Recurrence, n: number): Day {
  if (every === "day") return addDays(day, n);
  if (every === "week") return addDays(day, 7 * n);
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const months = month - 1 + (every === "month" ? n : 12 * n);
  const [toYear, toMonth] = [year + Math.floor(months / 12), months % 12];
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return new Date(Date.UTC(toYear, toMonth, Math.min(date, last))).toISOString().slice(0, 10);
}
