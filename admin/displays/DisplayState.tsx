// How a screen does, by sign and word. Called by the table of screens and by an office's page.
import type { DisplayState as State } from "../../server/domain/display.ts";
import { displayWord } from "../words/words.ts";
import "./displays.css";

/** Told apart without colour. */
const SIGN: Readonly<Record<State, string>> = {
  live: "●",
  stale: "◐",
  frozen: "■",
  offline: "○",
  unpaired: "×",
};

export function DisplayState({ state }: { readonly state: State }) {
  return (
    <span class={`display-state ${state}`}>
      <span aria-hidden="true">{SIGN[state]}</span> {displayWord(`state.${state}`)}
    </span>
  );
}
