// The controlled lists of the board: occupations and places with their labels per locale.
// Called once at start (main, command line, tests); what it returns is handed to services. Files are read from locales/vocabularies/.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../domain/language.ts";
import type { PerLocale } from "../domain/locale.ts";
import type { PhraseKind } from "../domain/phrase.ts";
import type { Lexicon } from "../domain/skeleton.ts";
import type { Term } from "../domain/term.ts";
import type { Qualifier } from "../domain/vocabulary.ts";
import { showLabel } from "./genderForms.ts";
import { readLanguage, readLawTerms } from "./languageTables.ts";
import { createLexicon } from "./lexicon.ts";
import type { OccupationMatch } from "./matchOccupation.ts";
import { createOccupationMatcher } from "./matchOccupation.ts";
import type { Phrase } from "./matchRequirement.ts";
import { matchRequirement } from "./matchRequirement.ts";
import { readNeighbours } from "./neighbours.ts";
import type { OccupationTables } from "./occupationTables.ts";
import { readOccupationTables } from "./occupationTables.ts";
import { readPhrase } from "./phraseGrammar.ts";
import type { Places } from "./placeTables.ts";
import { readPlaces } from "./placeTables.ts";
import type { OccupationHit, OccupationQuery } from "./searchOccupations.ts";
import { createOccupationSearch } from "./searchOccupations.ts";
import type { LocaleWording } from "./wordingsOf.ts";
import { createWordingsOf } from "./wordingsOf.ts";

export interface Vocabularies {
  /** Locales the occupations are labelled in: the columns of occupations.tsv. */
  readonly locales: readonly string[];
  readonly places: Places;
  /** Display labels, both genders ("cameriere / cameriera"), of "esco:<uuid>" or "isco:<digits>"; undefined for an unknown reference. */
  occupationLabels(reference: string): PerLocale<string> | undefined;
  /** The visible title in every locale: label, qualifiers after a dash, first letter large. */
  titleLabels(reference: string, qualifiers: readonly Qualifier[]): PerLocale<string> | undefined;
  /** Every wording of a reference in every locale, its ISCO group's included; empty for an unknown one. */
  wordingsOf(reference: string): readonly LocaleWording[];
  /** Provinces that share a border with one, by sigla. */
  neighbours(sigla: string): ReadonlySet<string>;
  /** ISCO-08 code of a reference. */
  iscoOf(reference: string): string | undefined;
  searchOccupations(query: string, options?: OccupationQuery): OccupationHit[];
  matchOccupation(titleAsWritten: string): OccupationMatch | null;
  /** The phrase a line of a kind written in Italian says. */
  matchPhrase(kind: PhraseKind, text: string): Phrase | null;
  /** The phrase a requirement written in Italian says; null leaves it as written. */
  matchRequirement(text: string): Phrase | null;
  /** What checks and memory must know of a language; values are known for any. */
  language(locale: string): Language;
  /** The fixed terms of law and service, in every glossary. */
  readonly lawTerms: readonly Term[];
  readonly lexicon: Lexicon & { readonly prepare: () => Promise<void> };
  /** Builds what `matchOccupation` needs before it is first asked, giving way to other work. */
  prepareMatching(): Promise<void>;
  /** … what `searchOccupations` needs. */
  prepareSearching(): Promise<void>;
  /** The same for all that takes its time (matcher, lexicon, search). */
  prepare(): Promise<void>;
}

/** @param projectRoot folder that holds locales/. @throws Error when a file is missing or damaged. */
export function loadVocabularies(projectRoot: string): Vocabularies {
  const locales = join(projectRoot, "locales");
  const tables = readOccupationTables(join(locales, "vocabularies"));
  const places = readPlaces(join(locales, "vocabularies"));
  let neighbours: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const occupationLabels = (reference: string) => labelsFor(tables, reference);
  const search = createOccupationSearch(tables, occupationLabels);
  const matcher = createOccupationMatcher(tables);
  const lexicon = createLexicon(tables, places);
  const languages = new Map<string, Language>();
  const language = (locale: string) => {
    const before = languages.get(locale);
    if (before !== undefined) return before;
    const read = readLanguage(locales, locale);
    languages.set(locale, read);
    return read;
  };
  const words = new Map<string, QualifierWords>();
  const wordsOf = (locale: string) => {
    const before = words.get(locale);
    if (before !== undefined) return before;
    const read = readQualifierWords(locales, locale);
    words.set(locale, read);
    return read;
  };
  return {
    locales: tables.locales,
    places,
    occupationLabels,
    titleLabels(reference, qualifiers) {
      const labels = occupationLabels(reference);
      if (labels === undefined) return undefined;
      return Object.fromEntries(
        Object.entries(labels).map(([locale, label]) => [locale, titleIn(locale, label, qualifiers, wordsOf(locale))]),
      );
    },
    wordingsOf: createWordingsOf(tables),
    neighbours(sigla) {
      neighbours ??= readNeighbours(join(locales, "vocabularies"));
      return neighbours.get(sigla) ?? new Set();
    },
    iscoOf: (reference) => tables.concepts.get(reference)?.isco,
    searchOccupations: (query, options) => search.search(query, options),
    matchOccupation: matcher.match,
    matchRequirement: (text) => matchRequirement(text, places),
    matchPhrase: (kind, text) => (kind === "requirement" ? matchRequirement(text, places) : readPhrase(kind, text)),
    language,
    lawTerms: readLawTerms(locales),
    lexicon,
    prepareMatching: matcher.prepare,
    prepareSearching: search.prepare,
    async prepare() {
      for (const one of [matcher, lexicon, search]) await one.prepare();
    },
  };
}

/** The everyday title first; a concept without a label in some locale borrows its group's: broader, never wrong. */
function labelsFor(tables: OccupationTables, reference: string): PerLocale<string> | undefined {
  const concept = tables.concepts.get(reference);
  if (concept === undefined) return undefined;
  const group = tables.concepts.get(`isco:${concept.isco}`);
  const everyday = tables.everyday.get(reference);
  const labels: Record<string, string> = {};
  for (const locale of tables.locales) {
    const label = everyday?.[locale] ?? concept.labels[locale] ?? group?.labels[locale];
    if (label !== undefined) labels[locale] = showLabel(label, locale);
  }
  return labels;
}

interface QualifierWords {
  readonly words: Readonly<Record<string, string>>;
  /** "{{occupation}} – {{qualifiers}}" */
  readonly pattern: string;
}

function readQualifierWords(folder: string, locale: string): QualifierWords {
  const own = join(folder, locale, "vocabulary.json");
  const file = existsSync(own) ? own : join(folder, "en", "vocabulary.json");
  const vocabulary = JSON.parse(readFileSync(file, "utf8")) as {
    qualifier: Record<string, string>;
    qualifiedTitle: string;
  };
  return { words: vocabulary.qualifier, pattern: vocabulary.qualifiedTitle };
}

function titleIn(
  locale: string,
  label: string,
  qualifiers: readonly Qualifier[],
  { words, pattern }: QualifierWords,
): string {
  const said = qualifiers.map((code) => words[code] ?? "").filter((word) => word !== "");
  const title =
    said.length === 0 ? label : pattern.replace("{{occupation}}", label).replace("{{qualifiers}}", said.join(", "));
  return title.charAt(0).toLocaleUpperCase(locale) + title.slice(1);
}
