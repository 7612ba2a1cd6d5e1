// How large a display's letters are beyond the usual card, from its profile and its glass. Called by Screen and showOffice.
import type { DisplayProfile } from "../server/domain/display.ts";
import { largeType } from "../server/domain/glass.ts";
import { cardScale } from "../templates/parts/cardScale.ts";
import type { LargeRoom } from "../templates/parts/fitLarge.ts";
import type { Viewport } from "./followViewport.ts";

export interface Large {
  /** CSS pixels. */
  readonly type: number;
  readonly room: LargeRoom;
}

/** A glass holds at least so many em, or nothing could be said on it: the desk tells from how far such a one is read. */
const LEAST_LONG = 11;
const LEAST_SHORT = 6.5;

export function largeOf(
  { size, diagonal, distance }: Pick<DisplayProfile, "size" | "diagonal" | "distance">,
  viewport: Pick<Viewport, "room" | "size">,
): Large {
  const { width, height } = viewport.room();
  const twice = 2 * cardScale(width, height).base;
  const glass = { ...viewport.size.value, diagonal };
  const wanted = size !== "large" ? twice : Math.max(twice, largeType(glass, distance));
  const most = Math.min(Math.max(width, height) / LEAST_LONG, Math.min(width, height) / LEAST_SHORT);
  const type = Math.floor(Math.min(wanted, most) * 100) / 100;
  return { type, room: { across: width / type, down: height / type } };
}
