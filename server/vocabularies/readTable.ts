// Reads one tab-separated vocabulary file: a header line, then one record a line, no quoting.
// Used by every loader of this folder; a large one of which few records are asked for is read by sortedTable.ts.
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

/** @throws Error when a required column is absent. */
export function columnsOf(file: string, head: string, required: readonly string[]): readonly string[] {
  const columns = cellsOf(head);
  for (const name of required) {
    if (!columns.includes(name)) throw new Error(`${file}: column "${name}" is missing`);
  }
  return columns;
}

const isRecord = (line: string): boolean => line !== "" && !line.startsWith("#");

export function cellsOf(line: string): readonly string[] {
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
