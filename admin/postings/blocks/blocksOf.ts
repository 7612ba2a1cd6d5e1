// Which blocks the form shows for a section, in the order staff fill them in. A block that holds something is always shown,
// whatever the section, so that nothing imported hides. Called by PostingForm.
import type { Content } from "../../../server/domain/content.ts";
import type { Section } from "../../../server/domain/section.ts";

export const BLOCKS = [
  "title",
  "event",
  "course",
  "call",
  "reserved",
  "dates",
  "job",
  "pay",
  "places",
  "employer",
  "text",
  "requirements",
  "apply",
  "attachments",
  "sharing",
] as const;
export type BlockName = (typeof BLOCKS)[number];

const JOB: readonly BlockName[] = [
  "title",
  "dates",
  "job",
  "pay",
  "places",
  "employer",
  "text",
  "requirements",
  "apply",
  "attachments",
  "sharing",
];

const OF_SECTION: Readonly<Record<Section, readonly BlockName[]>> = {
  vacancy: JOB,
  eures: JOB,
  targeted: ["reserved", "call", ...JOB],
  selection: ["call", ...JOB],
  training: ["title", "course", "dates", "job", "places", "text", "requirements", "apply", "attachments", "sharing"],
  event: ["title", "event", "places", "text", "apply", "attachments", "dates", "sharing"],
  notice: ["title", "text", "places", "attachments", "dates", "sharing"],
};

export function blocksOf(content: Content): BlockName[] {
  const fitting = OF_SECTION[content.section];
  const filled: Readonly<Record<BlockName, boolean>> = {
    title: true,
    event: content.event !== null,
    course: content.course !== null,
    call: content.call !== null,
    reserved: content.reserved !== null,
    dates: true,
    job: content.job !== null,
    pay: content.job?.pay != null,
    places: content.places.length > 0,
    employer: content.employer !== null,
    text: true,
    requirements: content.requirements.length + content.languages.length + content.licences.length > 0,
    apply: content.apply !== null,
    attachments: content.attachments.length > 0,
    sharing: true,
  };
  return BLOCKS.filter((block) => fitting.includes(block) || filled[block]);
}
