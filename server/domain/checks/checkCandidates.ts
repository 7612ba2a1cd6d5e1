// [K4] Data of candidates never stands in a posting: tax codes, birth dates, rankings with names, somebody's percentage of disability.
// A threshold set by law ("invalidità superiore al 45 %") is a requirement and stays. Blocks whatever the setting. Called by checkContent.
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";
import { isTaxCode } from "./taxCode.ts";
import type { PlacedText } from "./textsOf.ts";

const TAX_CODE = /\b[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]\b/giu;
const BORN = /\bnat[oaie](?:\/[ae])?\s+(?:a\s+[\p{L} '’]{2,30}\s+)?il\s+\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}/iu;
const RANKED = /\p{Lu}[\p{L}'’]+\s+\p{Lu}[\p{L}'’]+[^.;\n]{0,25}\b(?:punti|punteggio|reddito|ISEE)\b[^.;\n]{0,8}\d/u;
const PERCENTAGE = /(?<!\p{L})(?:invalidit[àa]|disabilit[àa])(?!\p{L})[^.;\n]{0,30}?\d{2,3}\s*%/iu;
const THRESHOLD =
  /superior|maggior|inferior|minim|almeno|oltre|più del|pari|compres|\btra\b|\bdal\b|soglia|riduzione|percentuale/iu;

export function checkCandidates(texts: readonly PlacedText[]): Finding[] {
  return texts.flatMap(({ path, text, locale }) => {
    const hit = dataIn(text);
    return hit === null ? [] : [finding("candidates", "candidates", path, { found: hit, locale, level: "block" })];
  });
}

/** What gives a candidate away, masked so that no list of findings repeats it. */
function dataIn(text: string): string | null {
  for (const [code] of text.matchAll(TAX_CODE)) if (isTaxCode(code)) return `${code.slice(0, 3)}…`;
  const born = BORN.exec(text)?.[0];
  if (born !== undefined) return born.replace(/\d/g, "•");
  const ranked = RANKED.exec(text)?.[0];
  if (ranked !== undefined) return ranked.replace(/(\p{Lu})[\p{L}'’]+/gu, "$1…").replace(/\d/g, "•");
  const share = PERCENTAGE.exec(text)?.[0];
  return share !== undefined && !THRESHOLD.test(share) ? share.replace(/\d/g, "•") : null;
}
