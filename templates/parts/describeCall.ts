// Calls, reserved places, courses, events: whom the law reserves a place to, how people are chosen, where to go, which act says so.
import type { Fact } from "./fact.ts";
import type { Line } from "./line.ts";
import type { Telling } from "./telling.ts";

export function describeReserved(telling: Telling): Fact | null {
  const { reserved } = telling.posting.content;
  const { words, formats } = telling;
  if (reserved === null) return null;
  const lines: Line[] = [
    telling.say(words.t(`vocabulary:reservedTo.${reserved.article}`)),
    telling.say(words.t(`vocabulary:reserved.${reserved.article}`)),
  ];
  if (reserved.enrolledBy !== null) {
    const day = formats.day(reserved.enrolledBy, { year: true });
    lines.push(telling.say(words.t("facts:reserved.enrolledBy", { day })));
  }
  if (reserved.excluded !== null) lines.push(telling.quote(reserved.excluded));
  return telling.fact("reserved", lines);
}

export function describeCall(telling: Telling): Fact | null {
  const { call, sourceLocale } = telling.posting.content;
  const { words } = telling;
  if (call === null || (call.mode === null && call.body === null)) return null;
  const lines: Line[] = [];
  if (call.mode !== null) lines.push(telling.say(words.t(`vocabulary:callMode.${call.mode}`)));
  if (call.body !== null && !telling.brief) {
    lines.push({ text: words.t("facts:call.body", { body: call.body }), lang: words.locale.id, mark: null });
  }
  if (lines.length === 0 && call.body !== null) lines.push({ text: call.body, lang: sourceLocale, mark: null });
  return telling.fact("call", lines);
}

/** Changes since first publication, each with its day where it is known. */
export function describeAmendments(telling: Telling): Fact | null {
  const amendments = telling.posting.content.call?.amendments ?? [];
  if (amendments.length === 0) return null;
  return telling.fact(
    "amendments",
    amendments.map(({ day, text }) => {
      const line = telling.quote(text);
      if (day === null) return line;
      const said = telling.formats.day(day, { year: true });
      return { ...line, text: telling.words.t("facts:amended", { day: said, text: line.text }) };
    }),
  );
}

export function describeCourse(telling: Telling): Fact | null {
  const { course, sourceLocale } = telling.posting.content;
  if (course === null) return null;
  const lines: Line[] = [];
  if (course.totalHours !== null)
    lines.push(telling.say(telling.words.t("facts:course.hours", { count: course.totalHours })));
  if (course.provider !== null) lines.push({ text: course.provider, lang: sourceLocale, mark: null });
  return lines.length === 0 ? null : telling.fact("course", lines);
}

export function describeVenue(telling: Telling): Fact | null {
  const venue = telling.posting.content.event?.venue ?? null;
  return venue === null ? null : telling.fact("venue", [telling.quote(venue)]);
}

export function describeReference(telling: Telling): Fact | null {
  const { reference, sourceLocale } = telling.posting.content;
  return reference === null
    ? null
    : telling.fact("reference", [{ text: reference, lang: sourceLocale, mark: null }], { tabular: true });
}

export function describeStatutes(telling: Telling): Fact | null {
  const { statutes } = telling.posting.content;
  const { words } = telling;
  if (statutes.length === 0) return null;
  return telling.fact(
    "statutes",
    statutes.map((statute) => {
      const text = words.t(`vocabulary:statute.${statute}.label`);
      if (telling.brief) return telling.say(text);
      return telling.say(words.t("facts:withDetail", { text, detail: words.t(`vocabulary:statute.${statute}.about`) }));
    }),
  );
}
