// Finds the largest type in which a sheet's whole text stands on one A4, by arithmetic alone, so that every machine finds the same.
// Called by Poster. Where even the smallest is too large, shortenSheet leaves out the least important and says so.
import type { Level } from "./levels.ts";
import { LEVELS, READ_IN_PASSING } from "./levels.ts";
import { SHEET_HEIGHT, sheetHeight, titleOn } from "./sheetHeight.ts";
import { denseRow } from "./sheetRow.ts";
import type { SheetText } from "./sheetText.ts";
import { shortenSheet } from "./shortenSheet.ts";

export interface FittedSheet {
  readonly text: SheetText;
  /** Index in LEVELS, written on the sheet as data-fit. */
  readonly level: number;
}

/** Rounding of lines and rules never adds up to more points than this. */
const SLACK = 3;

/** While the small text is at least so large, lists keep a line for each item. */
const ROOMY_BODY = 15;

/** @param more what is said on a sheet from which something had to be left out */
export function fitSheet(text: SheetText, more: string): FittedSheet {
  const roomy = LEVELS.filter(({ body }) => body >= ROOMY_BODY);
  return (
    firstThatFits(text, roomy, { lines: 3, whole: true }) ??
    firstThatFits(dense(text), inPassing, { lines: 3, whole: true }) ??
    firstThatFits(text, roomy, { lines: 4, whole: false }) ??
    firstThatFits(dense(text), inPassing, { lines: 4, whole: false }) ??
    firstThatFits(dense(text), LEVELS, { lines: Number.POSITIVE_INFINITY, whole: false }) ?? {
      text: dense(shortenSheet({ ...text, more }, (shorter) => fits(dense(shorter), LEVELS.at(-1) as Level))),
      level: LEVELS.length - 1,
    }
  );
}

const dense = (text: SheetText): SheetText => ({ ...text, rows: text.rows.map(denseRow) });

const inPassing = LEVELS.filter(({ title }) => title >= READ_IN_PASSING);

/** `whole`: no word of the title broken. Its soft hyphens then go, so that no browser takes one. */
function firstThatFits(
  text: SheetText,
  levels: readonly Level[],
  title: { lines: number; whole: boolean },
): FittedSheet | null {
  for (const level of levels) {
    const { lines, broken } = titleOn(text, level);
    if (lines > title.lines || (title.whole && broken) || !fits(text, level)) continue;
    const shown = broken ? text : { ...text, title: { ...text.title, text: text.title.text.replaceAll("\u00ad", "") } };
    return { text: shown, level: LEVELS.indexOf(level) };
  }
  return null;
}

function fits(text: SheetText, level: Level): boolean {
  return sheetHeight(text, level) + SLACK <= SHEET_HEIGHT;
}
