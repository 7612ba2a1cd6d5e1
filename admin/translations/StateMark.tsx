// How a segment stands, by word and sign, with a number where several are meant. Called by the queue, the sheet and the numbers.
import type { LineCount } from "../../server/domain/translationSheet.ts";
import { numberText } from "../words/formats.ts";
import { translationWord as word } from "../words/words.ts";

/** A sign each, so that colour only repeats what shape and word say. */
const SIGNS: Readonly<Record<LineCount, string>> = {
  missing: "○",
  stale: "△",
  machine: "◐",
  draft: "◔",
  review: "◕",
  approved: "●",
  given: "◆",
};

export function StateMark({ state, count }: { readonly state: LineCount; readonly count?: number }) {
  return (
    <span class={`state-mark ${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span>{" "}
      {count === undefined
        ? word(`state.${state}`)
        : word("state.counted", { state: word(`state.${state}`), number: numberText(count) })}
    </span>
  );
}
