// Which postings a query's words lead to, in any language: each posting's own words, and the words of what it is about (occupation with all its
// names, section, contract, sector, place) in every language. Endings and accents are forgiven.
// [F1] Every word of a query must lead to a posting, by its text or by one of its concepts. [F2] A word of three letters and more also stands for
// what begins with it. [F3] Kept by the mirror's changes; the first build gives way to other work. Called by createPostingSearch only.
import type { Code } from "../domain/code.ts";
import type { Locale } from "../domain/locale.ts";
import { segmentsOf } from "../domain/segmentsOf.ts";
import { foldedWords } from "../vocabularies/foldText.ts";
import { smallWords, stemWord } from "../vocabularies/stemWord.ts";
import type { Entry } from "./mirror.ts";

/** What a posting is about, named once and worded in every language. */
export interface Concept {
  readonly id: string;
  words(): Iterable<{ readonly locale: Locale; readonly text: string }>;
}

export interface WordIndexNeeds {
  readonly locales: readonly Locale[];
  conceptsOf(entry: Entry): Iterable<Concept>;
}

export interface WordIndex {
  /** Codes every word leads to; null for a query without words. */
  search(query: string): ReadonlySet<Code> | null;
  put(entry: Entry): void;
  remove(code: Code): void;
}

const SHORTEST_PREFIX = 3;
/** Words one beginning may stand for. */
const MOST_PREFIXED = 400;

export function createWordIndex({ locales, conceptsOf }: WordIndexNeeds): WordIndex {
  const textOf = new Map<string, Set<Code>>();
  const conceptsByWord = new Map<string, Set<string>>();
  const holders = new Map<string, Set<Code>>();
  const heldBy = new Map<Code, { readonly words: ReadonlySet<string>; readonly concepts: readonly string[] }>();
  const stems = new Map<Locale, Map<string, string>>();
  let sorted: string[] | null = null;

  function stem(word: string, locale: Locale): string {
    const known = stems.get(locale) ?? new Map<string, string>();
    stems.set(locale, known);
    const found = known.get(word) ?? stemWord(word, locale);
    known.set(word, found);
    return found;
  }

  function wordsIn(text: string, locale: Locale, into: Set<string>): void {
    const small = smallWords(locale);
    for (const word of foldedWords(text)) {
      if (small.has(word)) continue;
      into.add(stem(word, locale));
      into.add(word);
    }
  }

  /** True where the word is new to the index. */
  function note<T>(at: Map<string, Set<T>>, word: string, what: T): void {
    const before = at.get(word);
    if (before !== undefined) return void before.add(what);
    at.set(word, new Set([what]));
    sorted = null;
  }

  function learn({ id, words }: Concept): void {
    if (holders.has(id)) return;
    holders.set(id, new Set());
    const worded = new Set<string>();
    for (const { locale, text } of words()) wordsIn(text, locale, worded);
    for (const word of worded) note(conceptsByWord, word, id);
  }

  function ownWords({ posting, shown }: Entry): Set<string> {
    const found = new Set<string>();
    if (shown === null) return found;
    const { content } = shown;
    for (const { text } of segmentsOf(content)) wordsIn(text, content.sourceLocale, found);
    for (const [locale, texts] of Object.entries(shown.translations))
      for (const { text } of Object.values(texts)) wordsIn(text, locale, found);
    const names = [
      posting.code,
      content.employer?.name,
      content.reference,
      content.call?.body,
      content.course?.provider,
    ];
    for (const name of names) for (const word of foldedWords(name ?? "")) found.add(word);
    return found;
  }

  /** Words of the index a query's word stands for. [F2] */
  function meant(word: string): Set<string> {
    const found = new Set<string>([word]);
    for (const locale of locales) found.add(stem(word, locale));
    if (word.length < SHORTEST_PREFIX) return found;
    sorted ??= [...new Set([...textOf.keys(), ...conceptsByWord.keys()])].sort();
    let low = 0;
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as string) < word) low = middle + 1;
      else high = middle;
    }
    for (let at = low; at < sorted.length && at < low + MOST_PREFIXED && sorted[at]?.startsWith(word); at += 1)
      found.add(sorted[at] as string);
    return found;
  }

  function leadsTo(word: string): Set<Code> {
    const codes = new Set<Code>();
    const concepts = new Set<string>();
    for (const one of meant(word)) {
      for (const code of textOf.get(one) ?? []) codes.add(code);
      for (const concept of conceptsByWord.get(one) ?? []) concepts.add(concept);
    }
    for (const concept of concepts) for (const code of holders.get(concept) ?? []) codes.add(code);
    return codes;
  }

  function remove(code: Code): void {
    const held = heldBy.get(code);
    if (held === undefined) return;
    heldBy.delete(code);
    for (const word of held.words) textOf.get(word)?.delete(code);
    for (const id of held.concepts) holders.get(id)?.delete(code);
  }

  return {
    search(query) {
      const words = foldedWords(query);
      const telling = words.filter((word) => !locales.some((locale) => smallWords(locale).has(word)));
      const asked = telling.length > 0 ? telling : words;
      if (asked.length === 0) return null;
      let left: Set<Code> | null = null;
      for (const word of new Set(asked)) {
        const found = leadsTo(word);
        left = left === null ? found : intersection(left, found);
        if (left.size === 0) break;
      }
      return left;
    },
    put(entry) {
      const { code } = entry.posting;
      remove(code);
      if (entry.shown === null) return;
      const words = ownWords(entry);
      for (const word of words) note(textOf, word, code);
      const concepts = [...conceptsOf(entry)];
      for (const concept of concepts) {
        learn(concept);
        holders.get(concept.id)?.add(code);
      }
      heldBy.set(code, { words, concepts: concepts.map(({ id }) => id) });
    },
    remove,
  };
}

function intersection<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  const both = new Set<T>();
  for (const one of fewer) if (more.has(one)) both.add(one);
  return both;
}
