// Reads one tab-separated vocabulary file: a header line, then one record a line, no quoting.
// Used by every loader of this folder. Cells that a short line lacks are empty.
import { readFileSync } from "node:fs";

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @throws Error when the file is missing or a required column is absent: a broken installation, not a refusal. */
export function readTable(file: string, required: readonly string[] = []): Table {
  const [head = "", ...lines] = readFileSync(file, "utf8").split("\n");
  return { columns: columnsOf(file, head, required), rows: lines.filter(isRecord).map(cellsOf) };
}

/**
 * The same with its records unopened, for a large table of which few are asked for: `openLine` gives the cells of one. The first required column is first.
 * Decoding UTF-8 costs V8 half a millisecond for 20 kB; the bytes taken one by one cost nothing, and the ASCII among them is right already.
 */
export function readLines(
  file: string,
  required: readonly string[],
): { readonly columns: readonly string[]; readonly lines: readonly string[] } {
  const [head = "", ...lines] = readFileSync(file, "latin1").split("\n");
  const columns = columnsOf(file, head, required);
  if (required[0] !== undefined && columns[0] !== required[0])
    throw new Error(`${file}: "${required[0]}" is not the first column`);
  return { columns, lines: lines.filter(isRecord) };
}

export function openLine(line: string): readonly string[] {
  return cellsOf(Buffer.from(line, "latin1").toString("utf8"));
}

function columnsOf(file: string, head: string, required: readonly string[]): readonly string[] {
  const columns = cellsOf(head);
  for (const name of required) {
    if (!columns.includes(name)) throw new Error(`${file}: column "${name}" is missing`);
  }
  return columns;
}

const isRecord = (line: string): boolean => line !== "" && !line.startsWith("#");

function cellsOf(line: string): readonly string[] {
  return (line.endsWith("\r") ? line.slice(0, -1) : line).split("\t");
}

/** The columns that are locales: two or three lower-case letters that `notLocales` does not name. */
export function localeColumns(table: Pick<Table, "columns">, notLocales: readonly string[]): readonly string[] {
  return table.columns.filter((name) => /^[a-z]{2,3}$/.test(name) && !notLocales.includes(name));
}

/** Reads the labels of a row: its cells under the given locale columns; an empty cell has no entry. */
export function labelReader(
  table: Pick<Table, "columns">,
  locales: readonly string[],
): (row: readonly string[]) => Record<string, string> {
  const columns = locales.map((locale) => [locale, table.columns.indexOf(locale)] as const);
  return (row) => {
    const labels: Record<string, string> = {};
    for (const [locale, column] of columns) {
      const label = row[column];
      if (label !== undefined && label !== "") labels[locale] = label;
    }
    return labels;
  };
}
