// Every catalogue of every surface against the Italian one: keys, plural endings, placeholders, stray whitespace. (translation 30)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LocaleFacts } from "../../server/domain/locale.ts";
import { CORE_LOCALES, SOURCE_LOCALE } from "../../server/domain/locale.ts";
import { askedKey, LOCALES, localeIds, placeholdersOf, pluralsOf, surfacesOf, textsOf } from "./catalogues.ts";

/** Beginnings of keys only some languages need; code asks whether they are there. */
const OPTIONAL: readonly string[] = [
  "card:bandWord.", // shorter word of a section where its own is too wide for the band
];

const factsOf = (locale: string) =>
  JSON.parse(readFileSync(join(LOCALES, locale, "locale.json"), "utf8")) as LocaleFacts;

describe("the folders of locales/", () => {
  it("hold the four languages the board promises", () => {
    expect(localeIds).toEqual(expect.arrayContaining([...CORE_LOCALES]));
  });

  it.each(localeIds)("%s says its own name, a tag Intl knows and its direction", (locale) => {
    const facts = factsOf(locale);
    expect(facts.id).toBe(locale);
    expect(facts.name.trim()).not.toBe("");
    expect(Intl.getCanonicalLocales(facts.intl)).toEqual([facts.intl]);
    expect(new Intl.Locale(facts.intl).language).toBe(locale);
    expect(["ltr", "rtl"]).toContain(facts.dir);
  });

  it.each(localeIds)("%s has every surface the Italian folder has, and no other", (locale) => {
    expect(surfacesOf(locale)).toEqual(surfacesOf(SOURCE_LOCALE));
  });
});

const pairs = surfacesOf(SOURCE_LOCALE).flatMap((surface) =>
  localeIds.filter((locale) => surfacesOf(locale).includes(surface)).map((locale) => ({ surface, locale })),
);

describe.each(pairs)("$locale/$surface.json", ({ surface, locale }) => {
  const italian = textsOf(SOURCE_LOCALE, surface);
  const texts = textsOf(locale, surface);
  const italianPlurals = pluralsOf(italian.keys());

  it("has every key of the Italian catalogue and none of its own", () => {
    const optional = (key: string) => OPTIONAL.some((head) => `${surface}:${key}`.startsWith(head));
    const asked = (keys: Iterable<string>) =>
      [...new Set([...keys].map(askedKey))].filter((key) => !optional(key)).sort();
    expect(asked(texts.keys())).toEqual(asked(italian.keys()));
  });

  it("ends its plurals as the language counts", () => {
    const wanted = new Intl.PluralRules(factsOf(locale).intl).resolvedOptions().pluralCategories.slice().sort();
    const wrong = [...pluralsOf(texts.keys())]
      .filter(([, endings]) => [...endings].sort().join() !== wanted.join())
      .map(([key, endings]) => `${key}: ${[...endings].sort().join(", ")} instead of ${wanted.join(", ")}`);
    expect(wrong).toEqual([]);
    expect([...pluralsOf(texts.keys()).keys()].sort()).toEqual([...italianPlurals.keys()].sort());
  });

  it("uses the placeholders of the Italian text", () => {
    const wrong: string[] = [];
    for (const [key, text] of texts) {
      const own = italian.get(key) ?? italian.get(`${askedKey(key)}_other`) ?? text;
      // "one" may say the number in words: "ein Platz".
      const free = key.endsWith("_one") || key.endsWith("_zero") ? ["count"] : [];
      const wanted = placeholdersOf(own).filter((name) => !free.includes(name));
      const found = placeholdersOf(text).filter((name) => !free.includes(name));
      if (wanted.join() !== found.join()) wrong.push(`${key}: {${found.join()}} instead of {${wanted.join()}}`);
    }
    expect(wrong).toEqual([]);
  });

  it("has no empty text, stray space or broken placeholder", () => {
    const wrong = [...texts]
      .filter(([, text]) => text.trim() === "" || text !== text.trim() || / {2}/.test(text) || hasBrokenBraces(text))
      .map(([key]) => key);
    expect(wrong).toEqual([]);
    expect([...texts].filter(([, text]) => text !== text.normalize("NFC")).map(([key]) => key)).toEqual([]);
  });
});

function hasBrokenBraces(text: string): boolean {
  return /[{}]/.test(text.replace(/\{\{\s*-?\s*[A-Za-z][\w.]*\s*\}\}/g, ""));
}
