// How old what is shown is: a quiet word while fresh, a full sentence in plain ink once it is late. Called by card, empty board and night.
import type { Freshness } from "./noticeWords.ts";

export function StaleLine({ freshness }: { readonly freshness: Freshness }) {
  return <span class={freshness.late ? "stale stale-late" : "stale"}>{freshness.words}</span>;
}
