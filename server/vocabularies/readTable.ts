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
    if (line !== undefined && line !== "" && !line.startsWith("#")) rows.push(line.replace(/\r$/, "").split("\t"));
  }
  return { columns, rows };
}

/** The columns that are locales: two or three lower-case letters that `notLocales` does not name. */
export function localeColumns(table: Table, notLocales: readonly string[]): readonly string[] {
  return table.columns.filter((name) => /^[a-z]{2,3}$/.test(name) && !notLocales.includes(name));
}

/** Cells under the given locale columns; an empty cell has no entry. */
export function labelsOf(table: Table, row: readonly string[], locales: readonly string[]): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const locale of locales) {
    const label = row[table.columns.indexOf(locale)];
    if (label !== undefined && label !== "") labels[locale] = label;
  }
  return labels;
}
