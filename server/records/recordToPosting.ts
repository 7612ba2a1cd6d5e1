// From a record to a posting's content: every kind to its section and blocks. What cannot be placed is reported, nothing is invented.
// [I2] The record's note is for staff and never public. [I3] "azienda" means that the employer is not named.
// Called by the import and the demonstration.

import { blankContent } from "../domain/blankContent.ts";
import type { Content } from "../domain/content.ts";
import { contentSchema } from "../domain/content.ts";
import type { Section } from "../domain/section.ts";
import { mapApply } from "./mapApply.ts";
import { mapEvent, mapMoment, mapWindow } from "./mapDates.ts";
import { mapJob, mapPay } from "./mapJob.ts";
import { mapCall, mapLaw, mapReserved } from "./mapLaw.ts";
import { mapLanguages, mapLicences, mapRequirements } from "./mapNeeds.ts";
import { mapPlaces } from "./mapPlaces.ts";
import type { ImportVocabularies } from "./mapping.ts";
import { createMapping } from "./mapping.ts";
import type { Problem } from "./problem.ts";
import { problemsOf } from "./problemsOf.ts";
import type { Kind, PostingRecord } from "./recordSchema.ts";

const SECTION_OF: Readonly<Record<Kind, Section>> = {
  vacancy: "vacancy",
  eures: "eures",
  mirato_art1: "targeted",
  mirato_art18: "targeted",
  mirato_unspecified: "targeted",
  art16: "selection",
  public_call: "selection",
  cantiere: "selection",
  tirocinio: "training",
  training: "training",
  event: "event",
  notice: "notice",
};

export interface Mapped {
  readonly content: Content;
  /** Whence it comes and what was noted about it, one line each. [I2] */
  readonly staffNote: string | null;
  readonly problems: readonly Problem[];
}

export interface Mappable {
  readonly row: number;
  readonly record: PostingRecord;
  /** What the posting says already, so that unchanged sentences keep their ids. */
  readonly before?: readonly Content[];
}

export function recordToPosting({ row, record, before = [] }: Mappable, vocabularies: ImportVocabularies): Mapped {
  const at = { row, id: record.id };
  const mapping = createMapping(vocabularies, at, before);
  const kind = record.kind ?? "vacancy";
  const section = SECTION_OF[kind];
  const blank = blankContent(section, record.title ?? "");
  const dates = mapWindow(record, mapping);
  const { event, rest: eventRest } = mapEvent(record, mapping);
  const { reserved, requirements } = mapReserved(record, kind, mapping);
  const { job, rest: jobRest } = mapJob(record, section, mapping);
  const { languages, rest: languageRest } = mapLanguages(record, mapping);
  const content: Content = {
    ...blank,
    ...dates,
    sourceLocale: record.language ?? blank.sourceLocale,
    title: { ...blank.title, occupation: occupationOf(record, section, vocabularies) },
    summary: mapping.sayAll("summary", [...(record.summary ?? []), ...jobRest, ...eventRest, ...languageRest]),
    duties: mapping.sayAll("duties", record.duties ?? []),
    employer: employerOf(record),
    positions: record.positions,
    places: mapPlaces(record, mapping),
    job,
    reserved,
    call: mapCall(record, kind, { window: dates.window, event }, mapping),
    course: kind === "training" ? courseOf(record) : null,
    event,
    eures: kind === "eures" || record.network?.toUpperCase() === "EURES",
    requirements: [
      ...mapRequirements(requirements, "required", mapping),
      ...mapRequirements(record.wishes ?? [], "wished", mapping),
    ],
    languages,
    licences: mapLicences(record, mapping),
    benefits: mapping.sayAll("benefits", record.benefits ?? []),
    statutes: mapLaw(record, kind, mapping),
    apply: mapApply(record, mapping),
    reference: record.reference,
    share: record.share ?? "own",
    pinned: record.pinned ?? false,
  };
  const checked = contentSchema.safeParse(content);
  const problems = checked.success
    ? mapping.problems
    : [...mapping.problems, ...problemsOf(checked.error, content, at)];
  return { content: checked.data ?? content, staffNote: staffNoteOf(record), problems };

  function courseOf({ employer, starts, ends, total_hours, pay }: PostingRecord): Content["course"] {
    return {
      provider: employer === null || isUnnamed(employer) ? null : employer,
      starts: mapMoment("starts", starts, mapping),
      ends: mapMoment("ends", ends, mapping),
      totalHours: total_hours,
      allowance: mapPay(pay, kind, [], mapping),
    };
  }
}

/** An event's or a notice's title names no occupation. Only what the vocabularies are certain of. */
function occupationOf(
  record: PostingRecord,
  section: Section,
  vocabularies: ImportVocabularies,
): Content["title"]["occupation"] {
  if (record.occupation === "none") return null;
  if (record.occupation !== null) {
    const known = vocabularies.titleLabels(record.occupation, record.qualifiers ?? []) !== undefined;
    return known ? { ref: record.occupation, qualifiers: (record.qualifiers ?? []).slice(0, 3) } : null;
  }
  if (section === "event" || section === "notice" || record.title === null) return null;
  const match = vocabularies.matchOccupation(record.title);
  return match?.certain === true ? { ref: match.occupation, qualifiers: [...match.qualifiers] } : null;
}

/** [I3] */
function employerOf({ employer, employer_type }: PostingRecord): Content["employer"] {
  if (employer === null && employer_type === null) return null;
  return { name: employer === null || isUnnamed(employer) ? null : employer, type: employer_type };
}

function isUnnamed(employer: string): boolean {
  return /^azienda$/i.test(employer);
}

function staffNoteOf({ note, source, published }: PostingRecord): string | null {
  const day = published === null ? null : "day" in published ? published.day : published.month;
  const origin = [source?.site, source?.date ?? day, source?.address].filter(
    (part) => part !== null && part !== undefined && part !== "",
  );
  const lines = [origin.join(" · "), note ?? ""].filter((line) => line !== "");
  return lines.length === 0 ? null : lines.join("\n");
}
