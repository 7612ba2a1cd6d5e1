// What readers will look for and not find, and how complete a posting is. Said before publishing, never forbidden. Called by the desk and the checks' route.
import type { Content } from "../content.ts";

export const FACTS = ["occupation", "pay", "contract", "hours", "where", "deadline", "apply", "text"] as const;
export type Fact = (typeof FACTS)[number];

/** Facts of this section, and whether they are stated. */
function statedFacts(content: Content): Partial<Record<Fact, boolean>> {
  const { section, job, apply } = content;
  if (section === "notice") return { text: content.summary.length > 0 };
  const where = { where: content.places.length > 0, apply: apply !== null };
  if (section === "event" || section === "training") return { ...where, text: content.summary.length > 0 };
  return {
    occupation: content.title.occupation !== null,
    pay: job?.pay != null,
    contract: job !== null && job.contracts.length > 0,
    hours: job !== null && (job.schedules.length > 0 || job.weeklyHours !== null),
    deadline: content.window.closes !== null,
    ...where,
  };
}

export function missingFacts(content: Content): Fact[] {
  const stated = statedFacts(content);
  return FACTS.filter((fact) => stated[fact] === false);
}

/** Per cent of the facts readers of this section look for that are stated. */
export function completeness(content: Content): number {
  const all = Object.values(statedFacts(content));
  return Math.round((all.filter(Boolean).length / all.length) * 100);
}
