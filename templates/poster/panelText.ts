// What a panel says: of a sheet's text the facts most asked for, the ways to apply that are numbers or addresses, and what the law demands.
// Called by fitPanel's callers. Whom a place is reserved to, and equal treatment, never go.
import type { FactId } from "../parts/fact.ts";
import type { PanelBox } from "./panelBox.ts";
import { denseRow } from "./sheetRow.ts";
import type { SheetText } from "./sheetText.ts";

/** In order of weight; shown in the order of the page. */
export const WEIGHTS: readonly FactId[] = [
  "where",
  "when",
  "until",
  "pay",
  "contract",
  "hours",
  "venue",
  "opens",
  "positions",
  "call",
  "languages",
  "education",
  "starts",
  "course",
  "experience",
  "licences",
  "requirements",
  "employer",
  "reference",
];

/** A text of few facts (a notice, an event) is told by its sentences. */
const FEW_FACTS = 3;

export function panelText(text: SheetText, box: PanelBox): SheetText {
  const chosen = WEIGHTS.filter((id) => text.rows.some((row) => row.id === id)).slice(0, box.facts);
  const rows = text.rows.filter(({ id }) => chosen.includes(id)).map(denseRow);
  const tells = rows.length < FEW_FACTS;
  return {
    ...text,
    rows,
    paragraphs: tells ? text.paragraphs : [],
    paragraphsMark: tells ? text.paragraphsMark : null,
    apply: text.apply.filter(({ isChannel }) => isChannel),
    laws: box.name === "quarter" ? [] : text.lawNames,
  };
}
