// One spelling for comparing: lower case, no accents, ß as ss, apostrophes and punctuation as spaces.
// Called by the occupation search, the title matcher and the place search.

const NOT_PLAIN = /[^a-z0-9 ]/;

export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (!NOT_PLAIN.test(lower)) return lower;
  return lower
    .replace(/ß/g, "ss")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ı/g, "i")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Folded words, in order. */
export function foldedWords(text: string): string[] {
  return foldText(text)
    .split(" ")
    .filter((word) => word !== "");
}
