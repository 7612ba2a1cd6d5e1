// How large each surface is drawn before it is scaled down, and what becomes of what is longer. Called by the previews.
import type { PreviewBody } from "../../server/domain/httpContract.ts";

type Surface = PreviewBody["surface"];

/** As wide and high as the real thing, in CSS pixels: a full-HD screen, a phone, A4 at 96 dpi. */
export const SIZES: Readonly<Record<Surface, readonly [number, number]>> = {
  card: [1920, 1080],
  page: [390, 844],
  poster: [794, 1123],
};
export const LONG: Readonly<Record<Surface, "cut" | "scroll" | "show">> = {
  card: "cut",
  page: "scroll",
  poster: "show",
};
export const SURFACES: readonly Surface[] = ["card", "page", "poster"];
