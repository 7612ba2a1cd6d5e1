// Reads the QR codes back out of a finished PDF: from the strokes its pages are drawn with, not from what was meant to be drawn.
// A code that says something else, stands in another place, or is too small to be read never leaves the house. Called by the print service.
import jsqr from "jsqr";
import { pageContents } from "./pageContents.ts";

export interface DrawnCode {
  /** From 0. */
  readonly page: number;
  /** What a reader makes of it; null where it makes nothing of it. */
  readonly text: string | null;
  /** Side of one module, in millimetres. */
  readonly moduleMm: number;
}

const MM_PER_POINT = 25.4 / 72;
/** Pixels a module is drawn with for the reader. */
const PIXELS = 2;

// The package's types say `default`, its CommonJS build is the function itself.
const read = jsqr as unknown as typeof jsqr.default;

/** In the order of the pages and, on a page, of the drawing. @param pdf as finishPdf writes it. @throws if it is not */
export async function drawnCodes(pdf: Uint8Array): Promise<DrawnCode[]> {
  const known = new Map<string, string | null>();
  const codes: DrawnCode[] = [];
  let page = 0;
  for await (const content of pageContents(pdf)) {
    for (const { modules, side, scale } of symbolsIn(content)) {
      const drawn = modules.join();
      // Strips and leaflets repeat one code: the same strokes say the same.
      if (!known.has(drawn)) known.set(drawn, decode(modules, side));
      codes.push({ page, text: known.get(drawn) ?? null, moduleMm: scale * MM_PER_POINT });
    }
    page += 1;
    if (page % 4 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return codes;
}

interface DrawnSymbol {
  /** Dark strokes as first column, first row, columns, rows in turn. */
  readonly modules: readonly number[];
  /** Modules a side, margin included. */
  readonly side: number;
  /** Points a module. */
  readonly scale: number;
}

/** Strokes in black and nothing else, with the mark of what they mean perhaps between: on our sheets only a code is drawn so. */
const STROKES =
  /(?:^|\n)0 0 0 RG 0 0 0 rg\n(?:(?:\/\w+ gs|EMC|\/\w+ <<[^>]*>>\s*BDC)\n)*((?:[-\d.]+ [-\d.]+ [ml]\n)+)S/g;
/** Readers are owed this margin, in modules; our drawing begins beyond it. */
const QUIET_ZONE = 4;
/** A code of the first version has so many modules a side, each version four more. */
const SMALLEST = 21;
const OPERATOR = /(?:^|\n)(q|Q|(?:-?[\d.]+ ){6}cm)(?=\n|$)/g;

function* symbolsIn(content: string): Generator<DrawnSymbol> {
  let from = 0;
  const scales = [1];
  for (const found of content.matchAll(STROKES)) {
    // The enlargement in force where the code is drawn: every `cm` that encloses it.
    for (const [, operator = ""] of content.slice(from, found.index).matchAll(OPERATOR)) {
      if (operator === "q") scales.push(scales.at(-1) as number);
      else if (operator === "Q") scales.pop();
      else scales[scales.length - 1] = (scales.at(-1) as number) * Math.abs(Number(operator.split(" ", 1)[0]));
    }
    from = found.index;
    const modules = strokesOf(found[1] as string);
    const side = sideOf(modules);
    if (side !== null) yield { modules, side, scale: scales.at(-1) as number };
  }
}

function strokesOf(path: string): number[] {
  const strokes: number[] = [];
  let [fromX, fromY] = [0, 0];
  for (const step of path.trim().split("\n")) {
    const [x = 0, y = 0] = step.split(" ").map(Number);
    if (step.endsWith("m")) [fromX, fromY] = [x, y];
    // One module thick: the half beside it is not said in the path.
    else strokes.push(Math.floor(fromX), Math.floor(fromY), Math.max(1, x - fromX), Math.max(1, y - fromY));
  }
  return strokes;
}

/** With its margins; null where the strokes are no code's: it begins at the margin and is as wide as high, by one of the widths there are. */
function sideOf(strokes: readonly number[]): number | null {
  const from = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const to = [0, 0];
  strokes.forEach((start, at) => {
    const axis = at % 4;
    if (axis > 1) return;
    from[axis] = Math.min(from[axis] as number, start);
    to[axis] = Math.max(to[axis] as number, start + (strokes[at + 2] as number));
  });
  const width = (to[0] as number) - QUIET_ZONE;
  const isCode =
    from.every((one) => one === QUIET_ZONE) && to[0] === to[1] && width >= SMALLEST && (width - SMALLEST) % 4 === 0;
  return isCode ? width + 2 * QUIET_ZONE : null;
}

function decode(strokes: readonly number[], side: number): string | null {
  const width = side * PIXELS;
  const picture = new Uint32Array(width * width).fill(0xffffffff);
  for (let at = 0; at < strokes.length; at += 4) {
    const [column = 0, row = 0, columns = 0, rows = 0] = strokes.slice(at, at + 4);
    for (let y = row * PIXELS; y < (row + rows) * PIXELS; y += 1) {
      picture.fill(0xff000000, y * width + column * PIXELS, y * width + (column + columns) * PIXELS);
    }
  }
  return read(new Uint8ClampedArray(picture.buffer), width, width, { inversionAttempts: "dontInvert" })?.data ?? null;
}
