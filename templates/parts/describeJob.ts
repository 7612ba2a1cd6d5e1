// The job itself: contract, hours, how many places, who employs, in what field.
import { isOffer } from "../../server/domain/section.ts";
import type { Fact } from "./fact.ts";
import type { Line } from "./line.ts";
import type { Telling } from "./telling.ts";

export function describeContract(telling: Telling): Fact | null {
  const job = telling.posting.content.job;
  if (job === null) return null;
  const lines: Line[] = job.contracts.map((contract) =>
    telling.say(telling.words.t(`vocabulary:contract.${contract}`)),
  );
  if (job.duration !== null) lines.push(telling.quote(job.duration));
  if (lines.length === 0) return telling.notStated("contract", "contract");
  if (!telling.brief) {
    for (const contract of job.contracts) {
      const about = `vocabulary:contractAbout.${contract}`;
      if (telling.words.has(about)) lines.push(telling.say(telling.words.t(about)));
    }
  }
  return telling.fact("contract", lines);
}

export function describeHours(telling: Telling): Fact | null {
  const job = telling.posting.content.job;
  if (job === null) return null;
  const { words, formats } = telling;
  const lines: Line[] = job.schedules.map((schedule) => telling.say(words.t(`vocabulary:schedule.${schedule}`)));
  const hours = job.weeklyHours;
  if (hours !== null) {
    const range = hours.max !== null && hours.max !== hours.min;
    lines.push(
      telling.say(
        range
          ? words.t("vocabulary:weeklyHoursRange", {
              min: formats.number(hours.min),
              max: formats.number(hours.max as number),
            })
          : words.t("vocabulary:weeklyHours", { count: hours.min }),
      ),
    );
  }
  if (job.hoursNote !== null) lines.push(telling.quote(job.hoursNote));
  return lines.length === 0 ? telling.notStated("hours", "hours") : telling.fact("hours", lines);
}

/** A card's one line for both: contract and hours as far as either is stated. */
export function describeContractAndHours(telling: Telling): Fact | null {
  const contract = describeContract(telling);
  const hours = describeHours(telling);
  const stated = [contract, hours].filter((fact): fact is Fact => fact?.stated === true);
  if (stated.length === 2) {
    return telling.fact(
      "contract",
      stated.flatMap((fact) => fact.lines),
      { label: telling.label("contractAndHours") },
    );
  }
  return stated[0] ?? contract;
}

export function describePositions(telling: Telling): Fact | null {
  const { positions } = telling.posting.content;
  if (positions === null) return null;
  // One post is the rule and goes without saying on a card.
  if (telling.brief && positions === 1) return null;
  return telling.fact("positions", [telling.say(telling.words.t("vocabulary:positions", { count: positions }))], {
    tabular: true,
  });
}

export function describeEmployer(telling: Telling): Fact | null {
  const { words, posting, brief } = telling;
  const { employer, job } = posting.content;
  if (employer === null && (job === null || !isOffer(posting.content.section))) return null;
  const lines: Line[] = [];
  if (employer?.name) lines.push({ text: employer.name, lang: posting.content.sourceLocale, mark: null });
  else lines.push(telling.say(words.t("vocabulary:employerUnnamed")));
  if (!brief) {
    if (employer?.type) lines.push(telling.say(words.t(`vocabulary:employerType.${employer.type}`)));
    if (!employer?.name)
      lines.push(telling.say(words.t("facts:employer.throughOffice", { office: posting.owner.name })));
  }
  return { ...telling.fact("employer", lines), stated: Boolean(employer?.name) };
}

export function describeSector(telling: Telling): Fact | null {
  const sector = telling.posting.content.job?.sector ?? null;
  return sector === null || sector === "other"
    ? null
    : telling.fact("sector", [telling.say(telling.words.t(`vocabulary:sector.${sector}`))]);
}

export function describeAgreement(telling: Telling): Fact | null {
  const agreement = telling.posting.content.job?.agreement ?? null;
  const { sourceLocale } = telling.posting.content;
  return agreement === null ? null : telling.fact("agreement", [{ text: agreement, lang: sourceLocale, mark: null }]);
}

export function describeBenefits(telling: Telling): Fact | null {
  const { benefits } = telling.posting.content;
  return benefits.length === 0 ? null : telling.fact("benefits", benefits.map(telling.quote));
}
