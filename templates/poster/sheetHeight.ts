// How high a sheet's text stands at a level, in points: the arithmetic twin of poster.css. Change both or neither; tests/templates
// lays real sheets out in a browser to prove that the twin never promises too much. Called by fitSheet.
import type { Weight } from "../parts/textWidth.ts";
import type { Level } from "./levels.ts";
import type { SheetRow } from "./sheetRow.ts";
import { rowMark } from "./sheetRow.ts";
import type { SheetText } from "./sheetText.ts";
import type { Wrapped } from "./wrapText.ts";
import { wrapText } from "./wrapText.ts";

const MM = 72 / 25.4;

const WIDTH = 190 * MM;
const BAND = 16 * MM;
const GAP = 5 * MM;
const LABEL = 40 * MM;
const VALUE = 146 * MM;
const FOOT_PADDING = 6;
const RULE = 0.75;
const PARAGRAPH = 165 * MM;
const WAY = 130 * MM;
const QR = 50 * MM;
const RESERVED_PADDING = 9;
const RESERVED = WIDTH - 10 * MM;
const LABEL_GAP = 4;
const INVITATION = 18;
const ADDRESS = 16;
const SMALL = 12;

/** What a sheet has between its margins. */
export const SHEET_HEIGHT = 277 * MM;

const TIGHT = 1.1;
const CLOSE = 1.2;
const SMALL_LEADING = 1.3;
const BODY_LEADING = 1.35;

/** Titillium Web: where the baseline lies in a line of leading 1.2 and 1.35, as shares of the type size. */
const BASELINE_CLOSE = 0.9725;
const BASELINE_BODY = 1.0475;

export function sheetHeight(text: SheetText, level: Level): number {
  return (
    BAND +
    GAP +
    titleOn(text, level).lines * level.title * TIGHT +
    mark(text.titleMark, level) +
    reservedHeight(text, level) +
    GAP +
    RULE +
    sum(text.rows, (row) => rowHeight(row, level)) +
    paragraphsHeight(text, level) +
    GAP +
    Math.max(QR, wayHeight(text, level)) +
    GAP +
    footHeight(text)
  );
}

export function titleOn(text: SheetText, level: Level): Wrapped {
  return wrapText(text.title.text, 700, level.title, WIDTH);
}

function reservedHeight({ reserved, reservedMark }: SheetText, level: Level): number {
  if (reserved.length === 0) return 0;
  const lines = sum(reserved, (line) => block(line.text, 600, level.way, BODY_LEADING, RESERVED));
  return GAP + 2 * RESERVED_PADDING + lines + mark(reservedMark, level);
}

function rowHeight(row: SheetRow, level: Level): number {
  const value = sum(row.lines, ({ text, size }) =>
    size === "fact" ? block(text, 600, level.fact, CLOSE, VALUE) : block(text, 400, level.body, BODY_LEADING, VALUE),
  );
  const baseline = row.lines[0]?.size === "fact" ? BASELINE_CLOSE * level.fact : BASELINE_BODY * level.body;
  const label = baseline - BASELINE_CLOSE * level.label + block(row.label, 400, level.label, CLOSE, LABEL);
  return Math.max(value + mark(rowMark(row), level), label) + 2 * level.row + RULE;
}

function paragraphsHeight({ paragraphs, paragraphsMark }: SheetText, level: Level): number {
  if (paragraphs.length === 0) return 0;
  const lines = sum(paragraphs, (line) => block(line.text, 400, level.body, BODY_LEADING, PARAGRAPH));
  return GAP + lines + mark(paragraphsMark, level);
}

function wayHeight(text: SheetText, level: Level): number {
  const lines = sum(
    text.apply,
    (one) =>
      (one.label === null ? 0 : LABEL_GAP + block(one.label, 400, level.label, CLOSE, WAY)) +
      block(one.line.text, one.isChannel ? 600 : 400, level.way, BODY_LEADING, WAY) +
      mark(one.mark, level),
  );
  const more = text.more === null ? 0 : block(text.more, 400, level.way, BODY_LEADING, WAY);
  const lead = block(text.invitation, 700, INVITATION, CLOSE, WAY) + block(text.orType, 400, level.label, CLOSE, WAY);
  const warning = text.warning === null ? 0 : 12 + block(text.warning, 600, SMALL, SMALL_LEADING, WAY - 14);
  return level.way * BODY_LEADING + lines + more + GAP + lead + block(text.spoken, 600, ADDRESS, CLOSE, WAY) + warning;
}

function footHeight({ laws, foot }: SheetText): number {
  return FOOT_PADDING + RULE + sum([...laws, ...foot], (line) => block(line, 400, SMALL, SMALL_LEADING, WIDTH));
}

function mark(said: string | null, { label }: Level): number {
  return said === null ? 0 : label * SMALL_LEADING;
}

function block(text: string, weight: Weight, size: number, leading: number, width: number): number {
  return wrapText(text, weight, size, width).lines * size * leading;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
