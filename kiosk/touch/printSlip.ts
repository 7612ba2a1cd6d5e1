// Sends what is meant for paper to the printer. A kiosk browser started with --kiosk-printing asks nothing. Called by VisitGlass.
import type { Slip } from "../../server/domain/display.ts";

const PAGE: Readonly<Record<Exclude<Slip, "none">, string>> = {
  a6: "@page { size: 105mm 148mm; margin: 8mm }",
  receipt: "@page { size: 80mm 210mm; margin: 4mm }",
};
let set: Slip = "none";

/** The paper's size, as a rule of our own style sheet: a content policy forbids new ones. */
export function preparePaper(slip: Slip, sheets: ArrayLike<CSSStyleSheet> = document.styleSheets): void {
  if (slip === "none" || slip === set) return;
  const sheet = sheets[sheets.length - 1];
  sheet?.insertRule(PAGE[slip], sheet.cssRules.length);
  set = slip;
}

export function printSlip(): void {
  window.print();
}
