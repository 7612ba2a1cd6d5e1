// The word index of one locale behind the occupation typeahead. Built on first use, held for the life of the server.
// Called by searchOccupations only.
import { foldedWords } from "./foldText.ts";
import { smallWords, stemWord } from "./stemWord.ts";

/** Where a wording comes from, best first. */
export const WORDING_KINDS = ["preferred", "alias", "alternative", "isco", "cp2011"] as const;
export type WordingKind = (typeof WORDING_KINDS)[number];

export interface Wording {
  readonly reference: string;
  readonly kind: WordingKind;
  readonly text: string;
}

export interface IndexedWording extends Wording {
  /** Stems in order, without small words. */
  readonly stems: readonly string[];
}

export interface OccupationIndex {
  readonly locale: string;
  readonly wordings: readonly IndexedWording[];
  /** Every stem of the locale, sorted, for prefix search. */
  readonly stems: readonly string[];
  readonly wordingsOf: ReadonlyMap<string, readonly number[]>;
  /** Only those a stem stands first in: enough, and a fifth of the work, while two letters are typed. */
  readonly beginningWith: ReadonlyMap<string, readonly number[]>;
}

const STEP = 600;

/** Stems of a text; small words count only where nothing else is there. */
export function stemsOf(text: string, locale: string, known?: Map<string, string>): string[] {
  const small = smallWords(locale);
  const words = foldedWords(text);
  // A letter at the end is no "d'" or "e" but a licence: "autista patente D".
  const telling = words.filter((word, n) => !small.has(word) || (word.length === 1 && n > 0 && n === words.length - 1));
  return (telling.length === 0 ? words : telling).map((word) => {
    const before = known?.get(word);
    if (before !== undefined) return before;
    const stem = stemWord(word, locale);
    known?.set(word, stem);
    return stem;
  });
}

/** Yields after every few hundred wordings, so that a server can answer others while 100,000 of them are indexed. */
export function* buildOccupationIndex(locale: string, wordings: Iterable<Wording>): Generator<void, OccupationIndex> {
  const indexed: IndexedWording[] = [];
  const wordingsOf = new Map<string, number[]>();
  const beginningWith = new Map<string, number[]>();
  const known = new Map<string, string>();
  const seen = new Set<string>();
  let taken = 0;
  for (const wording of wordings) {
    if (++taken % STEP === 0) yield;
    const stems = stemsOf(wording.text, locale, known);
    if (stems.length === 0) continue;
    // "cameriere" and "cameriera" leave the same stems: one of them is enough.
    const mark = `${wording.reference} ${stems.join(" ")}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    const number = indexed.push({ ...wording, stems }) - 1;
    for (const stem of stems) note(wordingsOf, stem, number);
    note(beginningWith, stems[0] ?? "", number);
  }
  return { locale, wordings: indexed, stems: [...wordingsOf.keys()].sort(), wordingsOf, beginningWith };
}

function note(at: Map<string, number[]>, stem: string, number: number): void {
  const numbers = at.get(stem);
  if (numbers === undefined) at.set(stem, [number]);
  else if (numbers.at(-1) !== number) numbers.push(number);
}

/** Numbers of the wordings holding a stem that begins with `prefix`; with `first`, of those whose first stem does. */
export function withPrefix(index: OccupationIndex, prefix: string, first = false): Set<number> {
  const numbersOf = first ? index.beginningWith : index.wordingsOf;
  let low = 0;
  let high = index.stems.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.stems[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  const found = new Set<number>();
  for (let at = low; at < index.stems.length; at++) {
    const stem = index.stems[at] ?? "";
    if (!stem.startsWith(prefix)) break;
    for (const number of numbersOf.get(stem) ?? []) found.add(number);
  }
  return found;
}
