// Reads every catalogue of locales/ for the tests: surface by surface, each text under its full key.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");
export const LOCALES = join(ROOT, "locales");

export const localeIds = readdirSync(LOCALES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "vocabularies")
  .map((entry) => entry.name)
  .sort();

export const surfacesOf = (locale: string): string[] =>
  readdirSync(join(LOCALES, locale))
    .filter((name) => name.endsWith(".json") && name !== "locale.json")
    .map((name) => name.slice(0, -".json".length))
    .sort();

/** Every text of a surface by its dotted key. @throws Error where a value is neither text nor object. */
export function textsOf(locale: string, surface: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === "string") texts.set(key, value);
    else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value)) walk(inner, key === "" ? name : `${key}.${name}`);
    } else throw new Error(`${locale}/${surface}.json: "${key}" is neither a text nor a group of texts`);
  };
  walk(JSON.parse(readFileSync(join(LOCALES, locale, `${surface}.json`), "utf8")), "");
  return texts;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Keys whose last part is a plural ending, by what stands before it; a lone "_one" without "_other" is no plural. */
export function pluralsOf(keys: Iterable<string>): Map<string, Set<string>> {
  const all = new Set(keys);
  const plurals = new Map<string, Set<string>>();
  for (const key of all) {
    const ending = PLURAL.exec(key)?.[1];
    if (ending === undefined) continue;
    const stem = key.replace(PLURAL, "");
    plurals.set(stem, (plurals.get(stem) ?? new Set()).add(ending));
  }
  return plurals;
}

/** The key as code asks for it: without a plural ending. */
export const askedKey = (key: string): string => key.replace(PLURAL, "");

/** "{{count}}", "{{name}}" …, each once, sorted. */
export const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*-?\s*([^},\s]+)[^}]*\}\}/g)].map((found) => found[1] ?? ""))].sort();
