// Finds the largest type in which a sheet's whole text stands on one A4, by arithmetic alone, so that every machine finds the same.
// Where even the smallest is too large it leaves out the least important and says so. Called by Poster; poster.css is its other half.
import type { Line } from "../parts/line.ts";
import type { Weight } from "../parts/textWidth.ts";
import type { Level } from "./levels.ts";
import { LEVELS, READ_IN_PASSING } from "./levels.ts";
import type { SheetText } from "./sheetText.ts";
import { wrapText } from "./wrapText.ts";

export interface FittedSheet {
  readonly text: SheetText;
  /** Index in LEVELS, written on the sheet as data-fit. */
  readonly level: number;
}

const MM = 72 / 25.4;

/** Measures poster.css shares, in points. */
const SHEET = {
  width: 190 * MM,
  height: 277 * MM,
  band: 16 * MM,
  gap: 5 * MM,
  label: 40 * MM,
  cellGap: 4 * MM,
  rowPadding: 6,
  rowLine: 0.75,
  paragraph: 165 * MM,
  way: 130 * MM,
  qr: 50 * MM,
  reservedPadding: 9,
  reservedInset: 5 * MM,
  small: 12,
} as const;

/** Rounding of lines and borders never adds up to more than this. */
const SLACK = 8;

const TITLE_LEADING = 1.1;
const FACT_LEADING = 1.2;
const BODY_LEADING = 1.35;
const SMALL_LEADING = 1.3;

/** Titillium Web: where the baseline lies in a line of leading 1.2, as a share of the type size. */
const BASELINE = 0.9725;

/** Type sizes that never change: what leads to the page. */
const INVITATION = 18;
const ADDRESS = 16;

const TITLE_LIMIT = 240;

export function fitSheet(text: SheetText): FittedSheet {
  const inPassing = LEVELS.filter((level) => level.title >= READ_IN_PASSING);
  const whole = inPassing.findIndex(
    (level) => fits(text, level) && !titleOn(text, level).broken && titleOn(text, level).lines <= 3,
  );
  if (whole >= 0) return { text, level: whole };
  const any = LEVELS.findIndex((level) => fits(text, level));
  if (any >= 0) return { text, level: any };
  const last = LEVELS.length - 1;
  const smallest = LEVELS[last] as Level;
  let shorter: SheetText = { ...text, shortened: true };
  while (!fits(shorter, smallest)) {
    const next = leaveOut(shorter);
    if (next === null) break;
    shorter = next;
  }
  return { text: shorter, level: last };
}

function fits(text: SheetText, level: Level): boolean {
  return heightOf(text, level) + SLACK <= SHEET.height;
}

/** Points the sheet takes at a level. */
function heightOf(text: SheetText, level: Level): number {
  return (
    SHEET.band +
    SHEET.gap +
    titleOn(text, level).lines * level.title * TITLE_LEADING +
    (text.titleMark === null ? 0 : level.label * SMALL_LEADING) +
    reservedHeight(text, level) +
    SHEET.gap +
    text.rows.reduce((sum: number, row) => sum + rowHeight(row, level), SHEET.rowLine) +
    paragraphsHeight(text, level) +
    SHEET.gap +
    Math.max(SHEET.qr, wayHeight(text, level)) +
    SHEET.gap +
    footHeight(text)
  );
}

const titleOn = (text: SheetText, level: Level) => wrapText(text.title.text, 700, level.title, SHEET.width);

const block = (text: string, weight: Weight, size: number, leading: number, width: number): number =>
  wrapText(text, weight, size, width).lines * size * leading;

const blocks = (lines: readonly Line[], weight: Weight, size: number, leading: number, width: number): number =>
  lines.reduce((sum: number, line) => sum + block(line.text, weight, size, leading, width), 0);

function reservedHeight({ reserved }: SheetText, { body }: Level): number {
  if (reserved.length === 0) return 0;
  return (
    SHEET.gap +
    2 * SHEET.reservedPadding +
    blocks(reserved, 600, body, BODY_LEADING, SHEET.width - 2 * SHEET.reservedInset)
  );
}

