// [K4] Data of candidates never stands in a posting: tax codes, birth dates, rankings with names, somebody's percentage of disability.
// A threshold set by law ("invalidità superiore al 45 %") is a requirement and stays. Blocks whatever the setting. Called by checkContent.
import { candidatesIn } from "./candidatesIn.ts";
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";
import type { PlacedText } from "./textsOf.ts";

export function checkCandidates(texts: readonly PlacedText[]): Finding[] {
  return texts.flatMap(({ path, text, locale }) => {
    const hit = candidatesIn(text);
    return hit === null ? [] : [finding("candidates", "candidates", path, { found: hit, locale, level: "block" })];
  });
}
