// The seven sections of a board. A posting hangs in exactly one; on displays and paper sections never mix.
// Used by every room.

export const SECTIONS = ["vacancy", "eures", "targeted", "selection", "training", "event", "notice"] as const;

/** Where on a board a posting hangs. `targeted` is collocamento mirato, L. 68/99. */
export type Section = (typeof SECTIONS)[number];

/** Whether one may apply to it; the text of an event or a notice is itself the matter. */
export function isOffer(section: Section): boolean {
  return section !== "event" && section !== "notice";
}

/** The shape that tells a section without colour (LOOK.md). */
export type Shape = "disc" | "diamond" | "square" | "triangle" | "chevron" | "ring" | "bar";

export const SHAPE_OF: Readonly<Record<Section, Shape>> = {
  vacancy: "disc",
  eures: "diamond",
  targeted: "square",
  selection: "triangle",
  training: "chevron",
  event: "ring",
  notice: "bar",
};
