// Breaks a text into lines as a browser does: at spaces, after hyphens, at soft hyphens, before the @ of an address, and anywhere in a word wider than the column.
// Called by fitSheet; only counts, never changes the text.
import type { Weight } from "../parts/textWidth.ts";
import { textWidth } from "../parts/textWidth.ts";

export interface Wrapped {
  readonly lines: number;
  /** Whether a word stands broken, by a hyphen or for want of room. */
  readonly broken: boolean;
}

/** A soft hyphen, a place where an address may break, and after a hyphen between letters. */
const BREAKS = /\u00ad|\u200b|(?<=[\p{L}\d][-–])(?=\p{L})/u;

/** @param width of the column, in the unit of `size` */
export function wrapText(text: string, weight: Weight, size: number, width: number): Wrapped {
  const hyphen = textWidth("-", weight) * size;
  let lines = 1;
  let used = 0;
  let broken = false;
  const place = (piece: string, space: number, soft: boolean, more: boolean) => {
    const wide = textWidth(piece, weight) * size;
    // A piece that may be followed by a break needs room for the hyphen only if the break is taken.
    const needed = space + wide + (more ? hyphen : 0);
    if (used > 0 && used + needed > width) {
      lines += 1;
      used = 0;
      broken ||= soft;
    } else used += space;
    if (used + wide > width) {
      lines += Math.ceil((used + wide) / width) - 1;
      used = (used + wide) % width;
      broken = true;
    } else used += wide;
  };
  for (const word of text
    .replaceAll("\u2060", "")
    .split(/[ \n\t]+/)
    .filter((one) => one !== "")) {
    const pieces = word.split(BREAKS);
    const softs = softBreaks(word);
    pieces.forEach((piece, index) => {
      const space = index === 0 && used > 0 ? textWidth(" ", weight) * size : 0;
      place(piece, space, index > 0 && softs.has(index), softs.has(index + 1));
    });
  }
  return { lines, broken };
}

/** Which pieces of a word begin after a soft hyphen. */
function softBreaks(word: string): ReadonlySet<number> {
  const found = new Set<number>();
  let index = 0;
  for (const [mark] of word.matchAll(new RegExp(BREAKS, "gu"))) {
    index += 1;
    if (mark === "\u00ad") found.add(index);
  }
  return found;
}
