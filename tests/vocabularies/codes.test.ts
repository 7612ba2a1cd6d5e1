// Every code of the domain's closed lists has its label in every language, and no label stands for a code that is not there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SECTIONS } from "../../server/domain/section.ts";
import {
  CALL_MODES,
  CEFR,
  CLOSED_REASONS,
  CONTRACTS,
  EMPLOYER_TYPES,
  PAY_PERIODS,
  QUALIFIERS,
  RESERVED_ARTICLES,
  SCHEDULES,
  SECTORS,
  STATUTES,
} from "../../server/domain/vocabulary.ts";
import { LOCALES, localeIds } from "./catalogues.ts";

const LISTS: Readonly<Record<string, readonly string[]>> = {
  section: SECTIONS,
  contract: CONTRACTS,
  schedule: SCHEDULES,
  payPeriod: PAY_PERIODS,
  employerType: EMPLOYER_TYPES,
  closedReason: CLOSED_REASONS,
  reserved: RESERVED_ARTICLES,
  reservedTo: RESERVED_ARTICLES,
  callMode: CALL_MODES,
  statute: STATUTES,
  cefr: CEFR,
  sector: SECTORS,
  qualifier: QUALIFIERS,
};

const vocabularyOf = (locale: string) =>
  JSON.parse(readFileSync(join(LOCALES, locale, "vocabulary.json"), "utf8")) as Record<string, Record<string, unknown>>;

describe.each(localeIds)("vocabulary.json of %s", (locale) => {
  const vocabulary = vocabularyOf(locale);
  it.each(Object.keys(LISTS))("labels exactly the codes of %s", (list) => {
    expect(Object.keys(vocabulary[list] ?? {}).sort()).toEqual([...(LISTS[list] ?? [])].sort());
  });

  it("tells the codes of a list apart", () => {
    for (const list of Object.keys(LISTS).filter((name) => name !== "statute")) {
      const labels = Object.values(vocabulary[list] ?? {});
      expect(new Set(labels).size, list).toBe(labels.length);
    }
  });

  it("cites a statute letter for letter, with one plain sentence", () => {
    for (const [code, said] of Object.entries(vocabulary.statute ?? {})) {
      const { label, about } = said as { label: string; about: string };
      expect(about, code).toMatch(/\.$/);
      if (code.startsWith("l68-99"))
        expect(label.toLowerCase()).toBe(code.replace("l68-99", "l. 68/99").replace("-art", ", art. "));
    }
  });
});

it("names the sections as they are printed on every surface", () => {
  expect(localeIds.map((locale) => vocabularyOf(locale).section?.targeted).sort()).toEqual([
    "Collocamento mirato",
    "Gezielte Arbeitsvermittlung",
    "Placement ciblé",
    "Targeted placement",
  ]);
});
