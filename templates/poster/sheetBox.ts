// The boxes a one-language sheet is laid out in, in millimetres before enlarging: A4, and the smaller box that large print is enlarged from.
// A3 is an A4 enlarged, so it needs no box of its own. The arithmetic twin of poster.css; used by sheetHeight.
import type { Level } from "./levels.ts";
import { LARGE_LEVELS, LEVELS } from "./levels.ts";

export interface SheetBox {
  /** Between the margins. */
  readonly width: number;
  readonly height: number;
  readonly band: number;
  readonly label: number;
  readonly value: number;
  readonly paragraph: number;
  readonly way: number;
  readonly qr: number;
  readonly gap: number;
  /** In points: the invitation to scan, and the address to type. */
  readonly invitation: number;
  readonly address: number;
  readonly levels: readonly Level[];
}

export const A4_BOX: SheetBox = {
  width: 190,
  height: 277,
  band: 16,
  label: 40,
  value: 146,
  paragraph: 165,
  way: 130,
  qr: 50,
  gap: 5,
  invitation: 18,
  address: 16,
  levels: LEVELS,
};

/** Enlarged 1.4 times it is an A4: 150 × 212.1 mm with 7.2 mm margins. */
export const LARGE_BOX: SheetBox = {
  width: 135.6,
  height: 197.7,
  band: 13,
  label: 30,
  value: 101.6,
  paragraph: 135.6,
  way: 94,
  qr: 34,
  gap: 2.4,
  invitation: 14,
  address: 13,
  levels: LARGE_LEVELS,
};
