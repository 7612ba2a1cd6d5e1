// [K5] Dates that make sense together: an end still to come, a window people can use, nothing that hangs on after its deadline. Called by checkContent.
import type { Content } from "../content.ts";
import type { Instant } from "../time.ts";
import { daysBetween, endOf, romeDay, startOf } from "../time.ts";
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";

const FAR_DAYS = 180;
/** R061, a real call, gave five days; less than two leave no time to come to the office. */
const SHORT_DAYS = 2;

export function checkDates({ window, hangs, event, job, course, section }: Content, now: Instant): Finding[] {
  const found: Finding[] = [];
  const add = (reason: Finding["reason"], path: string, day: string) =>
    void found.push(finding("dates", reason, path, { found: day }));
  const { opens, closes } = window;
  if (closes !== null) {
    if (endOf(closes) <= now) add("deadlinePast", "window.closes", closes.day);
    else if (daysBetween(romeDay(now), closes.day) > FAR_DAYS) add("deadlineFar", "window.closes", closes.day);
    else if (section !== "event") {
      const from = Math.max(now, opens === null ? now : startOf(opens));
      if ((endOf(closes) - from) / 86_400_000 < SHORT_DAYS) add("windowShort", "window.closes", closes.day);
    }
    const starts = job?.starts ?? course?.starts ?? null;
    if (starts !== null && endOf(starts) < endOf(closes))
      add("startsBeforeDeadline", job?.starts ? "job.starts" : "course.starts", starts.day);
    if (hangs.until !== null && endOf(hangs.until) > endOf(closes)) add("hangsBeyond", "hangs.until", hangs.until.day);
    if (hangs.until !== null && endOf(hangs.until) < endOf(closes)) add("hangsShort", "hangs.until", hangs.until.day);
  }
  if (section === "event" && event !== null && endOf(event.ends ?? event.starts) <= now)
    add("eventPast", "event.starts", event.starts.day);
  return found;
}
