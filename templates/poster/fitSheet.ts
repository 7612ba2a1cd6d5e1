// Finds the largest type in which a sheet's whole text stands on one page, by arithmetic alone, so that every machine finds the same.
// Called by Poster. Where even the smallest is too large, shortenSheet leaves out the least important and says so.
import type { Level } from "./levels.ts";
import { READ_IN_PASSING } from "./levels.ts";
import type { SheetBox } from "./sheetBox.ts";
import { roomOf, sheetHeight, titleOn } from "./sheetHeight.ts";
import { denseRow } from "./sheetRow.ts";
import type { SheetText } from "./sheetText.ts";
import { shortenSheet } from "./shortenSheet.ts";

export interface FittedSheet {
  readonly text: SheetText;
  /** Index in the levels of its box, written on the sheet as data-fit. */
  readonly level: number;
}

/** Rounding of lines and rules never adds up to more points than this. */
const SLACK = 3;

/** While the small text is at least so large, lists keep a line for each item. */
const ROOMY_BODY = 15;

/** @param more what is said on a sheet from which something had to be left out */
export function fitSheet(text: SheetText, more: string, box: SheetBox): FittedSheet {
  const { levels } = box;
  const roomy = levels.filter(({ body }) => body >= ROOMY_BODY);
  return (
    firstThatFits(box, text, roomy, { lines: 3, whole: true }) ??
    firstThatFits(box, dense(text), inPassing(levels), { lines: 3, whole: true }) ??
    firstThatFits(box, text, roomy, { lines: 4, whole: false }) ??
    firstThatFits(box, dense(text), inPassing(levels), { lines: 4, whole: false }) ??
    firstThatFits(box, dense(text), levels, { lines: Number.POSITIVE_INFINITY, whole: false }) ?? {
      text: dense(shortenSheet({ ...text, more }, (shorter) => fits(box, dense(shorter), levels.at(-1) as Level))),
      level: levels.length - 1,
    }
  );
}

const dense = (text: SheetText): SheetText => ({ ...text, rows: text.rows.map(denseRow) });

const inPassing = (levels: readonly Level[]) => levels.filter(({ title }) => title >= READ_IN_PASSING);

/** `whole`: no word of the title broken. Its soft hyphens then go, so that no browser takes one. */
function firstThatFits(
  box: SheetBox,
  text: SheetText,
  levels: readonly Level[],
  title: { lines: number; whole: boolean },
): FittedSheet | null {
  for (const level of levels) {
    const { lines, broken } = titleOn(text, level, box);
    if (lines > title.lines || (title.whole && broken) || !fits(box, text, level)) continue;
    const shown = broken ? text : { ...text, title: { ...text.title, text: text.title.text.replaceAll("\u00ad", "") } };
    return { text: shown, level: box.levels.indexOf(level) };
  }
  return null;
}

function fits(box: SheetBox, text: SheetText, level: Level): boolean {
  return sheetHeight(text, level, box) + SLACK <= roomOf(box);
}
