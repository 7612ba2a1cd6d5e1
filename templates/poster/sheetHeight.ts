// How high a sheet's text stands at a level, in points: the arithmetic twin of poster.css. Change both or neither; tests/templates
// lays real sheets out in a browser to prove that the twin never promises too much. Called by fitSheet.
import type { Weight } from "../parts/textWidth.ts";
import type { Level } from "./levels.ts";
import type { SheetBox } from "./sheetBox.ts";
import type { SheetRow } from "./sheetRow.ts";
import { rowMark } from "./sheetRow.ts";
import type { SheetText } from "./sheetText.ts";
import { smallPrint } from "./sheetText.ts";
import type { Wrapped } from "./wrapText.ts";
import { wrapText } from "./wrapText.ts";

const MM = 72 / 25.4;

const FOOT_PADDING = 6;
const RULE = 0.75;
const RESERVED_PADDING = 9;
const RESERVED_INSET = 10;
const LABEL_GAP = 4;
const MARK_GAP = 3;
const SMALL = 12;

const TIGHT = 1.1;
const CLOSE = 1.2;
const SMALL_LEADING = 1.3;
const BODY_LEADING = 1.35;

/** Titillium Web: where the baseline lies in a line of leading 1.2 and 1.35, as shares of the type size. */
const BASELINE_CLOSE = 0.9725;
const BASELINE_BODY = 1.0475;

/** What a sheet has between its margins, in points. */
export function roomOf(box: SheetBox): number {
  return box.height * MM;
}

export function sheetHeight(text: SheetText, level: Level, box: SheetBox): number {
  return (
    box.band * MM +
    box.gap * MM +
    titleOn(text, level, box).lines * level.title * TIGHT +
    (text.titleMark === null ? 0 : MARK_GAP + mark(text.titleMark, level)) +
    reservedHeight(text, level, box) +
    box.gap * MM +
    RULE +
    sum(text.rows, (row) => rowHeight(row, level, box)) +
    paragraphsHeight(text, level, box) +
    box.gap * MM +
    Math.max(box.qr * MM, wayHeight(text, level, box)) +
    box.gap * MM +
    footHeight(text, box)
  );
}

export function titleOn(text: SheetText, level: Level, box: SheetBox): Wrapped {
  return wrapText(text.title.text, 700, level.title, box.width * MM);
}

function reservedHeight({ reserved, reservedMark }: SheetText, level: Level, box: SheetBox): number {
  if (reserved.length === 0) return 0;
  const lines = sum(reserved, (line) =>
    block(line.text, 600, level.way, BODY_LEADING, (box.width - RESERVED_INSET) * MM),
  );
  return box.gap * MM + 2 * RESERVED_PADDING + lines + mark(reservedMark, level);
}

function rowHeight(row: SheetRow, level: Level, box: SheetBox): number {
  const value = sum(row.lines, ({ text, size }) =>
    size === "fact"
      ? block(text, 600, level.fact, CLOSE, box.value * MM)
      : block(text, 400, level.body, BODY_LEADING, box.value * MM),
  );
  const baseline = row.lines[0]?.size === "fact" ? BASELINE_CLOSE * level.fact : BASELINE_BODY * level.body;
  const label = baseline - BASELINE_CLOSE * level.label + block(row.label, 400, level.label, CLOSE, box.label * MM);
  return Math.max(value + mark(rowMark(row), level), label) + 2 * level.row + RULE;
}

function paragraphsHeight({ rows, paragraphs, paragraphsMark }: SheetText, level: Level, box: SheetBox): number {
  if (paragraphs.length === 0) return 0;
  // Where nothing but sentences tells what it is about, they are read in passing like facts.
  const lines = sum(paragraphs, (line) =>
    rows.length === 0
      ? block(line.text, 400, level.fact, SMALL_LEADING, box.width * MM)
      : block(line.text, 400, level.body, BODY_LEADING, box.paragraph * MM),
  );
  return box.gap * MM + lines + mark(paragraphsMark, level);
}

function wayHeight(text: SheetText, level: Level, box: SheetBox): number {
  const way = box.way * MM;
  const lines = sum(
    text.apply,
    (one) =>
      (one.label === null ? 0 : LABEL_GAP + block(one.label, 400, level.label, CLOSE, way)) +
      block(one.line.text, one.isChannel ? 600 : 400, level.way, BODY_LEADING, way) +
      mark(one.mark, level),
  );
  const more = text.more === null ? 0 : block(text.more, 400, level.way, BODY_LEADING, way);
  const lead =
    block(text.invitation, 700, box.invitation, CLOSE, way) + block(text.orType, 400, level.label, CLOSE, way);
  const warning = text.warning === null ? 0 : 12 + block(text.warning, 600, SMALL, SMALL_LEADING, way - 14);
  return (
    level.way * BODY_LEADING +
    lines +
    more +
    box.gap * MM +
    lead +
    block(text.spoken, 600, box.address, CLOSE, way) +
    warning
  );
}

function footHeight(text: SheetText, box: SheetBox): number {
  const lines = sum(smallPrint(text), (line) => block(line, 400, SMALL, SMALL_LEADING, box.width * MM));
  return FOOT_PADDING + RULE + lines;
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
