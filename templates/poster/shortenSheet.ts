// Leaves out of a sheet what is missed least, piece by piece, until the rest fits. Where, until when, for how much, for whom and how
// to apply never go; the page behind the code has everything. Called by fitSheet for postings no type size can hold.
import type { FactId } from "../parts/fact.ts";
import type { SheetRow } from "./sheetRow.ts";
import type { SheetText } from "./sheetText.ts";

/** The order in which facts give way. */
const GIVES_WAY: readonly FactId[] = [
  "sector",
  "reference",
  "agreement",
  "wishes",
  "amendments",
  "benefits",
  "course",
  "call",
  "requirements",
  "languages",
  "licences",
  "experience",
  "education",
  "starts",
  "venue",
  "employer",
  "hours",
  "positions",
];

const ELLIPSIS = "…";

/** Letters a text may keep when all else is gone. */
const KEPT = 240;

export function shortenSheet(text: SheetText, fits: (text: SheetText) => boolean): SheetText {
  let shorter = text;
  while (!fits(shorter)) {
    const next = without(shorter);
    if (next === null) break;
    shorter = next;
  }
  return shorter;
}

function without(text: SheetText): SheetText | null {
  if (text.paragraphs.length > 0) return { ...text, paragraphs: text.paragraphs.slice(0, -1) };
  for (const id of GIVES_WAY) {
    const row = text.rows.find((one) => one.id === id);
    if (row) return { ...text, rows: text.rows.flatMap((one) => (one === row ? shorterRow(row) : [one])) };
  }
  if (text.apply.length > 3) return { ...text, apply: text.apply.slice(0, -1) };
  const manyLined = text.rows.find((row) => row.lines.length > 1);
  if (manyLined) {
    return {
      ...text,
      rows: text.rows.map((row) => (row === manyLined ? { ...row, lines: row.lines.slice(0, -1) } : row)),
    };
  }
  return wordsCut(text);
}

/** The row without its last line, which "…" then stands for; nothing where that was its only one. */
function shorterRow(row: SheetRow): SheetRow[] {
  const lines = row.lines.filter((line) => line.text !== ELLIPSIS).slice(0, -1);
  const last = lines.at(-1);
  return last === undefined ? [] : [{ ...row, lines: [...lines, { ...last, text: ELLIPSIS }] }];
}

/** The last resort, for texts nobody would hang: the longest block is cut at a word. */
function wordsCut(text: SheetText): SheetText | null {
  if (text.title.text.length > KEPT) return { ...text, title: { ...text.title, text: cut(text.title.text) } };
  const row = text.rows.find(({ lines }) => lines.some((line) => line.text.length > KEPT));
  if (row) {
    const lines = row.lines.map((line) => (line.text.length > KEPT ? { ...line, text: cut(line.text) } : line));
    return { ...text, rows: text.rows.map((one) => (one === row ? { ...one, lines } : one)) };
  }
  const way = text.apply.find(({ line }) => line.text.length > KEPT);
  if (way) {
    const line = { ...way.line, text: cut(way.line.text) };
    return { ...text, apply: text.apply.map((one) => (one === way ? { ...one, line } : one)) };
  }
  const reserved = text.reserved.find((line) => line.text.length > KEPT);
  if (reserved) {
    return {
      ...text,
      reserved: text.reserved.map((line) => (line === reserved ? { ...line, text: cut(line.text) } : line)),
    };
  }
  return null;
}

function cut(text: string): string {
  const kept = text.slice(0, KEPT - 2);
  return `${kept.slice(0, Math.max(kept.lastIndexOf(" "), KEPT / 2)).trimEnd()} …`;
}
