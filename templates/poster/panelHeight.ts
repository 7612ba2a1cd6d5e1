// How high a panel's text stands at a level, in points: the arithmetic twin of panel.css. Change both or neither; tests/templates lays
// real panels out in a browser to prove it. Called by fitPanel.
import type { Weight } from "../parts/textWidth.ts";
import type { PanelBox } from "./panelBox.ts";
import type { PanelLevel } from "./panelLevels.ts";
import type { SheetRow } from "./sheetRow.ts";
import { rowMark } from "./sheetRow.ts";
import type { SheetText } from "./sheetText.ts";
import type { Wrapped } from "./wrapText.ts";
import { wrapText } from "./wrapText.ts";

const MM = 72 / 25.4;
const RULE = 0.75;
const TIGHT = 1.1;
const CLOSE = 1.2;
const RESERVED_PADDING = 3;
const RESERVED_INSET = 4 * MM;
const FOOT_PADDING = 3;
const WAY_GAP = 4 * MM;
const WARNING = 8;

export function panelHeight(text: SheetText, level: PanelLevel, box: PanelBox): number {
  const gap = box.gap * MM;
  const column = box.beside ? (box.width - box.qr) * MM - WAY_GAP : box.width * MM;
  const facts = factsHeight(text, level, box, column);
  const way = box.qr === 0 ? 0 : wayHeight(text, level, (box.width - box.qr) * MM - WAY_GAP) + gap;
  const body = box.beside
    ? Math.max(facts + way, box.qr * MM)
    : facts + Math.max(way, box.qr === 0 ? 0 : box.qr * MM + gap);
  const reserved = reservedHeight(text, level, box);
  return (
    box.head * MM +
    gap +
    panelTitle(text, level, box).lines * level.title * TIGHT +
    mark(text.titleMark, level) +
    reserved +
    gap +
    body +
    gap +
    footHeight(text, level, box)
  );
}

export function panelTitle(text: SheetText, level: PanelLevel, box: PanelBox): Wrapped {
  return wrapText(text.title.text, 700, level.title, box.width * MM);
}

/** Whether the address to type stands on one line. */
export function addressStands(text: SheetText, level: PanelLevel, box: PanelBox): boolean {
  return box.qr === 0 || wrapText(text.spoken, 600, level.label, (box.width - box.qr) * MM - WAY_GAP).lines === 1;
}

function reservedHeight({ reserved, reservedMark }: SheetText, level: PanelLevel, box: PanelBox): number {
  if (reserved.length === 0) return 0;
  const lines = sum(reserved, (line) => block(line.text, 600, level.label, CLOSE, box.width * MM - RESERVED_INSET));
  return box.gap * MM + 2 * RESERVED_PADDING + lines + mark(reservedMark, level);
}

function factsHeight(text: SheetText, level: PanelLevel, box: PanelBox, column: number): number {
  const value = column - (box.label + box.gutter) * MM;
  const rows = sum(text.rows, (row) => rowHeight(row, level, box, value));
  const size = text.rows.length === 0 ? level.fact : level.label;
  const paragraphs = sum(text.paragraphs, (line) => block(line.text, 400, size, CLOSE, column));
  const told = text.paragraphs.length === 0 ? 0 : box.gap * MM + paragraphs + mark(text.paragraphsMark, level);
  return (text.rows.length === 0 ? 0 : RULE + rows) + told;
}

function rowHeight(row: SheetRow, level: PanelLevel, box: PanelBox, width: number): number {
  const value = sum(row.lines, ({ text, size }) =>
    size === "fact" ? block(text, 600, level.fact, CLOSE, width) : block(text, 400, level.label, CLOSE, width),
  );
  const label = block(row.label, 400, level.small, CLOSE, box.label * MM);
  return Math.max(value + mark(rowMark(row), level), label + (level.fact - level.small)) + 2 * level.row + RULE;
}

function wayHeight(text: SheetText, level: PanelLevel, width: number): number {
  const ways = sum(
    text.apply,
    ({ line, mark: said }) => block(line.text, 600, level.label, CLOSE, width) + mark(said, level),
  );
  const heading = text.apply.length === 0 ? 0 : level.label * CLOSE;
  const lead =
    block(text.invitation, 700, level.label, CLOSE, width) + block(text.spoken, 600, level.label, CLOSE, width);
  const warning = text.warning === null ? 0 : WARNING + block(text.warning, 600, level.small, CLOSE, width - WARNING);
  return heading + ways + level.label / 2 + lead + warning;
}

function footHeight({ laws, foot }: SheetText, level: PanelLevel, box: PanelBox): number {
  return FOOT_PADDING + RULE + sum([...laws, ...foot], (line) => block(line, 400, level.small, CLOSE, box.width * MM));
}

const mark = (said: string | null, { small }: PanelLevel): number => (said === null ? 0 : small * CLOSE);

function block(text: string, weight: Weight, size: number, leading: number, width: number): number {
  return wrapText(text, weight, size, width).lines * size * leading;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
