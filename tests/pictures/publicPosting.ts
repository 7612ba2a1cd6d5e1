// Made-up postings as the public sees them, and their parts, all told at one moment. Called by the picture cases and by the tests of templates.

import { blankContent } from "../../server/domain/blankContent.ts";
import { codeOf } from "../../server/domain/code.ts";
import type { Content } from "../../server/domain/content.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Section } from "../../server/domain/section.ts";
import { romeInstant } from "../../server/domain/time.ts";
import type { ShownText } from "../../server/domain/translation.ts";

/** Rome, a Saturday morning; every case is told at this moment. */
export const NOW = romeInstant("2026-11-21", "09:41");

type Job = NonNullable<Content["job"]>;
type Pay = NonNullable<Job["pay"]>;

export function aPlace(
  municipality: string | null,
  province: string | null,
  more: Partial<Content["places"][number]> = {},
): Content["places"][number] {
  return { municipality, province, region: null, country: "IT", area: null, ...more };
}

export function aPay(min: number, more: Partial<Pay> = {}): Pay {
  return { min, max: null, currency: "EUR", period: "month", gross: true, allowance: false, note: null, ...more };
}

export function aJob(more: Partial<Job> = {}): Job {
  return {
    sector: null,
    contracts: [],
    duration: null,
    schedules: [],
    weeklyHours: null,
    hoursNote: null,
    starts: null,
    agreement: null,
    pay: null,
    ...more,
  };
}

export const until = (day: string, time: string | null = null) => ({ opens: null, closes: { day, time } });

let drawn = 0;

export function aPublicPosting(
  section: Section,
  title: string,
  content: Partial<Content> = {},
  more: Partial<PublicPosting> = {},
): PublicPosting {
  drawn += 1;
  let value = 48_611_903 * drawn;
  while (codeOf(value % 2 ** 30) === null) value += 1;
  return {
    code: codeOf(value % 2 ** 30) ?? "",
    revision: 4711 + drawn,
    state: "open",
    closed: null,
    from: NOW - 86_400_000,
    until: NOW + 20 * 86_400_000,
    untilStated: true,
    firstPublishedAt: NOW - 86_400_000,
    publishedAt: NOW - 86_400_000,
    owner: { id: "lecce", name: "Centro per l’impiego di Lecce" },
    content: { ...blankContent(section, title), ...content },
    occupation: null,
    translations: {},
    demonstration: false,
    ...more,
  };
}

export const told = (texts: Record<string, string>, machine = false): Record<string, ShownText> =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { text, machine }]));

export const four = (it: string, en: string, fr: string, de: string) => ({ it, en, fr, de });
