// Every segment of a content, in reading order. Used for ids, translations, staleness and counting words.
import type { Content } from "./content.ts";
import type { Segment } from "./segment.ts";

/** Which part of a posting a segment is, for whoever must know what they translate. */
export const SEGMENT_FIELDS = [
  "title",
  "summary",
  "duties",
  "area",
  "duration",
  "hoursNote",
  "payNote",
  "excluded",
  "amendment",
  "allowance",
  "timetable",
  "venue",
  "requirement",
  "languageNote",
  "benefit",
  "inPerson",
  "applyNote",
  "document",
] as const;
export type SegmentField = (typeof SEGMENT_FIELDS)[number];

export interface PlacedSegment {
  readonly field: SegmentField;
  readonly segment: Segment;
}

export function segmentsOf(content: Content): Segment[] {
  return placedSegments(content).map(({ segment }) => segment);
}

export function placedSegments(content: Content): PlacedSegment[] {
  const found: PlacedSegment[] = [];
  const add = (field: SegmentField, segment: Segment | null | undefined) => {
    if (segment) found.push({ field, segment });
  };
  add("title", content.title.written);
  for (const sentence of content.summary) add("summary", sentence);
  for (const sentence of content.duties) add("duties", sentence);
  for (const place of content.places) add("area", place.area);
  add("duration", content.job?.duration);
  add("hoursNote", content.job?.hoursNote);
  add("payNote", content.job?.pay?.note);
  add("excluded", content.reserved?.excluded);
  for (const amendment of content.call?.amendments ?? []) add("amendment", amendment.text);
  add("allowance", content.course?.allowance?.note);
  add("timetable", content.event?.timetable);
  add("venue", content.event?.venue);
  for (const requirement of content.requirements) if (requirement.phrase === null) add("requirement", requirement.text);
  for (const language of content.languages) add("languageNote", language.note);
  for (const benefit of content.benefits) add("benefit", benefit);
  add("inPerson", content.apply?.inPerson);
  add("applyNote", content.apply?.note);
  for (const paper of content.apply?.documents ?? []) add("document", paper);
  return found;
}
