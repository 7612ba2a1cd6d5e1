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

/** Letters a text may keep when all else is gone; fewer and fewer. */
const KEPT = [240, 160, 100, 60] as const;

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
  if (text.check !== null) return { ...text, check: null };
  if (text.paragraphs.length > 0) return { ...text, paragraphs: text.paragraphs.slice(0, -1) };
  if (text.laws.length > 0 && text.laws !== text.lawNames) return { ...text, laws: text.lawNames };
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

/** The last resort, for texts nobody would hang: the longest blocks are cut at a word, then cut again. */
function wordsCut(text: SheetText): SheetText | null {
  for (const limit of KEPT) {
    const isLong = (line: { readonly text: string }) => line.text.length > limit;
    const shorten = <T extends { readonly text: string }>(line: T): T =>
      isLong(line) ? { ...line, text: cut(line.text, limit) } : line;
    if (isLong(text.title)) return { ...text, title: shorten(text.title) };
    const row = text.rows.find(({ lines }) => lines.some(isLong));
    if (row)
      return { ...text, rows: text.rows.map((one) => (one === row ? { ...one, lines: one.lines.map(shorten) } : one)) };
    const way = text.apply.find(({ line }) => isLong(line));
    if (way)
      return { ...text, apply: text.apply.map((one) => (one === way ? { ...one, line: shorten(one.line) } : one)) };
    if (text.reserved.some(isFreeText)) return { ...text, reserved: text.reserved.map(cutFreeText) };
  }
  if (text.apply.length > 1) return { ...text, apply: text.apply.slice(0, -1) };
  if (text.reserved.some(wasCut)) return { ...text, reserved: text.reserved.filter((line) => !wasCut(line)) };
  if (text.laws.length > 0) return { ...text, laws: [] };
  const spare = text.rows.find(({ id, stated }) => !stated || id === "contract");
  return spare === undefined ? null : { ...text, rows: text.rows.filter((row) => row !== spare) };
}

/** Longer than any sentence of the law: those are never cut. */
const LAW = 200;

/** Only what someone wrote is ever cut, so only that can go. */
export const wasCut = (line: { readonly text: string }): boolean => line.text.endsWith(ELLIPSIS);

const isFreeText = (line: { readonly text: string }): boolean => line.text.length > LAW;

/** A line about whom a place is reserved to, shortened only where someone wrote it. */
export function cutFreeText<T extends { readonly text: string }>(line: T): T {
  return isFreeText(line) ? { ...line, text: cut(line.text, LAW) } : line;
}

/** At a word, ended by "…". */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 2);
  const whole = kept.slice(0, Math.max(kept.lastIndexOf(" "), limit / 2));
  // Nothing follows a dot or dash any more.
  return `${whole.replace(/[\s·–/,;:]+$/u, "")} ${ELLIPSIS}`;
}