function rowHeight(row: SheetText["rows"][number], level: Level): number {
  const size = row.size === "fact" ? level.fact : level.body;
  const leading = row.size === "fact" ? FACT_LEADING : BODY_LEADING;
  const width = SHEET.width - SHEET.label - SHEET.cellGap;
  const value = blocks(row.lines, row.size === "fact" ? 600 : 400, size, leading, width);
  const shift = Math.max(0, (BASELINE + (leading - FACT_LEADING) / 2) * size - BASELINE * level.label);
  const label = shift + block(row.label, 400, level.label, FACT_LEADING, SHEET.label);
  return Math.max(value, label) + 2 * SHEET.rowPadding + SHEET.rowLine;
}

function paragraphsHeight({ paragraphs, textMark }: SheetText, { body, label }: Level): number {
  const mark = textMark === null ? 0 : label * SMALL_LEADING + 4;
  if (paragraphs.length === 0) return mark;
  return mark + SHEET.gap + blocks(paragraphs, 400, body, BODY_LEADING, SHEET.paragraph);
}

function wayHeight(text: SheetText, { body, label }: Level): number {
  const lines = text.apply.reduce(
    (sum: number, one) =>
      sum +
      (one.label === null ? 0 : block(one.label, 400, label, FACT_LEADING, SHEET.way)) +
      block(one.line.text, 600, body, BODY_LEADING, SHEET.way),
    0,
  );
  const more = text.shortened ? 2 * body * BODY_LEADING : 0;
  const heading = body * BODY_LEADING;
  const invitation =
    2 * INVITATION * FACT_LEADING + label * FACT_LEADING + block(text.spoken, 600, ADDRESS, FACT_LEADING, SHEET.way);
  return heading + lines + more + SHEET.rowPadding + invitation;
}

function footHeight({ foot }: SheetText): number {
  return (
    6 +
    SHEET.rowLine +
    foot.reduce((sum: number, line) => sum + block(line, 400, SHEET.small, SMALL_LEADING, SHEET.width), 0)
  );
}

/** The order in which facts give way, the least missed first. What the law demands, where, until when and how to apply never do. */
const GIVES_WAY: readonly string[] = [
  "sector",
  "reference",
  "agreement",
  "wishes",
  "amendments",
  "benefits",
  "course",
  "call",
  "licences",
  "languages",
  "starts",
  "experience",
  "education",
  "requirements",
  "venue",
  "employer",
  "hours",
  "positions",
];

/** The text without its least important part, or null where nothing may go. */
function leaveOut(text: SheetText): SheetText | null {
  if (text.paragraphs.length > 0) return { ...text, paragraphs: text.paragraphs.slice(0, -1) };
  const long = text.rows.find((row) => row.lines.length > 4);
  if (long)
    return { ...text, rows: text.rows.map((row) => (row === long ? { ...row, lines: row.lines.slice(0, -1) } : row)) };
  const going = GIVES_WAY.find((id) => text.rows.some((row) => row.id === id));
  if (going !== undefined) return { ...text, rows: text.rows.filter((row) => row.id !== going) };
  if (text.apply.length > 3) return { ...text, apply: text.apply.slice(0, -1) };
  const longest = text.rows.find((row) => row.lines.length > 1);
  if (longest)
    return {
      ...text,
      rows: text.rows.map((row) => (row === longest ? { ...row, lines: row.lines.slice(0, -1) } : row)),
    };
  if (text.title.text.length > TITLE_LIMIT)
    return { ...text, title: { ...text.title, text: cut(text.title.text, TITLE_LIMIT) } };
  const wordy = text.apply.findIndex(({ line }) => line.text.length > TITLE_LIMIT);
  if (wordy >= 0) {
    const apply = text.apply.map((one, index) =>
      index === wordy ? { ...one, line: { ...one.line, text: cut(one.line.text, TITLE_LIMIT) } } : one,
    );
    return { ...text, apply };
  }
  return null;
}

function cut(text: string, limit: number): string {
  const kept = text.slice(0, limit);
  return `${kept.slice(0, Math.max(kept.lastIndexOf(" "), limit / 2)).trimEnd()} …`;
}
