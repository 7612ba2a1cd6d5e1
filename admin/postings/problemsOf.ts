// What keeps a content from being saved, by the path of its field: the contract's own schema, and sense between fields.
// Each problem names its sentence in admin.json (cause and remedy). Called by the editor.
import type { Content } from "../../server/domain/content.ts";
import { contentSchema } from "../../server/domain/content.ts";
import { endOf, startOf } from "../../server/domain/time.ts";

export interface Problem {
  /** Key below "problem." in admin.json. */
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** By path, "job.pay.min". */
export type Problems = Readonly<Record<string, Problem>>;

export function problemsOf(content: Content): Problems {
  const found: Record<string, Problem> = {};
  const parsed = contentSchema.safeParse(content);
  for (const issue of parsed.error?.issues ?? []) {
    const path = pathOf(content, issue.path);
    if (issue.code === "too_big" && issue.origin === "string") {
      found[path] = { key: "tooLong", values: { count: Number(issue.maximum) } };
    } else if (issue.code === "too_big" && issue.origin === "array") {
      found[path] = { key: "tooMany", values: { count: Number(issue.maximum) } };
    } else if (issue.code === "too_big") found[path] = { key: "tooLarge", values: { count: Number(issue.maximum) } };
    else if (issue.code === "too_small") found[path] = { key: issue.origin === "string" ? "empty" : "tooSmall" };
    else if (issue.code === "custom" && issue.message === "day") found[path] = { key: "day" };
    else if (issue.code === "custom") found[path] = { key: "signs" };
    else found[path] = { key: "wrong" };
  }
  if (parsed.success) contradictions(content, found);
  return found;
}

/** The form keeps what is required and what is wished in two fields, wherever a line stands in the list. */
function pathOf(content: Content, path: readonly PropertyKey[]): string {
  const [first, index, ...rest] = path;
  const need = first === "requirements" && typeof index === "number" ? content.requirements[index]?.need : undefined;
  return (need === undefined ? path : [first, need, index, ...rest]).map(String).join(".");
}

function contradictions(content: Content, found: Record<string, Problem>): void {
  const { window, hangs, event, course, job } = content;
  const before = (first: typeof window.opens, last: typeof window.opens) =>
    first !== null && last !== null && endOf(last) <= startOf(first);
  if (before(window.opens, window.closes)) found["window.closes"] = { key: "closesBeforeOpens" };
  if (before(hangs.from, hangs.until)) found["hangs.until"] = { key: "endsBeforeStarts" };
  if (event && before(event.starts, event.ends)) found["event.ends"] = { key: "endsBeforeStarts" };
  if (course && before(course.starts, course.ends)) found["course.ends"] = { key: "endsBeforeStarts" };
  const ranges = [
    ["job.pay.max", job?.pay],
    ["course.allowance.max", course?.allowance],
    ["job.weeklyHours.max", job?.weeklyHours],
  ] as const;
  for (const [path, range] of ranges) {
    if (range && range.max !== null && range.max < range.min) found[path] = { key: "maxBelowMin" };
  }
}

/** The problem of a field: its own, or that of anything inside it. */
export function problemAt(problems: Problems, path: string): Problem | null {
  const own = problems[path];
  if (own) return own;
  const inside = Object.keys(problems).find((one) => one.startsWith(`${path}.`));
  return inside === undefined ? null : (problems[inside] ?? null);
}
