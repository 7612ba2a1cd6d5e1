// From a posting back to a record that says all of it: what recordToPosting makes of it is the same content. Called by exportRecords.
import type { Content, Place } from "../domain/content.ts";
import { SOURCE_LOCALE } from "../domain/locale.ts";
import type { Posting } from "../domain/posting.ts";
import type { Moment } from "../domain/time.ts";
import { romeDay } from "../domain/time.ts";
import type { Kind } from "./recordSchema.ts";

export interface Exporting {
  readonly ownerName: string;
  readonly id: string;
  readonly parentId: string | null;
}

/** Nested plain values; what is not stated is left out. */
export function postingToRecord(
  posting: Posting,
  content: Content,
  { ownerName, id, parentId }: Exporting,
): Record<string, unknown> {
  const { job, call, course, event, apply, reserved } = content;
  const pay = job?.pay ?? course?.allowance ?? null;
  const required = content.requirements.filter(({ need }) => need === "required").map(({ text }) => text.text);
  const isEvent = content.section === "event";
  return tidy({
    id,
    kind: kindOf(content),
    title: content.title.written.text,
    employer: content.employer === null ? null : (content.employer.name ?? "azienda"),
    employer_type: content.employer?.type,
    sector: job?.sector,
    positions: content.positions,
    place: content.places.length === 1 ? placeOf(content.places[0]) : null,
    contract: job?.contracts.join(", "),
    hours: [...(job?.schedules ?? []), ...weekly(job)].join(", "),
    requirements: [
      ...(reserved?.enrolledBy == null
        ? []
        : [`iscrizione nell'elenco art. 8 L. 68/99 al ${reserved.enrolledBy.split("-").reverse().join("/")}`]),
      ...(reserved?.excluded == null ? [] : [reserved.excluded.text]),
      ...required,
    ],
    languages: content.languages.map(({ language, level, need, note }) => ({
      lang: language,
      cefr: level,
      required: need === "required" ? true : null,
      wished: need === "wished" ? true : null,
      note: note?.text,
    })),
    driving_licence: content.licences,
    pay: pay === null ? null : { ...pay, note: pay.note?.text },
    benefits: texts(content.benefits),
    office: ownerName,
    reference: content.reference,
    published: posting.published === null ? null : romeDay(posting.published.firstPublishedAt),
    opens: written(content.window.opens),
    deadline: written(content.window.closes),
    event:
      event === null
        ? null
        : {
            start: written(event.starts),
            end: written(event.ends),
            time: event.timetable?.text,
            venue: event.venue?.text,
          },
    apply:
      apply === null
        ? null
        : {
            online: apply.online,
            email: apply.email,
            phone: apply.phone,
            in_person: apply.inPerson?.text,
            note: apply.note?.text,
            documents: texts(apply.documents),
          },
    law: content.statutes.join(", "),
    network: content.eures ? "EURES" : null,
    parent: parentId,
    note: posting.staffNote,
    language: content.sourceLocale === SOURCE_LOCALE ? null : content.sourceLocale,
    occupation: content.title.occupation?.ref ?? (isEvent || content.section === "notice" ? null : "none"),
    qualifiers: content.title.occupation?.qualifiers,
    summary: texts(content.summary),
    duties: texts(content.duties),
    wishes: content.requirements.filter(({ need }) => need === "wished").map(({ text }) => text.text),
    places: content.places.length > 1 ? content.places.map(placeOf) : null,
    duration: job?.duration?.text,
    hours_note: job?.hoursNote?.text,
    starts: written(job?.starts ?? course?.starts ?? null),
    ends: written(course?.ends ?? null),
    total_hours: course?.totalHours,
    agreement: job?.agreement,
    amendments: call?.amendments.map(({ day, text }) => ({ day, text: text.text })),
    hangs_from: written(content.hangs.from),
    hangs_until: written(content.hangs.until),
    share: content.share === "own" ? null : content.share,
    pinned: content.pinned ? true : null,
    state: posting.state,
  }) as Record<string, unknown>;
}

function kindOf({ section, reserved, statutes, job, course }: Content): Kind {
  switch (section) {
    case "targeted":
      return reserved === null ? "mirato_unspecified" : `mirato_${reserved.article}`;
    case "selection":
      if (statutes.includes("l56-87-art16")) return "art16";
      return job?.contracts.includes("publicWorks") || statutes.includes("lr-sardegna-1-2018")
        ? "cantiere"
        : "public_call";
    case "training":
      return course === null ? "tirocinio" : "training";
    default:
      return section;
  }
}

function weekly(job: Content["job"]): string[] {
  if (job?.weeklyHours == null) return [];
  const { min, max } = job.weeklyHours;
  return [`${max === null ? min : `${min}-${max}`} h`];
}

function placeOf(place: Place | undefined): Record<string, unknown> | null {
  return place === undefined ? null : { ...place, area: place.area?.text };
}

function texts(segments: readonly { readonly text: string }[]): string[] {
  return segments.map(({ text }) => text);
}

function written(moment: Moment | null): string | null {
  if (moment === null) return null;
  return moment.time === null ? moment.day : `${moment.day} ${moment.time}`;
}

/** Without what is not stated. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).map(([key, member]) => [key, tidy(member)] as const);
  return Object.fromEntries(kept.filter(([, member]) => !isNothing(member)));
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}
