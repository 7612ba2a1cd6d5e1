// The words of the house in one language, from whatever looks them up: i18next on the server and at the desk (words.ts), the display's own reader of
// the same files (kiosk/dictionary.ts). Called by both.
import type { Locale, LocaleFacts } from "../../server/domain/locale.ts";
import { SOURCE_LOCALE } from "../../server/domain/locale.ts";

export type WordValues = Readonly<Record<string, string | number>>;

export interface Words {
  readonly locale: LocaleFacts;
  /** A sentence by "surface:path.to.key"; `count` in the values chooses the plural. The text is plain: Preact escapes it. */
  t(key: string, values?: WordValues): string;
  /** Whether this very language has the key, for lists that may grow by data. */
  has(key: string): boolean;
}

export interface Catalogue {
  readonly facts: LocaleFacts;
  /** One object a surface: "facts", "card", "page", "vocabulary" … */
  readonly surfaces: Readonly<Record<string, object>>;
}

export type Catalogues = Readonly<Record<Locale, Catalogue>>;

/** The words of a language; of an unknown one, Italian. */
export type WordsOf = (locale: Locale) => Words;

export interface Dictionary {
  /** Found in the language or one it borrows from; else the key without its surface. */
  say(locale: Locale, key: string, values?: WordValues): string;
  /** In this very language, a single word or a group of them. */
  holds(locale: Locale, key: string): boolean;
}

/** @param borrowed whose words are taken, in this order, where a language has none of its own */
export type CreateDictionary = (catalogues: Catalogues, borrowed: readonly Locale[]) => Dictionary;

// A young language borrows English first: more readers of a foreign board know it than Italian.
const BORROWED: readonly Locale[] = ["en", SOURCE_LOCALE];

/** @throws Error without an Italian catalogue */
export function wordsFrom(catalogues: Catalogues, createDictionary: CreateDictionary): WordsOf {
  if (catalogues[SOURCE_LOCALE] === undefined) throw new Error(`no catalogue for "${SOURCE_LOCALE}"`);
  const dictionary = createDictionary(catalogues, BORROWED);
  const made = new Map<Locale, Words>();
  return (asked) => {
    const locale = catalogues[asked] === undefined ? SOURCE_LOCALE : asked;
    const before = made.get(locale);
    if (before !== undefined) return before;
    const words: Words = {
      locale: (catalogues[locale] as Catalogue).facts,
      t: (key, values) => dictionary.say(locale, key, values),
      has: (key) => dictionary.holds(locale, key),
    };
    made.set(locale, words);
    return words;
  };
}
