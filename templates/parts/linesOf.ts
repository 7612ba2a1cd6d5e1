// A text as the lines it breaks into at a width in em, computed from the letters' widths. A word wider than the line is parted with a hyphen.
// Called by fitLarge, where every line must be known before anything is painted.
import type { Weight } from "./textWidth.ts";
import { textWidth } from "./textWidth.ts";

export function linesOf(text: string, weight: Weight, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.replace(/\u00ad/g, "").split(/[ \n\t]+/)) {
    for (const piece of parted(word, weight, width)) {
      const longer = line === "" ? piece : `${line} ${piece}`;
      if (textWidth(longer, weight) <= width) line = longer;
      else {
        if (line !== "") lines.push(line);
        line = piece;
      }
      // A parted word goes on in the next line, never after a space.
      if (piece.endsWith("\u2010")) {
        lines.push(line.replace(/\u2010$/, "-"));
        line = "";
      }
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** Pieces that fit, each but the last ended by a mark where it was cut. */
function parted(word: string, weight: Weight, width: number): string[] {
  if (textWidth(word, weight) <= width) return [word];
  const own = /^(.{2,}?[-/])(.+)$/.exec(word);
  if (own !== null && textWidth(own[1] as string, weight) <= width)
    return [own[1] as string, ...parted(own[2] as string, weight, width)];
  let count = word.length - 1;
  while (count > 1 && textWidth(`${word.slice(0, count)}-`, weight) > width) count -= 1;
  return [`${word.slice(0, count)}\u2010`, ...parted(word.slice(count), weight, width)];
}
