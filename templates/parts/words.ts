// The words of the house in one language: what every surface asks for a sentence, on the server and in browsers alike.
// Called with catalogues read from disk (server/readCatalogues.ts) or bundled by Vite (kiosk, admin).
import i18next from "i18next";
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

// A young language borrows English first: more readers of a foreign board know it than Italian.
const BORROWED: readonly Locale[] = ["en", SOURCE_LOCALE];

/** More than all keys of all surfaces: only what is made up would go beyond. */
const MOST_PLAIN = 20_000;

/** @throws Error without an Italian catalogue */
export function createWords(catalogues: Catalogues): WordsOf {
  if (catalogues[SOURCE_LOCALE] === undefined) throw new Error(`no catalogue for "${SOURCE_LOCALE}"`);
  const surfaces = new Set(Object.values(catalogues).flatMap((catalogue) => Object.keys(catalogue.surfaces)));
  const dictionary = i18next.createInstance();
  void dictionary.init({
    initAsync: false,
    lng: SOURCE_LOCALE,
    fallbackLng: [...BORROWED],
    ns: [...surfaces],
    resources: Object.fromEntries(
      Object.entries(catalogues).map(([locale, { surfaces: texts }]) => [locale, { ...texts }]),
    ),
    interpolation: { escapeValue: false },
    returnEmptyString: true,
  });
  const made = new Map<Locale, Words>();
  return (asked) => {
    const locale = catalogues[asked] === undefined ? SOURCE_LOCALE : asked;
    const before = made.get(locale);
    if (before !== undefined) return before;
    const translate = dictionary.getFixedT(locale);
    // Most words take no values and never change: the dictionary's own look-up costs more than all else of a list's line.
    const plain = new Map<string, string>();
    const said = (key: string): string => {
      const known = plain.get(key);
      if (known !== undefined) return known;
      const text = translate(key);
      if (plain.size < MOST_PLAIN) plain.set(key, text);
      return text;
    };
    const words: Words = {
      locale: (catalogues[locale] as Catalogue).facts,
      t: (key, values) => (values === undefined ? said(key) : translate(key, { ...values })),
      has: (key) => dictionary.exists(key, { lng: locale, fallbackLng: [] }),
    };
    made.set(locale, words);
    return words;
  };
}
