// A locale is a language the board speaks. The list is data (folders of locales/), never code, so a fifth language needs no change here.
// Used by every room.

/** BCP 47 language tag in its shortest form: "it", "en", "fr", "de". */
export type Locale = string;

/** One value per locale. A locale without a value is absent, never an empty string. */
export type PerLocale<T> = Readonly<Record<Locale, T>>;

/** The language postings are written in unless they say otherwise, and the last resort of every fallback. */
export const SOURCE_LOCALE: Locale = "it";

/** The languages in which everything structured must be renderable (promise 2). */
export const CORE_LOCALES: readonly Locale[] = ["it", "en", "fr", "de"];

/** What `locales/<id>/locale.json` says about a language. */
export interface LocaleFacts {
  readonly id: Locale;
  /** The language's own name: "Italiano", "Deutsch". */
  readonly name: string;
  /** Tag handed to Intl: "en-GB", because plain "en" gives American dates. */
  readonly intl: string;
  readonly dir: "ltr" | "rtl";
}

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && /^[a-z]{2,3}(-[a-z0-9]{2,8})?$/.test(value);
}
