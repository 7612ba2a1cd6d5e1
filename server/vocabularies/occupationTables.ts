// The tables behind the occupation vocabulary: ESCO concepts, ISCO-08 groups, CP2011 units, everyday titles.
// Called by loadVocabularies. Only the concepts and groups are read at start, a concept's cells and the rest on first use.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { labelReader, localeColumns, openLine, readLines, readTable } from "./readTable.ts";

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

export interface OccupationTables {
  readonly locales: readonly string[];
  readonly concepts: ReadonlyMap<string, Concept>;
  /** The board's own short titles for groups and concepts whose published label nobody would say; by reference, then locale. */
  readonly everyday: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** One locale's alternative labels, by concept reference. Read from disk at each call. */
  alternatives(locale: string): ReadonlyMap<string, readonly string[]>;
  aliases(): readonly Alias[];
  /** CP2011 titles with the reference they lead to: the one exact ESCO concept, else the commonest ISCO group. */
  cp2011(): readonly { readonly title: string; readonly reference: string }[];
}

export function readOccupationTables(folder: string): OccupationTables {
  const concepts = new Map<string, Concept>();
  const occupations = readLines(join(folder, "occupations.tsv"), ["id", "isco", "status"]);
  const groups = readLines(join(folder, "isco08.tsv"), ["code"]);
  const locales = localeColumns(occupations, ["id"]);
  const groupOf = groupReader(groups.columns, locales);
  for (const line of groups.lines) {
    const reference = `isco:${firstCell(line)}`;
    concepts.set(reference, new ConceptOfLine(reference, line, groupOf));
  }
  const conceptOf = conceptReader(occupations.columns, locales);
  for (const line of occupations.lines) {
    const reference = `esco:${firstCell(line)}`;
    concepts.set(reference, new ConceptOfLine(reference, line, conceptOf));
  }
  return {
    locales,
    concepts,
    everyday: readEveryday(folder),
    alternatives: (locale) => readAlternatives(folder, locale),
    aliases: () => readAliases(folder),
    cp2011: () => readCp2011(folder, concepts),
  };
}

/** Both tables begin with the code, in ASCII: it is read without opening the line. */
const firstCell = (line: string): string => line.slice(0, line.indexOf("\t"));

type ConceptCells = Pick<Concept, "isco" | "labels" | "offered">;

function conceptReader(columns: readonly string[], locales: readonly string[]): (line: string) => ConceptCells {
  const iscoColumn = columns.indexOf("isco");
  const statusColumn = columns.indexOf("status");
  const labelsOf = labelReader({ columns }, locales);
  return (line) => {
    const row = openLine(line);
    const labels = labelsOf(row);
    const offered = row[statusColumn] === "" && locales.every((locale) => labels[locale] !== undefined);
    return { isco: row[iscoColumn] ?? "", labels, offered };
  };
}

function groupReader(columns: readonly string[], locales: readonly string[]): (line: string) => ConceptCells {
  const labelsOf = labelReader({ columns }, locales);
  return (line) => {
    const row = openLine(line);
    const isco = row[0] ?? "";
    return { isco, labels: labelsOf(row), offered: isco.length >= 3 };
  };
}

/** A row of one of the two tables, opened when somebody asks what it says: opening all 3,000 was most of what the vocabularies cost a start. */
class ConceptOfLine implements Concept {
  #cells: ConceptCells | undefined;
  readonly reference: string;
  readonly #line: string;
  readonly #read: (line: string) => ConceptCells;

  constructor(reference: string, line: string, read: (line: string) => ConceptCells) {
    this.reference = reference;
    this.#line = line;
    this.#read = read;
  }

  get isco(): string {
    return this.#opened().isco;
  }

  get labels(): Concept["labels"] {
    return this.#opened().labels;
  }

  get offered(): boolean {
    return this.#opened().offered;
  }

  #opened(): ConceptCells {
    this.#cells ??= this.#read(this.#line);
    return this.#cells;
  }
}

function readAlternatives(folder: string, locale: string): ReadonlyMap<string, readonly string[]> {
  const file = join(folder, `alternatives.${locale}.tsv`);
  const found = new Map<string, readonly string[]>();
  if (!existsSync(file)) return found;
  for (const row of readTable(file, ["id", "labels"]).rows)
    found.set(`esco:${row[0] ?? ""}`, (row[1] ?? "").split("|"));
  return found;
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

function readCp2011(
  folder: string,
  concepts: ReadonlyMap<string, Concept>,
): readonly { title: string; reference: string }[] {
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
