// CSV for a translator with a spreadsheet: one line a segment. Called by exportTranslations and readExchange.
import { parse } from "csv-parse/sync";
import { Refusal } from "../domain/refusal.ts";
import { TRANSLATION_STATES } from "../domain/translation.ts";
import type { ExchangeFile, ExchangeUnit } from "./unit.ts";

const COLUMNS = ["id", "from", "to", "state", "source", "target", "about", "seal"] as const;

export function writeCsv({ from, to, units }: ExchangeFile): string {
  const rows = units.map(({ id, source, target, state, seal, notes }) => [
    id,
    from,
    to,
    state,
    source,
    target,
    notes.join(" · "),
    seal,
  ]);
  // A mark at the beginning, or Excel reads accents wrongly.
  return `\uFEFF${[[...COLUMNS], ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A spreadsheet takes what begins with = + - @ for a formula: a quote before it keeps it a text, and is taken away again. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export function readCsv(text: string): ExchangeFile[] {
  let rows: Record<string, string>[];
  try {
    const delimiter = (text.split("\n", 1)[0] ?? "").includes(";") ? ";" : ",";
    rows = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch (error) {
    throw Object.assign(new Refusal("exchangeUnreadable", { why: "csv" }), { cause: error });
  }
  if (!["id", "to", "source", "target"].every((name) => name in (rows[0] ?? {}))) {
    throw new Refusal("exchangeUnreadable", { why: "columns" });
  }
  const files = new Map<string, ExchangeUnit[]>();
  for (const row of rows) {
    const [from, to] = [plain(row.from), plain(row.to)];
    const state = TRANSLATION_STATES.find((one) => one === plain(row.state)) ?? "review";
    const unit = {
      id: plain(row.id),
      source: unquote(row.source),
      target: unquote(row.target).trim(),
      state,
      seal: plain(row.seal),
      notes: [],
    };
    files.set(`${from} ${to}`, [...(files.get(`${from} ${to}`) ?? []), unit]);
  }
  return [...files].map(([pair, units]) => {
    const [from = "", to = ""] = pair.split(" ");
    return { from, to, units };
  });
}

const plain = (text: string | undefined) => (text ?? "").trim();
const unquote = (text: string | undefined) => (text ?? "").replace(/^'(?=[=+\-@\t\r])/, "");
