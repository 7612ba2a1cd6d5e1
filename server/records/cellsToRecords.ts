// Turns the rows of a sheet into records: headings such as place.municipality become groups, lists are parted by "|",
// a cell that begins like JSON is read as JSON. Called by readRecords.

import { Refusal } from "../domain/refusal.ts";
import type { Columns, Heading } from "./headings.ts";
import { headingOf } from "./headings.ts";
import { parseJson } from "./parseJson.ts";
import type { RecordRow } from "./problem.ts";
import type { Cell } from "./readSheet.ts";

/** Key under which cells without a heading are kept, so that the schema can name the row. */
export const EXTRA_CELLS = "(extra)";

/** @throws Refusal importUnreadable where there is no heading or a heading stands twice */
export function cellsToRecords(
  cells: readonly (readonly Cell[])[],
  columns: Columns = {},
): { readonly rows: RecordRow[]; readonly headings: Heading[] } {
  const first = cells.findIndex((row) => row.some(isFilled));
  const heading = cells[first];
  if (heading === undefined) throw new Refusal("importUnreadable", { why: ["empty"] });
  const headings = heading.map((cell) => headingOf(cell, columns));
  const names = headings.map(({ field }) => field);
  const used = names.filter((name) => name !== "" && name !== null);
  if (new Set(used).size < used.length) throw new Refusal("importUnreadable", { why: ["headingTwice"] });
  const rows = cells.flatMap((row, index) =>
    index > first && row.some(isFilled) ? [{ row: index + 1, value: recordOf(names, row) }] : [],
  );
  return { rows, headings: headings.filter(({ written }) => written !== "") };
}

function isFilled(cell: Cell): boolean {
  return cell !== null && String(cell).trim() !== "";
}

function recordOf(names: readonly (string | null)[], row: readonly Cell[]): Record<string, unknown> {
  const record: Record<string, unknown> = Object.create(null);
  const extra = row.filter((cell, index) => isFilled(cell) && (index >= names.length || names[index] === ""));
  if (extra.length > 0) record[EXTRA_CELLS] = extra.join(" | ");
  names.forEach((name, index) => {
    const cell = row[index] ?? null;
    if (name === "" || name === null || !isFilled(cell)) return;
    place(record, name.split("."), readCell(cell));
  });
  return record;
}

function place(record: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    record[key] = value;
    return;
  }
  const inner = record[key];
  const group = isGroup(inner) ? inner : (Object.create(null) as Record<string, unknown>);
  record[key] = group;
  place(group, rest, value);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readCell(cell: Cell): unknown {
  if (typeof cell !== "string") return cell;
  // The apostrophe keeps spreadsheets from reading a text as a formula; exportRecords writes it.
  const text = cell.replace(/^'(?=[=+\-@\t\r])/, "").trim();
  if (/^[[{]/.test(text)) {
    try {
      return parseJson(text);
    } catch {
      return text;
    }
  }
  return text;
}
