// The size of a card from the room it is given: one number, `--base`, and how the screen hangs. All of card.css is in multiples of it.
// Called by the display (viewport), the desk's preview (frame) and the contact sheet.

export type CardLayout = "landscape" | "portrait";

export interface CardScale {
  /** CSS pixels; 27 on 1920 × 1080, so that the smallest text of a card is over 24 and facts stand at 82. */
  readonly base: number;
  readonly layout: CardLayout;
}

/** Base units of the shorter and of the longer side of the drawing. */
export const SHORT_SIDE = 40;
export const LONG_SIDE = SHORT_SIDE * (16 / 9);

/** @param width room in CSS pixels @param height likewise. An odd format gets wider margins, never cut words. */
export function cardScale(width: number, height: number): CardScale {
  const layout = height > width ? "portrait" : "landscape";
  const [across, down] = layout === "landscape" ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  return { base: Math.floor(Math.min(width / across, height / down) * 100) / 100, layout };
}
