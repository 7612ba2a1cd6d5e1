// What readers will look for and not find: said before publishing, never forbidden. Called by PublishDialog.
import type { Content } from "../../../server/domain/content.ts";

export const FACTS = ["occupation", "pay", "contract", "hours", "where", "deadline", "apply", "text"] as const;
export type Fact = (typeof FACTS)[number];

export function missingFacts(content: Content): Fact[] {
  const { section, job, apply } = content;
  const offersWork = section !== "event" && section !== "notice" && section !== "training";
  const lacks: Readonly<Record<Fact, boolean>> = {
    occupation: offersWork && content.title.occupation === null,
    pay: offersWork && job?.pay == null,
    contract: offersWork && (job === null || job.contracts.length === 0),
    hours: offersWork && (job === null || (job.schedules.length === 0 && job.weeklyHours === null)),
    where: section !== "notice" && content.places.length === 0,
    deadline: offersWork && content.window.closes === null,
    apply: section !== "notice" && apply === null,
    text: !offersWork && content.summary.length === 0,
  };
  return FACTS.filter((fact) => lacks[fact]);
}
