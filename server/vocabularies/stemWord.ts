// Forgives endings (number and gender) of occupation words, one small rule set a language, on folded text.
// Written for job titles because general stemmers keep infermiere/infermieri and saldatore/saldatrice apart.

const RULES: Record<string, (word: string) => string> = { it: italian, en: english, fr: french, de: german };

const SMALL_WORDS: Record<string, ReadonlySet<string>> = {
  it: new Set(
    "a ad ai al all alla alle allo agli con d da dal dall dalla dalle dei del dell della delle dello degli di e ed i il in l la le lo gli nei nel nell nella nelle nello negli o per su sul sulla tra un uno una presso".split(
      " ",
    ),
  ),
  en: new Set("a an and for in of on the to with".split(" ")),
  fr: new Set("a au aux avec d dans de des du en et l la le les ou par pour sur un une".split(" ")),
  de: new Set("am an auf das der des die den dem fur im in mit oder und von zu zum zur".split(" ")),
};

const NONE: ReadonlySet<string> = new Set();

/** Words that carry no meaning in a title of this locale; none for a locale without rules. */
export function smallWords(locale: string): ReadonlySet<string> {
  return SMALL_WORDS[locale] ?? NONE;
}

/** The word without its ending; a locale without rules keeps the word as it is. */
export function stemWord(word: string, locale: string): string {
  if (word.length < 4) return word;
  const rule = RULES[locale];
  return rule === undefined ? word : rule(word);
}

function italian(word: string): string {
  if (/ai[oae]?$/.test(word)) return word.replace(/ai[oae]?$/, "ai");
  if (/tric[ei]$/.test(word)) return `${word.slice(0, -5)}tor`;
  if (word.length > 7 && /ess[ae]$/.test(word)) return word.slice(0, -4);
  if (/[cg]h[ei]$/.test(word)) return word.slice(0, -2);
  const stem = word.replace(/[aeio]$/, "");
  return stem.length > 3 ? stem.replace(/i$/, "") : stem;
}

function english(word: string): string {
  if (/(wo)?m[ae]n$/.test(word)) return word.replace(/(wo)?m[ae]n$/, "man");
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/(ss|us|is)$/.test(word)) return word;
  return word.replace(/s$/, "");
}

function french(word: string): string {
  let stem = word.replace(/[sx]$/, "");
  if (/trice$/.test(stem)) return `${stem.slice(0, -5)}teur`;
  if (/euse$/.test(stem)) return `${stem.slice(0, -4)}eur`;
  if (/eresse$/.test(stem)) return `${stem.slice(0, -6)}eur`;
  if (/(ienn|enn|onn|ell|ett)e$/.test(stem)) return stem.slice(0, -2);
  if (/ive$/.test(stem)) return `${stem.slice(0, -2)}f`;
  stem = stem.replace(/e{1,2}$/, "");
  return stem;
}

function german(word: string): string {
  if (word.length > 6 && /innen$/.test(word)) return word.slice(0, -5).replace(/e$/, "");
  if (word.length > 5 && /in$/.test(word)) return word.slice(0, -2).replace(/e$/, "");
  if (word.length > 5 && /(en|er|es|em)$/.test(word) && /(ende|ige|liche|ische)[nrsm]$/.test(word))
    return word.slice(0, -2);
  return word.replace(/(en|e|n|s)$/, "");
}
