// How a screen does, by sign and word. Called by the table of screens and by an office's page.
import { type Health, LACKS, type DisplayState as State } from "../../server/domain/display.ts";
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

export function DisplayState({ health: { state, causes } }: { readonly health: Health }) {
  const lacking = causes.some((cause) => LACKS.some((one) => one === cause));
  return (
    <span class={lacking ? `display-state ${state} lacking` : `display-state ${state}`}>
      <span aria-hidden="true">{lacking && state === "live" ? "▲" : SIGN[state]}</span> {displayWord(`state.${state}`)}
    </span>
  );
}
