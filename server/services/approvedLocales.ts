// The languages a posting may be found in by search engines and other systems: its own, and those a person has approved whole.
// Called by pages, sitemap and exchange.
import type { Locale } from "../domain/locale.ts";
import type { PhrasesOf } from "../domain/phrase.ts";
import { localeMark } from "../domain/translation.ts";
import type { Entry } from "./mirror.ts";

export function approvedLocales(
  { shown, translations }: Pick<Entry, "shown" | "translations">,
  locales: readonly Locale[],
  phrasesOf: PhrasesOf,
): Locale[] {
  if (shown === null) return [];
  return locales.filter((locale) => localeMark(shown.content, translations, locale, phrasesOf) === "approved");
}
