// Reads one tab-separated vocabulary file: a header line, then one record a line, no quoting.
// Used by every loader of this folder. Cells that a short line lacks are empty.
import { readFileSync } from "node:fs";

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @throws Error when the file is missing or a required column is absent: a broken installation, not a refusal. */
export function readTable(file: string, required: readonly string[] = []): Table {
  const lines = readFileSync(file, "utf8").split("\n");
  const columns = (lines[0] ?? "").replace(/\r$/, "").split("\t");
  for (const name of required) {
    if (!columns.includes(name)) throw new Error(`${file}: column "${name}" is missing`);
  }
  const rows: string[][] = [];
  for (let n = 1; n < lines.length; n++) {
    const line = lines[n];
    if (line !== undefined && line !== "" && !line.startsWith("#"))
      rows.push((line.endsWith("\r") ? line.slice(0, -1) : line).split("\t"));
  }
  return { columns, rows };
}

/** The columns that are locales: two or three lower-case letters that `notLocales` does not name. */
export function localeColumns(table: Table, notLocales: readonly string[]): readonly string[] {
  return table.columns.filter((name) => /^[a-z]{2,3}$/.test(name) && !notLocales.includes(name));
}

/** Reads the labels of a row: its cells under the given locale columns; an empty cell has no entry. */
export function labelReader(
  table: Table,
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
