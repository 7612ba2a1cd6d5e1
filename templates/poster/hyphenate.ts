/// <reference path="./hyphenation.d.ts" />
// Soft hyphens for long words on paper: Chromium prints no automatic hyphenation (puppeteer/puppeteer#12896), and a German compound
// must break inside a column. Called by the poster's text blocks. A locale without patterns is left as it is.

import german from "hyphenation.de";
import english from "hyphenation.en-gb";
import french from "hyphenation.fr";
import italian from "hyphenation.it";
import Hypher from "hypher";

/** Shorter words stand whole: a broken short word reads worse than a ragged line. */
const LONG_WORD = /\p{L}{12,}/gu;

const BEGINS_NO_LINE = / ([·–/]) /g;

/** French writes its colon and its marks apart; "Lecce (LE)" is one name. */
const ENDS_A_LINE = / (?=[:;?!»](?:\s|$)|\([A-Z]{2}\))/g;

/** "ore 12:30", « mot ». */
const LEANS_FORWARD = /(«|\bore) (?=\S)/g;

/** "8:30–11:30" is read in one piece. */
const SPAN = /(\d)–(?=\d)/g;

/** "31 dicembre", "12 h", "12:00 Uhr": a number keeps the short word it counts or names. */
const COUNTED = /(\d\.?) (?=\p{L}{1,9}(?!\p{L}))/gu;

const ADDRESS = /@|:\/\/|\p{L}\.\p{L}|\/o\//u;

/** Letters that stay together at either end of a word. */
const KEPT = 4;

const SOFT_HYPHEN = "\u00ad";

const patterns: Readonly<Record<string, HyphenationPatterns>> = {
  it: italian,
  en: english,
  fr: french,
  de: german,
};

const hyphenators = new Map<string, Hypher>();

/**
 * The text with soft hyphens in its long words, by the patterns of `lang`; an address may be broken before its @ and nowhere else.
 * A dash, dot or stroke between words stays on the line it ends, as a sign written apart does, and a number with its word, whatever the language.
 */
export function hyphenate(written: string, lang: string): string {
  const text = written
    .replace(BEGINS_NO_LINE, "\u00a0$1 ")
    .replace(ENDS_A_LINE, "\u00a0")
    .replace(LEANS_FORWARD, "$1\u00a0")
    .replace(SPAN, "$1–\u2060")
    .replace(COUNTED, "$1\u00a0");
  const hyphenator = hyphenatorOf(lang);
  if (hyphenator === null) return text;
  return text.replace(/\S+/gu, (token) =>
    ADDRESS.test(token) ? token.replace("@", "\u200b@") : token.replace(LONG_WORD, (word) => broken(word, hyphenator)),
  );
}

function broken(word: string, hyphenator: Hypher): string {
  const parts: string[] = [];
  let rest = word.length;
  for (const part of hyphenator.hyphenate(word)) {
    const before = parts.join("").length;
    const joins = parts.length > 0 && (before < KEPT || rest < KEPT);
    if (joins) parts.push(`${parts.pop() ?? ""}${part}`);
    else parts.push(part);
    rest -= part.length;
  }
  return parts.join(SOFT_HYPHEN);
}

function hyphenatorOf(lang: string): Hypher | null {
  const known = hyphenators.get(lang);
  if (known) return known;
  const found = patterns[lang];
  if (!found) return null;
  const made = new Hypher(found);
  hyphenators.set(lang, made);
  return made;
}
