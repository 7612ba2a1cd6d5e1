// Reads one CSV or XLSX file from standard input and writes its cells as JSON to standard output. Plain JavaScript, run by readSheet.ts in a process
// of its own that may be killed: a hostile file takes this process down, never the server. Argument: csv or xlsx.
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { checkZip } from "./checkZip.mjs";

const MAX_ROWS = 20_001;
const MAX_COLUMNS = 200;

/** A refusal the reader of the file can act on; `why` is a key of the refusals' words. */
class Unreadable extends Error {
  constructor(why, line) {
    super(why);
    this.why = why;
    this.line = line;
  }
}

try {
  const bytes = await readInput();
  const cells = process.argv[2] === "xlsx" ? await readXlsx(bytes) : readCsv(bytes);
  if (cells.length > MAX_ROWS) throw new Unreadable("tooManyRows");
  if (cells.some((row) => row.length > MAX_COLUMNS)) throw new Unreadable("tooManyColumns");
  answer({ cells });
} catch (error) {
  answer({ why: error.why ?? "damaged", line: error.line ?? null });
}

async function readInput() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

function answer(value) {
  process.stdout.write(JSON.stringify(value));
}

function readCsv(bytes) {
  const text = decode(bytes);
  if (text.includes("\0")) throw new Unreadable("notText");
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
      to: MAX_ROWS + 1,
    });
  } catch (error) {
    if (error.code === "CSV_MAX_RECORD_SIZE") throw new Unreadable("rowTooLong", error.lines);
    throw new Unreadable("quotes", error.lines);
  }
}

/** UTF-8 where it is valid, else what Italian Excel writes by itself. */
function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The separator that the heading uses most; Italian Excel takes the semicolon. */
function delimiterOf(text) {
  const heading = text
    .slice(0, 20_000)
    .split(/\r?\n/, 1)[0]
    .replace(/"[^"]*"/g, "");
  const counts = [";", ",", "\t"].map((sign) => ({ sign, count: heading.split(sign).length }));
  return counts.sort((a, b) => b.count - a.count)[0].sign;
}

async function readXlsx(bytes) {
  const why = checkZip(bytes);
  if (why !== null) throw new Unreadable(why);
  const rows = await readSheet(bytes);
  return rows.map((row) => row.map(plain));
}

function plain(value) {
  if (!(value instanceof Date)) return value;
  // Sheets know no time zone: what the library gives as UTC is what stands in the cell.
  const [day, time] = value.toISOString().split("T");
  return time.startsWith("00:00") ? day : `${day} ${time.slice(0, 5)}`;
}
