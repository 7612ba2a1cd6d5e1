// How large things must be on a glass of so many inches: letters by the distance they are read from, targets by a finger.
// [G1] EN 301 549, 5.1.4: in the large mode a capital stands 12.2 mm high for each metre of distance. [G2] A target of a touch display is 20 mm, never
// under 44 px. [G3] A glass that was not measured counts as the usual one. Used by the display; the desk tells what it gives.

/** Height of a capital in Titillium Web, in em. */
const CAPITAL = 0.703;
const MILLIMETRES_A_METRE = 12.2;
const TARGET_MILLIMETRES = 20;
const LEAST_TARGET = 44;
const INCH = 25.4;

/** What hangs in most lobbies, read from three metres; what stands on most counters. [G3] */
const USUAL_WALL = { diagonal: 43, distance: 3 } as const;
const USUAL_TOUCH_DIAGONAL = 22;

export interface Glass {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Inches; null: not measured. */
  readonly diagonal: number | null;
}

function millimetresAPixel({ width, height, diagonal }: Glass, usual: number): number {
  return ((diagonal ?? usual) * INCH) / Math.hypot(width, height);
}

/** Size of type in CSS pixels whose capitals keep the large mode's height. [G1] @param distance metres, null: the usual */
export function largeType(glass: Glass, distance: number | null): number {
  const capital = MILLIMETRES_A_METRE * (distance ?? USUAL_WALL.distance);
  return capital / CAPITAL / millimetresAPixel(glass, USUAL_WALL.diagonal);
}

/** Metres from which type of a size is read in the large mode's sense. */
export function readFrom(glass: Glass, type: number): number {
  return (type * CAPITAL * millimetresAPixel(glass, USUAL_WALL.diagonal)) / MILLIMETRES_A_METRE;
}

/** Side of what a finger must hit, in CSS pixels. [G2] */
export function targetSide(glass: Glass): number {
  return Math.ceil(Math.max(LEAST_TARGET, TARGET_MILLIMETRES / millimetresAPixel(glass, USUAL_TOUCH_DIAGONAL)));
}
