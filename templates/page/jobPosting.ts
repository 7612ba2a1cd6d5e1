// schema.org JobPosting of a page, only where every required statement is true and stands on the page: a job, open, with a place that is stated.
// Called by PostingPage. What is not stated is left out, never guessed; a closed posting has none.
import { pagePath } from "../../server/domain/address.ts";
import type { Job, Pay, Place } from "../../server/domain/content.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Contract, PayPeriod } from "../../server/domain/vocabulary.ts";
import { pageFacts } from "../parts/factsOf.ts";
import { lineOf, titleOf } from "../parts/line.ts";
import type { Words } from "../parts/words.ts";

const EMPLOYMENT: Readonly<Partial<Record<Contract, string>>> = {
  fixedTerm: "TEMPORARY",
  seasonal: "TEMPORARY",
  agency: "TEMPORARY",
  publicWorks: "TEMPORARY",
  internship: "INTERN",
  selfEmployed: "CONTRACTOR",
  onCall: "PER_DIEM",
};

const UNIT: Readonly<Record<PayPeriod, string>> = {
  hour: "HOUR",
  day: "DAY",
  week: "WEEK",
  month: "MONTH",
  year: "YEAR",
};

/** Null where it would not be true. */
export function jobPosting(posting: PublicPosting, words: Words, publicUrl: string): object | null {
  const { content } = posting;
  const { job, call } = content;
  if (posting.demonstration || posting.state !== "open" || job === null) return null;
  // A call of a public body, or a ranking the office keeps, is no job one applies to with an employer.
  if (call !== null || content.section === "training" || content.section === "event" || content.section === "notice")
    return null;
  const places = content.places.filter(
    ({ municipality, region, country }) => municipality !== null || region !== null || country !== null,
  );
  if (places.length === 0) return null;
  const locale = words.locale.id;
  const text = [...content.summary, ...content.duties].map((segment) => lineOf(posting, segment, locale).text);
  const facts = pageFacts(posting, words, null).filter(({ stated }) => stated);
  const said = [...text, ...facts.map(({ label, lines }) => `${label}: ${lines.map((line) => line.text).join(", ")}`)];
  const salary = job.pay === null ? null : baseSalary(job.pay);
  const employment = employmentOf(job);
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: titleOf(posting, locale).text,
    description: said.map((one) => `<p>${escaped(one)}</p>`).join(""),
    inLanguage: locale,
    identifier: { "@type": "PropertyValue", name: posting.owner.name, value: posting.code },
    url: publicUrl + pagePath(posting.code, locale),
    datePosted: new Date(posting.firstPublishedAt).toISOString(),
    ...(posting.untilStated ? { validThrough: new Date(posting.until - 1).toISOString() } : {}),
    // An employer who is not named stays so: the office does not hire.
    hiringOrganization:
      content.employer?.name == null ? "confidential" : { "@type": "Organization", name: content.employer.name },
    jobLocation: places.map(location),
    ...(employment.length === 0 ? {} : { employmentType: employment }),
    ...(salary === null ? {} : { baseSalary: salary }),
    ...(content.positions === null ? {} : { totalJobOpenings: content.positions }),
    directApply: false,
  };
}

function location({ municipality, region, country }: Place) {
  return {
    "@type": "Place",
    address: {
      "@type": "PostalAddress",
      ...(municipality === null ? {} : { addressLocality: municipality }),
      ...(region === null ? {} : { addressRegion: region }),
      addressCountry: country ?? "IT",
    },
  };
}

function employmentOf({ schedules, contracts }: Job): string[] {
  const hours = [
    ...(schedules.includes("fullTime") ? ["FULL_TIME"] : []),
    ...(schedules.includes("partTime") ? ["PART_TIME"] : []),
  ];
  return [...new Set([...hours, ...contracts.flatMap((contract) => EMPLOYMENT[contract] ?? [])])];
}

function baseSalary({ min, max, currency, period, allowance }: Pay): object | null {
  if (period === null || allowance) return null;
  const amount = max === null || max === min ? { value: min } : { minValue: min, maxValue: max };
  return {
    "@type": "MonetaryAmount",
    currency,
    value: { "@type": "QuantitativeValue", ...amount, unitText: UNIT[period] },
  };
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
