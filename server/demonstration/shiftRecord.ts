// Moves a record's days by whole days, those written inside its sentences too ("13/3 CPI Campi Salentina"), so that they go on agreeing.
// Called by seedDemonstration only: real imports never move a date.

import { addDays, isDay } from "../domain/time.ts";
import type { When } from "../records/cell.ts";
import type { PostingRecord } from "../records/recordSchema.ts";

export function shiftRecord(record: PostingRecord, days: number): PostingRecord {
  const year = yearOf(record);
  const words = (text: string | null) => (text === null ? null : shiftText(text, days, year));
  const when = (moment: When | null) =>
    moment !== null && "day" in moment ? { ...moment, day: addDays(moment.day, days) } : moment;
  return {
    ...record,
    opens: when(record.opens),
    deadline: when(record.deadline),
    requirements: record.requirements?.map((text) => shiftText(text, days, year)) ?? null,
    event: record.event && {
      start: when(record.event.start),
      end: when(record.event.end),
      time: words(record.event.time),
      venue: words(record.event.venue),
    },
    apply: record.apply && {
      ...record.apply,
      in_person: words(record.apply.in_person),
      note: words(record.apply.note),
    },
  };
}

function yearOf(record: PostingRecord): number {
  const known = [record.event?.start, record.deadline, record.opens, record.published].find((when) => when != null);
  return (
    Number((known === undefined || known === null ? "" : "day" in known ? known.day : known.month).slice(0, 4)) || 2024
  );
}

/** "18/11", "25-29/11", "06/07/2022"; not "68/99", "276/2003" or what has no such day. */
export function shiftText(text: string, days: number, year: number): string {
  return text.replace(
    /(?<![\d/])(?:(\d{1,2})-)?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/])/g,
    (written, first: string | undefined, date: string, month: string, ownYear: string | undefined) => {
      const day = (d: string) => `${ownYear ?? year}-${month.padStart(2, "0")}-${d.padStart(2, "0")}`;
      if (!isDay(day(date)) || (first !== undefined && !isDay(day(first)))) return written;
      const to = parts(addDays(day(date), days));
      const end =
        ownYear === undefined ? `${Number(to.date)}/${Number(to.month)}` : `${to.date}/${to.month}/${to.year}`;
      if (first === undefined) return end;
      const from = parts(addDays(day(first), days));
      return from.month === to.month
        ? `${Number(from.date)}-${end}`
        : `${Number(from.date)}/${Number(from.month)}-${end}`;
    },
  );
}

function parts(day: string): { year: string; month: string; date: string } {
  const [year = "", month = "", date = ""] = day.split("-");
  return { year, month, date };
}
