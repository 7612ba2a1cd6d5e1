// Where each posting of the demonstration stands in time, counted from now: published over the past two weeks, ending between a quarter of an hour
// and six weeks from now. A record that states no deadline gets none: it only hangs until a day, as if staff had said so.
// Called by seedDemonstration.
import type { State } from "../domain/posting.ts";
import type { Day, Instant, Moment } from "../domain/time.ts";
import { addDays, daysBetween, romeClock, romeDay, romeInstant } from "../domain/time.ts";
import type { ClosedReason } from "../domain/vocabulary.ts";
import type { PostingRecord } from "../records/recordSchema.ts";
import { shiftRecord } from "./shiftRecord.ts";

/** plan.json: what is not left to the spread. */
export interface DemonstrationPlan {
  readonly leavesInMinutes: Readonly<Record<string, number>>;
  readonly states: Readonly<
    Record<string, { readonly state: State; readonly inDays?: number; readonly reason?: ClosedReason }>
  >;
}

export interface Arranged {
  readonly record: PostingRecord;
  readonly state: State;
  readonly reason: ClosedReason | null;
  readonly publishAt: Instant;
}

const MINUTE = 60_000;

export function planDemonstration(
  records: readonly PostingRecord[],
  plan: DemonstrationPlan,
  now: Instant,
): Arranged[] {
  const today = romeDay(now);
  const shifts = new Map<string, number>();
  let dated = 0;
  for (const record of records) {
    if (record.parent !== null || anchorOf(record) === null) continue;
    shifts.set(record.id ?? "", shiftOf(record, today, dated));
    dated += 1;
  }
  const byId = new Map(records.map((record) => [record.id, record]));
  return records.map((record, index) => {
    const own = plan.states[record.id ?? ""];
    const days = shifts.get(record.parent ?? record.id ?? "") ?? 0;
    const moved = shiftRecord(record, days);
    const event = record.parent === null ? null : (byId.get(record.parent)?.event ?? null);
    const eventEnd = event === null ? null : dayOf(event.end ?? event.start);
    const hangsUntil = hangsTo(record, plan, {
      now,
      index,
      eventEnd: eventEnd === null ? null : addDays(eventEnd, days),
    });
    const later = own?.state === "scheduled" ? { day: addDays(today, own.inDays ?? 1), time: "08:30" } : null;
    return {
      record: { ...moved, hangs_until: hangsUntil, hangs_from: later },
      state: own?.state ?? "open",
      reason: own?.reason ?? null,
      publishAt: later === null ? publishedAt(index, now) : now,
    };
  });
}

/** The day that decides how long it hangs: its deadline, else the last day of its event. */
function anchorOf(record: PostingRecord): Day | null {
  return dayOf(record.deadline) ?? dayOf(record.event?.end ?? null) ?? dayOf(record.event?.start ?? null);
}

/** Days to move by, whole weeks, so that a Thursday stays a Thursday. The first day to come lies two days to five weeks ahead. */
function shiftOf(record: PostingRecord, today: Day, dated: number): number {
  const first = dayOf(record.event?.start ?? null) ?? anchorOf(record) ?? today;
  const wanted = addDays(today, 2 + ((dated * 9) % 33));
  return Math.ceil(daysBetween(first, wanted) / 7) * 7;
}

function hangsTo(
  record: PostingRecord,
  plan: DemonstrationPlan,
  at: { now: Instant; index: number; eventEnd: Day | null },
): Moment | null {
  const minutes = plan.leavesInMinutes[record.id ?? ""];
  if (minutes !== undefined) {
    const { day, time } = romeClock(at.now + minutes * MINUTE);
    return { day, time };
  }
  if (anchorOf(record) !== null) return null;
  if (at.eventEnd !== null) return { day: at.eventEnd, time: null };
  return { day: addDays(romeDay(at.now), 3 + ((at.index * 11) % 39)), time: null };
}

/** A time of an office's day within the past two weeks, never in the future. */
function publishedAt(index: number, now: Instant): Instant {
  const minute = 8 * 60 + 30 + ((index * 37) % 420);
  const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  return romeInstant(addDays(romeDay(now), -1 - ((index * 5) % 13)), time);
}

function dayOf(when: PostingRecord["deadline"]): Day | null {
  return when !== null && "day" in when ? when.day : null;
}
