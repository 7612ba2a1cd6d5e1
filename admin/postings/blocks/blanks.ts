// Blocks in which nothing is stated, and the way back: a block emptied by its last field leaves the content.
// Called by the blocks of the form.
import type { Apply, Call, Content, Course, EventBlock, Job, Pay, Place } from "../../../server/domain/content.ts";
import { sameContent } from "../editor.ts";

export const BLANK_JOB: Job = {
  sector: null,
  contracts: [],
  duration: null,
  schedules: [],
  weeklyHours: null,
  hoursNote: null,
  starts: null,
  agreement: null,
  pay: null,
};

export const BLANK_PAY: Pay = {
  min: 0,
  max: null,
  currency: "EUR",
  period: "month",
  gross: true,
  allowance: false,
  note: null,
};

export const BLANK_PLACE: Place = { municipality: null, province: null, region: null, country: "IT", area: null };

export const BLANK_CALL: Call = { mode: null, body: null, amendments: [] };

export const BLANK_COURSE: Course = { provider: null, starts: null, ends: null, totalHours: null, allowance: null };

/** Without its day an event cannot be saved: the form says so. */
export const BLANK_EVENT: EventBlock = { starts: { day: "", time: null }, ends: null, timetable: null, venue: null };

export const BLANK_APPLY: Apply = { online: null, email: null, phone: null, inPerson: null, note: null, documents: [] };

export function withJob(content: Content, change: Partial<Job>): Content {
  return { ...content, job: orNull({ ...(content.job ?? BLANK_JOB), ...change }, BLANK_JOB) };
}

export function withCall(content: Content, change: Partial<Call>): Content {
  return { ...content, call: orNull({ ...(content.call ?? BLANK_CALL), ...change }, BLANK_CALL) };
}

export function withCourse(content: Content, change: Partial<Course>): Content {
  return { ...content, course: orNull({ ...(content.course ?? BLANK_COURSE), ...change }, BLANK_COURSE) };
}

export function withEvent(content: Content, change: Partial<EventBlock>): Content {
  return { ...content, event: orNull({ ...(content.event ?? BLANK_EVENT), ...change }, BLANK_EVENT) };
}

export function withApply(content: Content, change: Partial<Apply>): Content {
  return { ...content, apply: orNull({ ...(content.apply ?? BLANK_APPLY), ...change }, BLANK_APPLY) };
}

function orNull<T>(block: T, blank: T): T | null {
  return sameContent(block, blank) ? null : block;
}
