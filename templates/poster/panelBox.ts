// The boxes a panel is laid out in, in millimetres: half a sheet, a quarter, a leaflet, the poster above tear-off strips.
// The arithmetic twin of panel.css; used by fitPanel and Panel.
import type { PanelLevel } from "./panelLevels.ts";
import { HANGING, IN_HAND } from "./panelLevels.ts";

export interface PanelBox {
  readonly name: "half" | "quarter" | "leaflet" | "top";
  readonly width: number;
  readonly height: number;
  /** Of the two lines with section and language. */
  readonly head: number;
  readonly gap: number;
  readonly label: number;
  /** Between a label and its value. */
  readonly gutter: number;
  /** Side of the code with its margin, 0 where the page has one for all. */
  readonly qr: number;
  /** The code stands beside the facts, or below them beside the way to apply. */
  readonly beside: boolean;
  readonly facts: number;
  readonly titleLines: number;
  readonly levels: readonly PanelLevel[];
}

export const HALF: PanelBox = {
  name: "half",
  width: 190,
  height: 134.5,
  head: 9,
  gap: 3,
  label: 26,
  gutter: 3,
  qr: 46,
  beside: true,
  facts: 8,
  titleLines: 3,
  levels: HANGING,
};
export const QUARTER: PanelBox = {
  name: "quarter",
  width: 92,
  height: 111,
  head: 12,
  gap: 3,
  label: 24.5,
  gutter: 2,
  qr: 0,
  beside: false,
  facts: 6,
  titleLines: 4,
  levels: HANGING,
};
export const LEAFLET: PanelBox = {
  name: "leaflet",
  width: 85,
  height: 128,
  head: 10,
  gap: 2,
  label: 20,
  gutter: 2,
  qr: 26,
  beside: false,
  facts: 8,
  titleLines: 4,
  levels: IN_HAND,
};
export const TOP: PanelBox = {
  name: "top",
  width: 190,
  height: 190,
  head: 9,
  gap: 4,
  label: 36,
  gutter: 4,
  qr: 46,
  beside: false,
  facts: 9,
  titleLines: 3,
  levels: HANGING,
};
