// The words of the house by i18next: what every page, sheet, mail and the desk ask for a sentence. Called with catalogues read from disk
// (server/readCatalogues.ts) or bundled by Vite (admin).
import i18next from "i18next";
import type { Locale } from "../../server/domain/locale.ts";
import { SOURCE_LOCALE } from "../../server/domain/locale.ts";
import { type Catalogues, type Dictionary, type WordsOf, wordsFrom } from "./wordsFrom.ts";

export type { Catalogue, Catalogues, Words, WordsOf, WordValues } from "./wordsFrom.ts";

/** More than all keys of all surfaces: only what is made up would go beyond. */
const MOST_KEPT = 40_000;

/** @throws Error without an Italian catalogue */
export function createWords(catalogues: Catalogues): WordsOf {
  return wordsFrom(catalogues, byI18next);
}

function byI18next(catalogues: Catalogues, borrowed: readonly Locale[]): Dictionary {
  const surfaces = new Set(Object.values(catalogues).flatMap((catalogue) => Object.keys(catalogue.surfaces)));
  const dictionary = i18next.createInstance();
  void dictionary.init({
    initAsync: false,
    lng: SOURCE_LOCALE,
    fallbackLng: [...borrowed],
    ns: [...surfaces],
    resources: Object.fromEntries(
      Object.entries(catalogues).map(([locale, { surfaces: texts }]) => [locale, { ...texts }]),
    ),
    interpolation: { escapeValue: false },
    // What is missing is said by its key, or not at all: never in a developer's words.
    returnedObjectHandler: (key) => key,
    missingInterpolationHandler: () => "",
    returnEmptyString: true,
  });
  // Looking a sentence up costs more than all else of a list's line, and only a count makes another one of it.
  const plain = new Map<string, string>();
  const sentence = (locale: Locale, key: string): string => {
    const name = `${locale} ${key}`;
    const known = plain.get(name);
    if (known !== undefined) return known;
    const text = dictionary.t(key, { lng: locale, skipInterpolation: true });
    if (plain.size < MOST_KEPT) plain.set(name, text);
    return text;
  };
  return {
    say(locale, key, values) {
      if (values === undefined) return sentence(locale, key);
      if (values.count !== undefined) return dictionary.t(key, { ...values, lng: locale });
      return dictionary.services.interpolator.interpolate(sentence(locale, key), values, locale, {});
    },
    holds: (locale, key) => dictionary.exists(key, { lng: locale, fallbackLng: [] }),
  };
}
