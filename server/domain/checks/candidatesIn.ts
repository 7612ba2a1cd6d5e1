// What gives a candidate away in a text: a tax code, a birth date, a ranking with names, somebody's percentage of disability. [K4]
// Called by checkCandidates and by the check of files hung on a posting.
import { isTaxCode } from "./taxCode.ts";

const TAX_CODE = /\b[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPR-T][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]\b/giu;
const BORN = /\bnat[oaie](?:\/[ae])?\s+(?:a\s+[\p{L} '’]{2,30}\s+)?il\s+\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}/iu;
const RANKED = /\p{Lu}[\p{L}'’]+\s+\p{Lu}[\p{L}'’]+[^.;\n]{0,25}\b(?:punti|punteggio|reddito|ISEE)\b[^.;\n]{0,8}\d/u;
const PERCENTAGE = /(?<!\p{L})(?:invalidit[àa]|disabilit[àa])(?!\p{L})[^.;\n]{0,30}?\d{2,3}\s*%/iu;
const THRESHOLD =
  /superior|maggior|inferior|minim|almeno|oltre|più del|pari|compres|\btra\b|\bdal\b|soglia|riduzione|percentuale/iu;
/** Lines of a ranking: a place, a name in capitals or with initials, then a birth date or points. */
const LISTED =
  /^\s*\d{1,4}[.)]?\s+\p{Lu}[\p{Lu}\p{Ll}'’.-]+(?:\s+\p{Lu}[\p{Lu}\p{Ll}'’.-]+){1,3}\s+(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,3}(?:[.,]\d+)?\s*(?:punti|$|\s{2,}))/gmu;
const LINES_OF_A_RANKING = 4;

/** Masked, so that no list of findings repeats it; null where nothing is found. */
export function candidatesIn(text: string): string | null {
  const certain = candidatesListed(text);
  if (certain !== null) return certain;
  const ranked = RANKED.exec(text)?.[0];
  if (ranked !== undefined) return masked(ranked);
  const share = PERCENTAGE.exec(text)?.[0];
  return share !== undefined && !THRESHOLD.test(share) ? share.replace(/\d/g, "•") : null;
}

/** The same for a whole document, whose tables of points ("Laurea Magistrale punti 3") name no one. */
export function candidatesListed(text: string): string | null {
  for (const [code] of text.matchAll(TAX_CODE)) if (isTaxCode(code)) return `${code.slice(0, 3)}…`;
  const born = BORN.exec(text)?.[0];
  if (born !== undefined) return born.replace(/\d/g, "•");
  const listed = text.match(LISTED);
  return listed !== null && listed.length >= LINES_OF_A_RANKING ? masked((listed[0] ?? "").trim()) : null;
}

const masked = (text: string) => text.replace(/(\p{Lu})[\p{L}'’]+/gu, "$1…").replace(/\d/g, "•");
