// Renewing a posting in one step: the same words with a new end. Used by services/renewPosting and services/deskToday.
// [RN1] Only what has no date of its own in law or in fact is renewed so: a call's window, an event or a course that began are set by hand.
// [RN2] A stated deadline stays a stated deadline and moves; an unstated one counts anew from publication.
import type { Content } from "./content.ts";
import type { Day, Instant } from "./time.ts";
import { addDays, romeDay } from "./time.ts";

/** The content to publish, or null where a person must decide. [RN1] */
export function renewed(content: Content, until: Day): Content | null {
  if (content.call !== null || content.event !== null || content.section === "event") return null;
  if (content.course?.starts != null && content.course.starts.day <= until) return null;
  const { window, hangs } = content;
  return {
    ...content,
    window: window.closes === null ? window : { ...window, closes: { day: until, time: null } },
    hangs: hangs.until === null ? hangs : { ...hangs, until: { day: until, time: null } },
  };
}

/** The last day of a posting renewed now. */
export function renewalDay(now: Instant, validityDays: number): Day {
  return addDays(romeDay(now), validityDays);
}
