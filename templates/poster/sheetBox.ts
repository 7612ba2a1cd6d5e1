// The boxes a one-language sheet is laid out in, in millimetres before enlarging: A4, and the smaller box that large print is enlarged from.
// A3 is an A4 enlarged, so it needs no box of its own. The arithmetic twin of poster.css; used by sheetHeight.

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
}

export const A4_BOX: SheetBox = { width: 190, height: 277, band: 16, label: 40, value: 146, paragraph: 165, way: 130, qr: 50 };

/** Enlarged 1.4 times it is an A4: 150 × 212.1 mm with 7.2 mm margins. */
export const LARGE_BOX: SheetBox = { width: 135.6, height: 197.7, band: 13, label: 30, value: 101.6, paragraph: 135.6, way: 90, qr: 38 };
