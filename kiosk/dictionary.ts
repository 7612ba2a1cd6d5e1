// Looks words up in the catalogues: the borrowed language where one lacks them, the plural ending by the language's own rules, values into {{places}}.
// Called by languages.ts. The files are those of i18next (JSON v4), which reads them on the server and at the desk; here they are read as it reads them: a
// test compares the two, word by word. It stays out of the display because it would be a third of all that a television has to fetch and read before
// its first card (speed 24).
import type { Locale } from "../server/domain/locale.ts";
import type { CreateDictionary } from "../templates/parts/wordsFrom.ts";

/** More than all keys of all surfaces and plurals: only what is made up would go beyond. */
const MOST_KEPT = 40_000;
const PLACE = /\{\{\s*(\w+)\s*\}\}/g;

export const createDictionary: CreateDictionary = (catalogues, borrowed) => {
  const rules = new Map<Locale, Intl.PluralRules>();
  const kept = new Map<string, unknown>();

  /** A text, a group of them, or undefined. The walk costs more than all else of a list's line: once a key. */
  const find = (locale: Locale, key: string): unknown => {
    const name = `${locale} ${key}`;
    if (kept.has(name)) return kept.get(name);
    const [surface = "", path = ""] = key.split(":");
    let found: unknown = catalogues[locale]?.surfaces[surface];
    for (const step of path.split(".")) found = ownProperty(found, step);
    if (kept.size < MOST_KEPT) kept.set(name, found);
    return found;
  };

  const endingOf = (locale: Locale, count: number): string => {
    const known = rules.get(locale) ?? new Intl.PluralRules(catalogues[locale]?.facts.intl ?? locale);
    rules.set(locale, known);
    return `_${known.select(count)}`;
  };

  const text = (asked: Locale, key: string, count: number | null): string => {
    for (const locale of [asked, ...borrowed]) {
      const plural = count === null ? undefined : find(locale, key + endingOf(locale, count));
      const found = typeof plural === "string" ? plural : find(locale, key);
      if (typeof found === "string") return found;
    }
    return key.slice(key.indexOf(":") + 1);
  };

  return {
    say(locale, key, values) {
      if (values === undefined) return text(locale, key, null);
      const count = typeof values.count === "number" ? values.count : null;
      return text(locale, key, count).replace(PLACE, (_place, name: string) => String(ownProperty(values, name) ?? ""));
    },
    holds: (locale, key) => find(locale, key) !== undefined,
  };
};

/** Names that every object knows are no words. Said this way because Chromium 79 has no Object.hasOwn. */
function ownProperty(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Object.getOwnPropertyDescriptor(of, name)?.value : undefined;
}
