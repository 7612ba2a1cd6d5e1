// A large vocabulary file of which few records are asked for: held as the bytes of the file, a record found by its first cell and opened when it is
// asked for. Opened at the start, the occupations took a tenth of its time and twenty times their bytes. Called by occupationTables.ts.
import { readFileSync } from "node:fs";
import { cellsOf, columnsOf } from "./readTable.ts";

export interface SortedTable {
  readonly columns: readonly string[];
  /** The cells of the record whose first one this is. */
  find(first: string): readonly string[] | undefined;
  /** Every record, in the order of the file. */
  rows(): Iterable<readonly string[]>;
}

const LINE_END = 10;
const COMMENT = 35;

/** @throws Error when the file is missing, lacks a required column or is not sorted by the bytes of its first column. */
export function readSorted(file: string, required: readonly string[]): SortedTable {
  const bytes = readFileSync(file);
  const [head, ...starts] = linesIn(bytes);
  const endOf = (start: number) => {
    const end = bytes.indexOf(LINE_END, start);
    return end === -1 ? bytes.length : end;
  };
  const open = (start: number) => cellsOf(bytes.toString("utf8", start, endOf(start)));
  const records = Uint32Array.from(starts);
  // Tabs come before every character of a cell: whole lines are in the order of their first cells.
  const misplaced = records.findIndex((at, n) => n > 0 && bytes.compare(bytes, at, endOf(at), records[n - 1]) > 0);
  if (misplaced !== -1) throw new Error(`${file}: "${open(records[misplaced] as number)[0]}" is out of order`);
  return {
    columns: columnsOf(file, head === undefined ? "" : bytes.toString("utf8", head, endOf(head)), required),
    find(first) {
      const sought = Buffer.from(`${first}\t`);
      let low = 0;
      for (let high = records.length; low < high; ) {
        const middle = (low + high) >> 1;
        const at = records[middle] as number;
        if (bytes.compare(sought, 0, sought.length, at, Math.min(at + sought.length, bytes.length)) < 0)
          low = middle + 1;
        else high = middle;
      }
      const found = low < records.length ? open(records[low] as number) : undefined;
      return found?.[0] === first ? found : undefined;
    },
    *rows() {
      for (const at of records) yield open(at);
    },
  };
}

/** Where each line begins that is neither empty nor a comment. */
function linesIn(bytes: Buffer): number[] {
  const starts: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_END, at);
    if (bytes[at] !== LINE_END && bytes[at] !== COMMENT) starts.push(at);
    at = end === -1 ? bytes.length : end + 1;
  }
  return starts;
}
