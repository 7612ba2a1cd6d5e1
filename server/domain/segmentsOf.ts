// Every segment of a content, in reading order. Used for ids, translations, staleness and counting words.
import type { Content } from "./content.ts";
import type { Segment } from "./segment.ts";

export function segmentsOf(content: Content): Segment[] {
  const found: Segment[] = [content.title.written, ...content.summary, ...content.duties];
  const add = (segment: Segment | null | undefined) => {
    if (segment) found.push(segment);
  };
  for (const place of content.places) add(place.area);
  add(content.job?.duration);
  add(content.job?.hoursNote);
  add(content.job?.pay?.note);
  add(content.reserved?.excluded);
  for (const amendment of content.call?.amendments ?? []) add(amendment.text);
  add(content.course?.allowance?.note);
  add(content.event?.timetable);
  add(content.event?.venue);
  for (const requirement of content.requirements) if (requirement.phrase === null) add(requirement.text);
  for (const language of content.languages) add(language.note);
  for (const benefit of content.benefits) add(benefit);
  add(content.apply?.inPerson);
  add(content.apply?.note);
  for (const paper of content.apply?.documents ?? []) add(paper);
  return found;
}
