// The tables behind the occupation vocabulary: ESCO concepts, ISCO-08 groups, CP2011 units, everyday titles.
// Called by loadVocabularies. Of the large ones a row is opened when it is asked for.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { labelReader, localeColumns, readTable } from "./readTable.ts";
import type { SortedTable } from "./sortedTable.ts";
import { readSorted } from "./sortedTable.ts";

/** "esco:", "isco:" */
const PREFIX = 5;

export interface Concept {
  /** `esco:<uuid>` or `isco:<1-4 digits>`. */
  readonly reference: string;
  readonly isco: string;
  /** Labels as published, both genders in one string; a locale without a label has no entry. */
  readonly labels: Readonly<Record<string, string>>;
  /** False for concepts ESCO has withdrawn and for those not yet labelled in every locale: shown, never offered. */
  readonly offered: boolean;
}

export interface Alias {
  readonly title: string;
  /** Empty: the title is known to be ambiguous and must never be matched without a human. */
  readonly reference: string;
  readonly qualifiers: readonly string[];
}

export interface Concepts {
  get(reference: string): Concept | undefined;
  /** ISCO-08's. */
  groups(): Iterable<Concept>;
  /** Groups first, each read anew. */
  all(): Iterable<Concept>;
}

export interface Alternatives {
  /** None for a reference without any. */
  of(reference: string): readonly string[];
  all(): Iterable<readonly [concept: Concept, labels: readonly string[]]>;
}

export interface OccupationTables {
  readonly locales: readonly string[];
  readonly concepts: Concepts;
  /** The board's own short titles for groups and concepts whose published label nobody would say; by reference, then locale. */
  readonly everyday: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** One locale's alternative labels of concepts. */
  alternatives(locale: string): Alternatives;
  aliases(): readonly Alias[];
  /** CP2011 titles with the reference they lead to: the one exact ESCO concept, else the commonest ISCO group. */
  cp2011(): readonly { readonly title: string; readonly reference: string }[];
}

export function readOccupationTables(folder: string): OccupationTables {
  const occupations = readSorted(join(folder, "occupations.tsv"), ["id", "isco", "status"]);
  const groups = readSorted(join(folder, "isco08.tsv"), ["code"]);
  const locales = localeColumns(occupations, ["id"]);
  const concepts = conceptsIn(groups, occupations, locales);
  const alternatives = new Map<string, Alternatives>();
  return {
    locales,
    concepts,
    everyday: readEveryday(folder),
    alternatives(locale) {
      const read = alternatives.get(locale) ?? readAlternatives(folder, locale, concepts);
      alternatives.set(locale, read);
      return read;
    },
    aliases: () => readAliases(folder),
    cp2011: () => readCp2011(folder, concepts),
  };
}

function conceptsIn(groups: SortedTable, occupations: SortedTable, locales: readonly string[]): Concepts {
  const keep = referenceKeeper();
  const groupLabels = labelReader(groups, locales);
  const labelsOf = labelReader(occupations, locales);
  const iscoColumn = occupations.columns.indexOf("isco");
  const statusColumn = occupations.columns.indexOf("status");
  const group = (row: readonly string[]): Concept => {
    const [isco = ""] = row;
    return { reference: keep(`isco:${isco}`), isco, labels: groupLabels(row), offered: isco.length >= 3 };
  };
  const occupation = (row: readonly string[]): Concept => {
    const labels = labelsOf(row);
    const offered = row[statusColumn] === "" && locales.every((locale) => labels[locale] !== undefined);
    return { reference: keep(`esco:${row[0]}`), isco: row[iscoColumn] ?? "", labels, offered };
  };
  function* allGroups() {
    for (const row of groups.rows()) yield group(row);
  }
  return {
    groups: allGroups,
    get(reference) {
      const [table, conceptOf] = reference.startsWith("isco:") ? [groups, group] : [occupations, occupation];
      const row = table.find(reference.slice(PREFIX));
      const concept = row === undefined ? undefined : conceptOf(row);
      return concept?.reference === reference ? concept : undefined;
    },
    *all() {
      yield* allGroups();
      for (const row of occupations.rows()) yield occupation(row);
    },
  };
}

/** One string for a reference whoever holds it, of its own bytes: a piece of a row would hold the row. */
function referenceKeeper(): (reference: string) => string {
  const kept = new Map<string, string>();
  return (reference) => {
    const before = kept.get(reference);
    if (before !== undefined) return before;
    const own = Buffer.from(reference).toString();
    kept.set(own, own);
    return own;
  };
}

function readAlternatives(folder: string, locale: string, concepts: Concepts): Alternatives {
  const file = join(folder, `alternatives.${locale}.tsv`);
  if (!existsSync(file)) return { of: () => [], all: () => [] };
  const table = readSorted(file, ["id", "labels"]);
  const labelsOf = (row: readonly string[]) => (row[1] ?? "").split("|");
  return {
    of(reference) {
      const row = reference.startsWith("esco:") ? table.find(reference.slice(PREFIX)) : undefined;
      return row === undefined ? [] : labelsOf(row);
    },
    *all() {
      for (const row of table.rows()) {
        const concept = concepts.get(`esco:${row[0] ?? ""}`);
        if (concept !== undefined) yield [concept, labelsOf(row)];
      }
    },
  };
}

function readEveryday(folder: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const table = readTable(join(folder, "everyday.tsv"), ["reference"]);
  const labelsIn = labelReader(table, localeColumns(table, []));
  return new Map(table.rows.map((row) => [row[0] ?? "", labelsIn(row)]));
}

function readAliases(folder: string): readonly Alias[] {
  return readTable(join(folder, "aliases.tsv"), ["title", "reference", "qualifiers"]).rows.map((row) => ({
    title: row[0] ?? "",
    reference: row[1] === "?" ? "" : (row[1] ?? ""),
    qualifiers: (row[2] ?? "").split(",").filter((code) => code !== ""),
  }));
}

function readCp2011(folder: string, concepts: Concepts): readonly { title: string; reference: string }[] {
  const exact = new Map<string, string[]>();
  const groups = new Map<string, Map<string, number>>();
  for (const [id = "", relation = "", code = ""] of readTable(join(folder, "cp2011-occupations.tsv")).rows) {
    const concept = concepts.get(`esco:${id}`);
    if (concept === undefined) continue;
    if (relation === "exact" && concept.offered) exact.set(code, [...(exact.get(code) ?? []), concept.reference]);
    const counts = groups.get(code) ?? new Map<string, number>();
    counts.set(concept.isco, (counts.get(concept.isco) ?? 0) + 1);
    groups.set(code, counts);
  }
  return readTable(join(folder, "cp2011.tsv"), ["code", "it"]).rows.flatMap(([code = "", title = ""]) => {
    const one = exact.get(code) ?? [];
    if (one.length === 1 && one[0] !== undefined) return [{ title, reference: one[0] }];
    const commonest = [...(groups.get(code) ?? [])].sort((a, b) => b[1] - a[1])[0];
    return commonest === undefined ? [] : [{ title, reference: `isco:${commonest[0]}` }];
  });
}
