// The word index of one locale behind the occupation typeahead. Built on first use, held for the life of the server: in numbers, for as objects
// its 60,000 wordings took five times the room. Called by searchOccupations only.
import { foldedWords } from "./foldText.ts";
import type { NumberLists } from "./numberLists.ts";
import { listsHolding } from "./numberLists.ts";
import { smallWords, stemWord } from "./stemWord.ts";

/** Where a wording comes from, best first. */
export const WORDING_KINDS = ["preferred", "alias", "alternative", "isco", "cp2011"] as const;
export type WordingKind = (typeof WORDING_KINDS)[number];

export interface Wording {
  readonly reference: string;
  readonly kind: WordingKind;
  readonly text: string;
}

/** Wordings and stems go by their numbers. */
export interface OccupationIndex {
  readonly locale: string;
  /** Every stem of the locale, sorted, for prefix search. */
  readonly stems: readonly string[];
  /** Of each wording, in order, without small words. */
  readonly stemsOf: NumberLists;
  readonly wordingsOf: NumberLists;
  referenceOf(number: number): string;
  kindOf(number: number): WordingKind;
  textOf(number: number): string;
}

/** Stems from the first number to before the second. */
export type StemRange = readonly [number, number];

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
  const met = new Map<string, number>();
  const references: string[] = [];
  const kinds: number[] = [];
  const texts: string[] = [];
  const starts = [0];
  const stemsMet: number[] = [];
  const known = new Map<string, string>();
  const seen = new Set<string>();
  let taken = 0;
  for (const { reference, kind, text } of wordings) {
    if (++taken % STEP === 0) yield;
    const stems = stemsOf(text, locale, known);
    if (stems.length === 0) continue;
    // "cameriere" and "cameriera" leave the same stems: one of them is enough.
    const mark = `${reference} ${stems.join(" ")}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    references.push(reference);
    kinds.push(WORDING_KINDS.indexOf(kind));
    texts.push(text);
    for (const stem of stems) stemsMet.push(numberOf(stem, met));
    starts.push(stemsMet.length);
  }
  yield;
  const stems = [...met.keys()].sort();
  const sorted = new Uint32Array(stems.length);
  for (const [number, stem] of stems.entries()) sorted[met.get(stem) as number] = number;
  yield;
  const stemsOfEach = {
    starts: Uint32Array.from(starts),
    numbers: Uint32Array.from(stemsMet, (n) => sorted[n] as number),
  };
  const wordingsOf = listsHolding(stemsOfEach, stems.length);
  yield;
  return { locale, stems, stemsOf: stemsOfEach, wordingsOf, ...keepWordings(references, kinds, texts) };
}

function numberOf(stem: string, met: Map<string, number>): number {
  const before = met.get(stem);
  if (before !== undefined) return before;
  met.set(stem, met.size);
  return met.size - 1;
}

function keepWordings(references: readonly string[], kinds: readonly number[], texts: readonly string[]) {
  const kindNumbers = Uint8Array.from(kinds);
  const bytes = Buffer.from(texts.join(""));
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [number, text] of texts.entries()) {
    end += Buffer.byteLength(text);
    ends[number] = end;
  }
  return {
    referenceOf: (number: number) => references[number] as string,
    kindOf: (number: number) => WORDING_KINDS[kindNumbers[number] as number] as WordingKind,
    textOf: (number: number) => bytes.toString("utf8", ends[number - 1] ?? 0, ends[number]),
  };
}

/** The stems that begin with `prefix`. */
export function stemsWithPrefix({ stems }: OccupationIndex, prefix: string): StemRange {
  let low = 0;
  for (let high = stems.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((stems[middle] as string) < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (stems[end]?.startsWith(prefix)) end += 1;
  return [low, end];
}

/** Just this stem, if there is one. */
export function exactStem(index: OccupationIndex, stem: string): StemRange {
  const [low] = stemsWithPrefix(index, stem);
  return [low, index.stems[low] === stem ? low + 1 : low];
}

/** Numbers of the wordings holding one of these stems; with `first`, of those whose first stem it is. */
export function wordingsHolding(
  { stemsOf, wordingsOf }: OccupationIndex,
  [low, end]: StemRange,
  first = false,
): Set<number> {
  const found = new Set<number>();
  for (let stem = low; stem < end; stem += 1)
    for (let at = wordingsOf.starts[stem] as number; at < (wordingsOf.starts[stem + 1] as number); at += 1) {
      const number = wordingsOf.numbers[at] as number;
      if (!first || stemsOf.numbers[stemsOf.starts[number] as number] === stem) found.add(number);
    }
  return found;
}
