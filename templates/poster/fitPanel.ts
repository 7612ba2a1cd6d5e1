// Finds the largest type in which a panel's text stands in its box; where the smallest is too large, leaves out facts from the least
// asked for up, then sentences, then cuts words. By arithmetic alone, like fitSheet. Called by the sheets of several panels.
import type { FactId } from "../parts/fact.ts";
import type { PanelBox } from "./panelBox.ts";
import { addressStands, panelHeight, panelTitle } from "./panelHeight.ts";
import { PANEL_LEVELS, type PanelLevel } from "./panelLevels.ts";
import { panelText, WEIGHTS } from "./panelText.ts";
import type { SheetText } from "./sheetText.ts";
import { cut, cutFreeText, wasCut } from "./shortenSheet.ts";

export interface FittedPanel {
  readonly text: SheetText;
  /** Index in PANEL_LEVELS, written on the panel as data-panel. */
  readonly level: number;
  /** Something was left out that another box would have shown. */
  readonly shortened: boolean;
}

const MM = 72 / 25.4;
const SLACK = 4;

/** What is never left out. */
const NEEDED: ReadonlySet<FactId> = new Set<FactId>(["where", "when", "until", "pay"]);

/** Letters a text may keep when nothing else helps. */
const KEPT = [200, 120, 70] as const;

/** Several panels of one page in one size: that of the one with most to say. */
export function fitPanels(wholes: readonly SheetText[], box: PanelBox): FittedPanel[] {
  const fitted = wholes.map((whole) => fitPanel(whole, box));
  const level = Math.max(...fitted.map((one) => one.level));
  const levels = PANEL_LEVELS.slice(level).filter((one) => box.levels.includes(one));
  return wholes.map((whole, at) =>
    fitted[at]?.level === level ? (fitted[at] as FittedPanel) : fitPanel(whole, { ...box, levels }),
  );
}

export function fitPanel(whole: SheetText, box: PanelBox): FittedPanel {
  const text = panelText(whole, box);
  const fitted = firstThatFits(text, box, true) ?? firstThatFits(text, box, false);
  if (fitted !== null) return { ...fitted, shortened: false };
  let shorter: SheetText | null = withoutRows(text, box);
  while (shorter !== null) {
    const now = firstThatFits(shorter, box, false);
    if (now !== null) return { ...now, shortened: true };
    shorter = without(shorter, box);
  }
  throw new RangeError(`nothing of this posting fits a ${box.name}`);
}

function firstThatFits(text: SheetText, box: PanelBox, whole: boolean): { text: SheetText; level: number } | null {
  for (const level of box.levels) {
    const { lines, broken } = panelTitle(text, level, box);
    if (lines > box.titleLines || (whole && broken) || !fits(text, level, box)) continue;
    // An address broken in two is typed wrong; in the smallest type there is no choice left.
    if (level !== box.levels.at(-1) && !addressStands(text, level, box)) continue;
    const shown = broken ? text : { ...text, title: { ...text.title, text: text.title.text.replaceAll("\u00ad", "") } };
    return { text: shown, level: PANEL_LEVELS.indexOf(level) };
  }
  return null;
}

const fits = (text: SheetText, level: PanelLevel, box: PanelBox) =>
  panelHeight(text, level, box) + SLACK <= box.height * MM;

/** What is needed, and of the rest in order of weight each that still finds room in the smallest type. */
function withoutRows(text: SheetText, box: PanelBox): SheetText {
  const smallest = box.levels.at(-1) as PanelLevel;
  let kept = text.rows.filter(({ id }) => NEEDED.has(id));
  for (const id of WEIGHTS) {
    const tried = text.rows.filter((row) => row.id === id || kept.includes(row));
    if (fits({ ...text, rows: tried }, smallest, box)) kept = tried;
  }
  return { ...text, rows: kept };
}

function without(text: SheetText, box: PanelBox): SheetText | null {
  if (text.paragraphs.length > 0) return { ...text, paragraphs: text.paragraphs.slice(0, -1) };
  if (text.apply.length > 1) return { ...text, apply: text.apply.slice(0, -1) };
  for (const limit of KEPT) {
    const isLong = (line: { readonly text: string }) => line.text.length > limit;
    const shorten = <T extends { readonly text: string }>(line: T): T =>
      isLong(line) ? { ...line, text: cut(line.text, limit) } : line;
    const cutRows = text.rows.some(({ lines }) => lines.some(isLong));
    if (cutRows) return { ...text, rows: text.rows.map((row) => ({ ...row, lines: row.lines.map(shorten) })) };
    if (text.apply.some(({ line }) => isLong(line)))
      return { ...text, apply: text.apply.map((one) => ({ ...one, line: shorten(one.line) })) };
    const reserved = text.reserved.map(cutFreeText);
    if (reserved.some((line, at) => line !== text.reserved[at])) return { ...text, reserved };
    if (isLong(text.title)) return { ...text, title: shorten(text.title) };
    // The line before the last is the law's, and on a page with a common foot the only one.
    const last = box.name === "quarter" ? "" : (text.foot.at(-1) ?? "");
    if (last.length > limit) return { ...text, foot: [...text.foot.slice(0, -1), cut(last, limit)] };
  }
  if (text.rows.length > 0) return { ...text, rows: text.rows.slice(0, -1) };
  if (text.apply.length > 0) return { ...text, apply: [] };
  if (text.reserved.some(wasCut)) return { ...text, reserved: text.reserved.filter((line) => !wasCut(line)) };
  return text.laws.length > 0 ? { ...text, laws: [] } : null;
}
