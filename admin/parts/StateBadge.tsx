// Where a posting stands, as a word in a frame; the fill grows with its visibility. Called by list and lifecycle bar.
import type { State } from "../../server/domain/posting.ts";
import { word } from "../words/words.ts";

export function StateBadge({ state, edited = false }: { readonly state: State; readonly edited?: boolean }) {
  return (
    <span class="state-badges">
      <span class={`state ${state}`}>{word(`state.${state}`)}</span>
      {edited && state !== "draft" && <span class="state edited">{word("state.edited")}</span>}
    </span>
  );
}
