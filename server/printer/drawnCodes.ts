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
  /** Dark runs as row, first column, length in turn. */
  readonly modules: readonly number[];
  /** Modules a side, margin included. */
  readonly side: number;
  /** Points a module. */
  readonly scale: number;
}

const NUMBER = "(-?[\\d.]+)";
/** A white square from the origin, then strokes in black: nothing else on our sheets is drawn so. */
const GROUND = new RegExp(
  `(?:^|\\n)0 0 ${NUMBER} ${NUMBER} re\\nf\\n0 0 0 RG 0 0 0 rg\\n(?:/\\w+ gs\\n)?((?:[-\\d.]+ [-\\d.]+ [ml]\\n)+)S`,
  "g",
);
const OPERATOR = /(?:^|\n)(q|Q|(?:-?[\d.]+ ){6}cm)(?=\n|$)/g;

function* symbolsIn(content: string): Generator<DrawnSymbol> {
  let from = 0;
  const scales = [1];
  for (const found of content.matchAll(GROUND)) {
    // The enlargement in force where the code is drawn: every `cm` that encloses it.
    for (const [, operator = ""] of content.slice(from, found.index).matchAll(OPERATOR)) {
      if (operator === "q") scales.push(scales.at(-1) as number);
      else if (operator === "Q") scales.pop();
      else scales[scales.length - 1] = (scales.at(-1) as number) * Math.abs(Number(operator.split(" ", 1)[0]));
    }
    from = found.index;
    const [, width, height, path = ""] = found;
    if (width === height) yield { modules: runsOf(path), side: Number(width), scale: scales.at(-1) as number };
  }
}

function runsOf(path: string): number[] {
  const runs: number[] = [];
  let start: readonly [number, number] = [0, 0];
  for (const step of path.trim().split("\n")) {
    const [x = 0, y = 0] = step.split(" ").map(Number);
    if (step.endsWith("m")) start = [x, y];
    else runs.push(Math.floor(y), start[0], x - start[0]);
  }
  return runs;
}

function decode(runs: readonly number[], side: number): string | null {
  const width = side * PIXELS;
  const picture = new Uint32Array(width * width).fill(0xffffffff);
  for (let at = 0; at < runs.length; at += 3) {
    const [row = 0, column = 0, length = 0] = runs.slice(at, at + 3);
    for (let y = row * PIXELS; y < (row + 1) * PIXELS; y += 1) {
      picture.fill(0xff000000, y * width + column * PIXELS, y * width + (column + length) * PIXELS);
    }
  }
  return read(new Uint8ClampedArray(picture.buffer), width, width, { inversionAttempts: "dontInvert" })?.data ?? null;
}
