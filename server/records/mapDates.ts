// Days and hours: the window for applying, the event, and months that are no day. A month alone is said, never turned into a first. Called by recordToPosting.
import type { Content, EventBlock } from "../domain/content.ts";
import type { Moment } from "../domain/time.ts";
import type { When } from "./cell.ts";
import type { Mapping } from "./mapping.ts";
import type { PostingRecord } from "./recordSchema.ts";

export function mapMoment(field: string, when: When | null, mapping: Mapping): Moment | null {
  if (when === null) return null;
  if ("day" in when) return when;
  mapping.report("monthOnly", field, when.month);
  return null;
}

export function mapWindow(record: PostingRecord, mapping: Mapping): Pick<Content, "window" | "hangs"> {
  return {
    window: {
      opens: mapMoment("opens", record.opens, mapping),
      closes: mapMoment("deadline", record.deadline, mapping),
    },
    hangs: {
      from: mapMoment("hangs_from", record.hangs_from, mapping),
      until: mapMoment("hangs_until", record.hangs_until, mapping),
    },
  };
}

/** "15:00-17:00", "dalle 9.00 alle 13.00", "ore 9:30". */
const HOURS = /^(?:dalle |ore )?(\d{1,2})[:.](\d{2})(?:\s*(?:[-–]|alle)\s*(\d{1,2})[:.](\d{2}))?$/;

export function mapEvent(
  record: PostingRecord,
  mapping: Mapping,
): { event: EventBlock | null; rest: readonly string[] } {
  const { event } = record;
  if (event === null) {
    if (record.kind === "event") mapping.report("event", "event.start", "");
    return { event: null, rest: [] };
  }
  const starts = mapMoment("event.start", event.start, mapping);
  if (starts === null) {
    mapping.report("event", "event.start", event.venue ?? event.time ?? "");
    const month = event.start !== null && "month" in event.start ? event.start.month : null;
    return { event: null, rest: [month, event.time, event.venue].filter((text) => text !== null) };
  }
  const ends = mapMoment("event.end", event.end, mapping);
  if (ends !== null && ends.day < starts.day) mapping.report("endBeforeStart", "event.end", ends.day, starts.day);
  const last = ends !== null && ends.day < starts.day ? null : ends;
  return {
    event: { ...withHours(starts, last, event.time, mapping), venue: mapping.sayOrNull("event.venue", event.venue) },
    rest: [],
  };
}

/** Hours of one day become its beginning and end; those of several days, and words, stay a timetable. */
function withHours(
  starts: Moment,
  ends: Moment | null,
  time: string | null,
  mapping: Mapping,
): Pick<EventBlock, "starts" | "ends" | "timetable"> {
  const hours = time === null ? null : HOURS.exec(time);
  const severalDays = ends !== null && ends.day !== starts.day;
  if (hours === null || severalDays || starts.time !== null)
    return { starts, ends, timetable: mapping.sayOrNull("event.time", time) };
  const [, hour = "", minute = "", lastHour, lastMinute] = hours;
  if (Number(hour) > 23 || Number(lastHour ?? 0) > 23 || Number(minute) > 59 || Number(lastMinute ?? 0) > 59) {
    return { starts, ends, timetable: mapping.sayOrNull("event.time", time) };
  }
  const end = lastHour === undefined ? ends : { day: starts.day, time: `${lastHour.padStart(2, "0")}:${lastMinute}` };
  return { starts: { day: starts.day, time: `${hour.padStart(2, "0")}:${minute}` }, ends: end, timetable: null };
}
