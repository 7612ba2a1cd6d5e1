// Every free text of a posting with the form's field it stands in, translations besides. Called by the checks that read words.
import type { Content } from "../content.ts";
import type { Locale } from "../locale.ts";
import type { Segment } from "../segment.ts";
import type { Translation } from "../translation.ts";

export interface PlacedText {
  readonly path: string;
  readonly text: string;
  readonly locale: Locale;
}

export const TITLE_PATH = "title.written.text";

export function textsOf(content: Content, translations: readonly Translation[] = []): PlacedText[] {
  const texts: PlacedText[] = [];
  const ids = new Map<string, string>();
  const add = (path: string, segment: Segment | null | undefined) => {
    if (!segment) return;
    ids.set(segment.id, segment.text);
    texts.push({ path, text: segment.text, locale: content.sourceLocale });
  };
  add(TITLE_PATH, content.title.written);
  for (const segment of content.summary) add("summary", segment);
  for (const segment of content.duties) add("duties", segment);
  for (const one of content.requirements) add(`requirements.${one.need}`, one.text);
  for (const segment of content.benefits) add("benefits", segment);
  add("job.duration", content.job?.duration);
  add("job.hoursNote", content.job?.hoursNote);
  add("job.pay.note", content.job?.pay?.note);
  add("reserved.excluded", content.reserved?.excluded);
  for (const { text } of content.call?.amendments ?? []) add("call.amendments", text);
  add("event.timetable", content.event?.timetable);
  add("event.venue", content.event?.venue);
  add("apply.inPerson", content.apply?.inPerson);
  add("apply.note", content.apply?.note);
  for (const paper of content.apply?.documents ?? []) add("apply.documents", paper);
  for (const { segment, locale, text, source } of translations) {
    // Of a sentence that says something else by now, nothing is shown.
    if (ids.get(segment) !== source) continue;
    texts.push({ path: `translation.${locale}.${segment}`, text, locale });
  }
  return texts;
}
