// The word that tells a trial from the real thing; the same box on card, empty board and page. Called by them.
import type { Words } from "./words.ts";

export function DemonstrationMark({ words }: { readonly words: Words }) {
  return <p class="card-demonstration">{words.t("card:demonstration")}</p>;
}
