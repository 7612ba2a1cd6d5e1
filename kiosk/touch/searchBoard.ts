// Finds postings of the board on this device by words of any of its languages, also without a network. Called by SearchView.
// [TS1] Every word must be found, at the beginning of a word of the posting in any language, endings and accents forgiven.
// [TS2] What names it (title, occupation) comes before what merely mentions it; else the order of the board.
import type { Locale } from "../../server/domain/locale.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { pageFacts } from "../../templates/parts/factsOf.ts";
import { titleOf } from "../../templates/parts/line.ts";
import type { WordsOf } from "../../templates/parts/words.ts";

interface Indexed {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** Letters two words must begin with alike, as a share of the shorter: "infermieri" and "infermiere", "cuoca" and "cuoco". */
const ALIKE = 0.75;
const LEAST_ALIKE = 4;

export interface BoardSearch {
  find(query: string, live: readonly PublicPosting[]): readonly PublicPosting[];
}

export function createBoardSearch(wordsOf: WordsOf, locales: readonly Locale[]): BoardSearch {
  const made = new WeakMap<PublicPosting, Indexed>();
  const indexed = (posting: PublicPosting): Indexed => {
    const known = made.get(posting) ?? index(posting, wordsOf, locales);
    made.set(posting, known);
    return known;
  };
  return {
    find(query, live) {
      const asked = wordsIn(query);
      if (asked.length === 0) return live;
      const found = live.flatMap((posting) => {
        const { names, words } = indexed(posting);
        if (!asked.every((word) => words.some((own) => meets(word, own)))) return [];
        return [{ posting, named: asked.filter((word) => names.some((own) => meets(word, own))).length }];
      });
      return found.sort((a, b) => b.named - a.named).map(({ posting }) => posting);
    },
  };
}

function index(posting: PublicPosting, wordsOf: WordsOf, locales: readonly Locale[]): Indexed {
  const names = locales.map((locale) => titleOf(posting, locale).text);
  names.push(posting.content.title.written.text, ...Object.values(posting.occupation ?? {}));
  const texts = [posting.code, ...[...posting.content.summary, ...posting.content.duties].map(({ text }) => text)];
  for (const segments of Object.values(posting.translations))
    for (const { text } of Object.values(segments)) texts.push(text);
  for (const locale of locales) {
    const words = wordsOf(locale);
    texts.push(words.t(`vocabulary:section.${posting.content.section}`));
    for (const fact of pageFacts(posting, words, null)) texts.push(...fact.lines.map(({ text }) => text));
  }
  const own = wordsIn(names.join(" "));
  return { names: own, words: [...new Set([...own, ...wordsIn(texts.join(" "))])] };
}

function meets(asked: string, own: string): boolean {
  if (own.startsWith(asked)) return true;
  const shorter = Math.min(asked.length, own.length);
  const needed = Math.max(LEAST_ALIKE, Math.ceil(shorter * ALIKE));
  return (
    shorter >= needed && asked.slice(0, needed) === own.slice(0, needed) && Math.abs(asked.length - own.length) <= 3
  );
}

function wordsIn(text: string): string[] {
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/œ/g, "oe").toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
