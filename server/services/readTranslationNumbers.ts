// How the languages stand, in numbers people can see: by language, section and office, in segments and words, and what structure and memory saved.
// Called by http/translations and the bench.

import { pageFacts } from "../../templates/parts/factsOf.ts";
import type { NumbersAnswer, Tally } from "../domain/httpTranslation.ts";
import type { Locale } from "../domain/locale.ts";
import type { PhrasesOf } from "../domain/phrase.ts";
import { stateAt } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import type { Section } from "../domain/section.ts";
import { segmentsOf } from "../domain/segmentsOf.ts";
import { countWords } from "../domain/skeleton.ts";
import type { Instant } from "../domain/time.ts";
import type { LineCount, SheetLine } from "../domain/translationSheet.ts";
import { countAs, translationSheet } from "../domain/translationSheet.ts";
import type { User } from "../domain/user.ts";
import type { House } from "../house.ts";
import { MEMORY_ACTOR } from "./applyMemory.ts";
import { NO_LINES, readable, TODO } from "./listTranslations.ts";

interface Counting {
  segments: Record<LineCount, number>;
  words: Record<LineCount, number>;
  oldest: Instant | null;
}

const empty = (): Counting => ({ segments: { ...NO_LINES }, words: { ...NO_LINES }, oldest: null });

export async function readNumbers(
  house: Pick<House, "mirror" | "store" | "clock" | "words" | "locales">,
  user: User,
): Promise<NumbersAnswer> {
  const now = house.clock.now();
  const byLocale = new Map<Locale, Counting>();
  const bySection = new Map<string, Counting>();
  const byOwner = new Map<string, Counting>();
  const memoryWords = new Map<Locale, number>();
  const words = { all: 0, structured: 0 };
  for (const { posting, translations, shown } of house.mirror.entries()) {
    const content = posting.working ?? posting.published?.content;
    if (content === undefined || stateAt(posting, now) === "closed" || !readable(house.mirror, user, posting)) continue;
    if (shown !== null) {
      const own = wordsOfPosting(shown, house, now, house.mirror.phrasesOf);
      words.all += own.all;
      words.structured += own.structured;
    }
    for (const locale of house.locales) {
      if (locale === content.sourceLocale) continue;
      const since = posting.published?.publishedAt ?? posting.createdAt;
      for (const line of translationSheet(posting, translations, locale, house.mirror.phrasesOf)) {
        for (const [map, key] of [
          [byLocale, locale],
          [bySection, `${locale} ${content.section}`],
          [byOwner, `${locale} ${posting.owner}`],
        ] as const) {
          const counting = map.get(key) ?? empty();
          map.set(key, counting);
          add(counting, line, since);
        }
        if (line.current?.author === MEMORY_ACTOR)
          memoryWords.set(locale, (memoryWords.get(locale) ?? 0) + countWords(line.source));
      }
    }
  }
  const parts = (key: string): [Locale, string] => {
    const at = key.indexOf(" ");
    return [key.slice(0, at), key.slice(at + 1)];
  };
  return {
    byLocale: [...byLocale].map(([locale, tally]) => ({ locale, tally, memoryWords: memoryWords.get(locale) ?? 0 })),
    bySection: [...bySection].map(([key, tally]) => ({
      locale: parts(key)[0],
      section: parts(key)[1] as Section,
      tally,
    })),
    byOwner: [...byOwner].map(([key, tally]) => {
      const [locale, owner] = parts(key);
      return { locale, owner, name: house.mirror.owners.get(owner)?.name ?? owner, tally };
    }),
    words,
    memory: { entries: await house.store.language.memorySize() },
  };
}

function add(tally: Counting, line: SheetLine, since: Instant): Tally {
  const as = countAs(line);
  tally.segments[as] += 1;
  tally.words[as] += countWords(line.source);
  if (TODO.includes(as)) tally.oldest = Math.min(tally.oldest ?? since, since);
  return tally;
}

/** Words a reader meets on the page: those said from facts, and all. A title whose occupation is known counts as said from facts. */
export function wordsOfPosting(
  shown: PublicPosting,
  { words }: Pick<House, "words">,
  now: Instant,
  phrasesOf: PhrasesOf,
): { readonly all: number; readonly structured: number } {
  const { content } = shown;
  const own = words(content.sourceLocale);
  const phrases = phrasesOf(content);
  const written = segmentsOf(content).filter(({ id }) => phrases[id] === undefined);
  const free = new Set(written.map(({ text }) => text));
  const title = countWords(content.title.written.text);
  let [all, structured] = [title, shown.occupation === null ? 0 : title];
  const seen = new Set<string>();
  // Labels and "not stated" are left out: they are the same on every posting.
  for (const { lines, stated } of pageFacts(shown, own, now)) {
    if (!stated) continue;
    for (const { text } of lines) {
      const count = countWords(text);
      all += count;
      if (free.has(text)) seen.add(text);
      else structured += count;
    }
  }
  for (const text of free) if (!seen.has(text) && text !== content.title.written.text) all += countWords(text);
  return { all, structured };
}
