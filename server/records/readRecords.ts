// Reads a file of postings or offices (JSON, CSV, XLSX, XML of the European exchange, the weekly report as PDF or text) into rows, judging nothing but whether it can be read. Called by the command line and the import route.
// [I1] A file over 5 MB, damaged, or of another kind is refused in plain words before anything is done with it.

import { Refusal } from "../domain/refusal.ts";
import { cellsToRecords } from "./cellsToRecords.ts";
import type { Columns, Heading } from "./headings.ts";
import { parseJson } from "./parseJson.ts";
import { pdfText } from "./pdfText.ts";
import type { RecordRow } from "./problem.ts";
import { documentsOfDetails, EURES_SYSTEM, readEures } from "./readEures.ts";
import type { Cell } from "./readSheet.ts";
import { readSheet } from "./readSheet.ts";
import { reportToCells } from "./reportToCells.ts";

export const MAX_FILE_BYTES = 5 * 1024 * 1024;

export type RecordFile =
  | {
      readonly holds: "postings";
      readonly rows: readonly RecordRow[];
      readonly headings?: readonly Heading[];
      /** Where the file itself says where its postings come from. */
      readonly system?: string;
      /** Ids of that system which are over. */
      readonly over?: readonly string[];
    }
  | { readonly holds: "offices"; readonly networks: readonly RecordRow[]; readonly offices: readonly RecordRow[] };

/** @param name the file's name, whose ending says what it is. @throws Refusal importUnreadable or tooLarge [I1] */
export async function readRecords(
  bytes: Uint8Array,
  name: string,
  projectRoot: string,
  columns: Columns = {},
): Promise<RecordFile> {
  if (bytes.length > MAX_FILE_BYTES) throw new Refusal("tooLarge", { limit: "5 MB" });
  if (bytes.length === 0) throw new Refusal("importUnreadable", { why: ["empty"] });
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (ending === "json") return readJson(bytes);
  if (ending === "xml") return fromEures([readText(bytes)]);
  if (ending === "pdf") return fromCells(await reportIn(bytes, projectRoot), columns);
  if (ending !== "csv" && ending !== "xlsx" && ending !== "txt")
    throw new Refusal("importUnreadable", { why: [ending === "xls" ? "oldExcel" : "otherFormat"] });
  const report = ending === "xlsx" ? null : reportToCells(asSheet(bytes));
  const cells = report ?? (await readSheet(bytes, ending === "xlsx" ? "xlsx" : "csv", projectRoot));
  return fromCells(cells, columns);
}

function fromCells(cells: readonly (readonly Cell[])[], columns: Columns): RecordFile {
  const { rows, headings } = cellsToRecords(cells, columns);
  const file = fromRows(rows);
  return file.holds === "postings" ? { ...file, headings } : file;
}

/** A text without the separators of a sheet in its first line may be a report; a sheet is not looked at twice. */
function asSheet(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-8").decode(bytes);
  const first =
    text
      .slice(0, 2000)
      .split(/\r?\n/)
      .find((line) => line.trim() !== "") ?? "";
  return /[;\t]|,.*,/.test(first) ? "" : text;
}

async function reportIn(bytes: Uint8Array, projectRoot: string): Promise<Cell[][]> {
  const text = await pdfText(bytes, projectRoot);
  if (text === null) throw new Refusal("importUnreadable", { problem: "noPdfReader" });
  if (text.trim() === "") throw new Refusal("importUnreadable", { problem: "scannedPdf" });
  const cells = reportToCells(text);
  if (cells === null) throw new Refusal("importUnreadable", { problem: "noReport" });
  return cells;
}

function readJson(bytes: Uint8Array): RecordFile {
  const text = readText(bytes);
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    throw new Refusal("importUnreadable", { why: ["jsonSyntax"] });
  }
  if (Array.isArray(value)) return fromRows(value.map((one: unknown, index) => ({ row: index + 1, value: one })));
  if (isRecord(value) && Array.isArray(value.offices)) {
    const networks = Array.isArray(value.networks) ? value.networks : [];
    const rows = (list: readonly unknown[]): RecordRow[] => list.map((one, index) => ({ row: index + 1, value: one }));
    return { holds: "offices", networks: rows(networks), offices: rows(value.offices) };
  }
  const documents = isRecord(value) ? documentsOfDetails(value) : null;
  if (documents !== null) return fromEures(documents);
  throw new Refusal("importUnreadable", { why: ["jsonShape"] });
}

function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("importUnreadable", { why: ["notText"] });
  }
}

const fromEures = (documents: readonly string[]): RecordFile => ({
  holds: "postings",
  system: EURES_SYSTEM,
  ...readEures(documents),
});

/** A record with a title is a posting; a list in which none has one, but all have a municipality of their own, is one of offices. */
function fromRows(rows: readonly RecordRow[]): RecordFile {
  if (rows.length === 0) throw new Refusal("importUnreadable", { why: ["empty"] });
  const all = (test: (value: Record<string, unknown>) => boolean) =>
    rows.every(({ value }) => isRecord(value) && test(value));
  if (all((value) => !("title" in value) && "municipality" in value))
    return { holds: "offices", networks: [], offices: rows };
  return { holds: "postings", rows };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
