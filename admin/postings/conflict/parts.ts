// A content taken apart into the pieces staff can choose between, and put together again. Called by ConflictDialog.
import type { Content, Job } from "../../../server/domain/content.ts";
import { BLANK_JOB, withJob } from "../blocks/blanks.ts";
import { sameContent } from "../editor.ts";

type JobKey = keyof Job;
type ContentKey = Exclude<keyof Content, "job" | "sourceLocale">;
export type PartName = ContentKey | `job.${JobKey}`;

const CONTENT_KEYS: readonly ContentKey[] = [
  "section",
  "title",
  "summary",
  "duties",
  "employer",
  "positions",
  "places",
  "reserved",
  "call",
  "course",
  "event",
  "eures",
  "requirements",
  "languages",
  "licences",
  "benefits",
  "statutes",
  "window",
  "hangs",
  "apply",
  "reference",
  "parent",
  "share",
  "pinned",
];
const JOB_KEYS = Object.keys(BLANK_JOB) as JobKey[];

export const PARTS: readonly PartName[] = [...CONTENT_KEYS, ...JOB_KEYS.map((key) => `job.${key}` as const)];

export function partOf(content: Content, part: PartName): unknown {
  const key = jobKey(part);
  return key === null ? content[part as ContentKey] : (content.job ?? BLANK_JOB)[key];
}

export interface Difference {
  readonly part: PartName;
  /** Who changed it since the common base. */
  readonly changedBy: "me" | "them" | "both";
}

export function differences(base: Content, mine: Content, theirs: Content): Difference[] {
  return PARTS.filter((part) => !sameContent(partOf(mine, part), partOf(theirs, part))).map((part) => {
    const byMe = !sameContent(partOf(base, part), partOf(mine, part));
    const byThem = !sameContent(partOf(base, part), partOf(theirs, part));
    return { part, changedBy: byMe && byThem ? "both" : byMe ? "me" : "them" };
  });
}

/** `theirs` with the parts chosen from `mine`. */
export function merge(theirs: Content, mine: Content, fromMine: ReadonlySet<PartName>): Content {
  let merged = theirs;
  for (const part of fromMine) {
    const key = jobKey(part);
    merged = key === null ? { ...merged, [part]: partOf(mine, part) } : withJob(merged, { [key]: partOf(mine, part) });
  }
  return merged;
}

function jobKey(part: PartName): JobKey | null {
  return part.startsWith("job.") ? (part.slice(4) as JobKey) : null;
}
