// Days and hours of a posting: until when, the window for applying, when an event or course is.
// Closing today or tomorrow is said in words; on paper, which knows no today, the date stands. [T1] a bare day lasts to its midnight.
import type { Moment } from "../../server/domain/time.ts";
import { daysBetween, endOf, romeDay, startOf } from "../../server/domain/time.ts";
import type { Fact } from "./fact.ts";
import type { Telling } from "./telling.ts";

/** Days ahead within which a card leaves the year out. */
const NEAR = 300;

export function describeUntil(telling: Telling): Fact | null {
  const { content } = telling.posting;
  const { opens, closes } = content.window;
  const { words, now } = telling;
  const applies = content.job !== null || content.call !== null || content.course !== null;
  if (closes === null) return applies && content.event === null ? telling.notStated("until", "until") : null;
  const tabular = { tabular: true };
  const notYetOpen = opens !== null && (now === null || now < startOf(opens));
  if (notYetOpen && telling.brief) {
    const label = telling.label("apply");
    return telling.fact(
      "until",
      [telling.say(words.t("facts:window.range", { from: dayAt(opens, telling), to: dayAt(closes, telling) }))],
      {
        label,
        ...tabular,
      },
    );
  }
  return telling.fact("until", [telling.say(until(closes, telling))], tabular);
}

function until(closes: Moment, telling: Telling): string {
  const { words, now } = telling;
  const said = (key: string) =>
    closes.time === null
      ? words.t(`facts:until.${key}`, { day: daySaid(closes, telling) })
      : words.t(`facts:until.${key}At`, { day: daySaid(closes, telling), time: closes.time });
  if (now === null) return said("on");
  if (now >= endOf(closes)) return said("passed");
  const ahead = daysBetween(romeDay(now), closes.day);
  return said(ahead === 0 ? "today" : ahead === 1 ? "tomorrow" : "on");
}

/** First day for applying, where it is stated and not yet over. */
export function describeOpens(telling: Telling): Fact | null {
  const { opens } = telling.posting.content.window;
  if (opens === null || (telling.now !== null && telling.now >= startOf(opens))) return null;
  return telling.fact("opens", [telling.say(dayAt(opens, telling))], { tabular: true });
}

/** When an event is, or a course runs. */
export function describeEventDays(telling: Telling): Fact | null {
  const { event, course, section } = telling.posting.content;
  const from = event?.starts ?? (section === "training" ? course?.starts : null) ?? null;
  if (from === null) return null;
  const to = event?.ends ?? course?.ends ?? null;
  const lines = [telling.say(span(from, to, telling))];
  if (event?.timetable) lines.push(telling.quote(event.timetable));
  return telling.fact("when", lines, { tabular: true });
}

function span(from: Moment, to: Moment | null, telling: Telling): string {
  const { words, formats, now } = telling;
  const ahead = now === null ? null : daysBetween(romeDay(now), from.day);
  const near = ahead === 0 ? words.t("facts:day.today") : ahead === 1 ? words.t("facts:day.tomorrow") : null;
  const day = near ?? daySaid(from, telling);
  if (to === null || to.day === from.day) {
    if (from.time === null) return day;
    if (to?.time) return words.t("facts:when.dayBetween", { day, from: from.time, to: to.time });
    return words.t("facts:when.dayAt", { day, time: from.time });
  }
  return formats.days(from.day, to.day, { year: needsYear(to, telling) });
}

/** When the work begins. */
export function describeStarts(telling: Telling): Fact | null {
  const { job, course, section } = telling.posting.content;
  const starts = job?.starts ?? (section === "training" ? null : course?.starts) ?? null;
  return starts === null ? null : telling.fact("starts", [telling.say(dayAt(starts, telling))], { tabular: true });
}

/** "30 November at 12:00" */
export function dayAt(moment: Moment, telling: Telling): string {
  const day = daySaid(moment, telling);
  return moment.time === null ? day : telling.words.t("facts:window.dayAt", { day, time: moment.time });
}

function daySaid(moment: Moment, telling: Telling): string {
  return telling.formats.day(moment.day, { year: needsYear(moment, telling), weekday: !telling.brief });
}

function needsYear(moment: Moment, { brief, now }: Telling): boolean {
  if (!brief || now === null) return true;
  const ahead = daysBetween(romeDay(now), moment.day);
  return ahead > NEAR || ahead < -NEAR;
}
