// Writes records as JSON, CSV (semicolons and a byte order mark, as Italian Excel wants it) or XLSX. Called by exportRecords.
// [I10] No cell of a sheet begins like a formula: = + - @, tabulator and carriage return get an apostrophe before them.

export const EXPORT_FORMATS = ["json", "csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

type Value = string | number | boolean | null;

export async function writeRecords(
  records: readonly Readonly<Record<string, unknown>>[],
  format: ExportFormat,
  first: readonly string[] = ["id", "kind", "title"],
): Promise<Uint8Array> {
  if (format === "json") return new TextEncoder().encode(`${JSON.stringify(records, null, 1)}\n`);
  const rows = toRows(records, first);
  if (format === "csv")
    return new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(quoted).join(";")).join("\r\n")}\r\n`);
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  // A sheet without a single posting still has its heading.
  return await writeXlsxFile(rows.map((row) => row.map(typed))).toBuffer();
}

function toRows(records: readonly Readonly<Record<string, unknown>>[], first: readonly string[]): Value[][] {
  const flat = records.map((record) => new Map(flatten(record)));
  const columns = [...new Set([...first, ...flat.flatMap((cells) => [...cells.keys()])])];
  return [columns, ...flat.map((cells) => columns.map((column) => cells.get(column) ?? null))];
}

/** Groups become columns such as place.municipality; lists of texts are parted by "|", lists of groups written as JSON. */
function flatten(record: Readonly<Record<string, unknown>>, before = ""): [string, Value][] {
  return Object.entries(record).flatMap(([key, value]): [string, Value][] => {
    if (Array.isArray(value)) return [[before + key, listed(value)]];
    if (typeof value === "object" && value !== null)
      return flatten(value as Record<string, unknown>, `${before}${key}.`);
    return [[before + key, typeof value === "string" ? neutral(value) : (value as Value)]];
  });
}

function listed(items: readonly unknown[]): string {
  const plain = items.every((item) => typeof item === "string" && !/[|\n]|^[[{]/.test(item));
  return neutral(plain ? items.join("|") : JSON.stringify(items));
}

/** [I10] */
function neutral(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(value: Value): string {
  const text = String(value ?? "");
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function typed(value: Value) {
  if (typeof value === "number") return { type: Number, value };
  if (typeof value === "boolean") return { type: Boolean, value };
  return value === null || value === "" ? null : { type: String, value };
}
