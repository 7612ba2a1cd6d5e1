// The display's own look-up says what i18next says on the server and at the desk: every key of every surface and language, every count that changes
// an ending, values of all kinds; and both borrow, miss and fill in the same way.
import { describe, expect, it } from "vitest";
import { createDictionary } from "../../kiosk/dictionary.ts";
import { readCatalogues } from "../../server/readCatalogues.ts";
import { createWords } from "../../templates/parts/words.ts";
import { type Catalogues, wordsFrom } from "../../templates/parts/wordsFrom.ts";
import { askedKey, placeholdersOf, ROOT, surfacesOf, textsOf } from "../vocabularies/catalogues.ts";

const COUNTS = [0, 1, 2, 1_000_000];
const catalogues = readCatalogues(ROOT);
const onDisplay = (some: Catalogues) => wordsFrom(some, createDictionary);
const displayed = onDisplay(catalogues);
const served = createWords(catalogues);

describe.each(Object.keys(catalogues))("speed 24: the words of %s are those of i18next", (locale) => {
  const { t, has } = displayed(locale);
  const { t: said } = served(locale);

  it.each(surfacesOf(locale))("%s", (surface) => {
    const different: string[] = [];
    for (const [path, text] of textsOf(locale, surface)) {
      const key = `${surface}:${askedKey(path)}`;
      const values = Object.fromEntries(placeholdersOf(text).map((name, index) => [name, `$& <${index}> & {{name}}`]));
      if (t(`${surface}:${path}`) !== said(`${surface}:${path}`)) different.push(path);
      if (!has(`${surface}:${path}`)) different.push(`${path} is not there`);
      for (const count of askedKey(path) === path ? [1] : COUNTS)
        if (t(key, { ...values, count }) !== said(key, { ...values, count })) different.push(`${key} ${count}`);
    }
    expect(different).toEqual([]);
  });
});

describe.each([
  ["display", onDisplay],
  ["server", createWords],
] as const)("words of the %s", (_where, make) => {
  const wordsOf = make(catalogues);
  const young = make({
    ...catalogues,
    ar: { facts: { id: "ar", name: "العربية", intl: "ar", dir: "rtl" }, surfaces: { own: { days_two: "يومان" } } },
  })("ar");

  it("that a young language has not are borrowed, with the endings of the language they come from", () => {
    const english = wordsOf("en");
    expect(young.t("vocabulary:contract.permanent")).toBe(english.t("vocabulary:contract.permanent"));
    for (const count of COUNTS) expect(young.t("desk:more", { count })).toBe(english.t("desk:more", { count }));
    expect(young.has("vocabulary:contract.permanent")).toBe(false);
    expect(young.t("own:days", { count: 2 })).toBe("يومان");
  });

  it("that nobody has are the key itself, also where the key is a name every object knows", () => {
    const { t, has } = wordsOf("de");
    for (const key of [
      "constructor",
      "contract.constructor",
      "__proto__.name",
      "contract.toString",
      "contract",
      "nein",
    ])
      expect(t(`vocabulary:${key}`)).toBe(key);
    expect(has("vocabulary:constructor")).toBe(false);
    expect(has("nowhere:at.all")).toBe(false);
  });

  it("leave no place unfilled and take no instruction from a value", () => {
    const { t } = wordsOf("it");
    const key = "refusals:unexpected";
    expect(t(key, {})).not.toContain("{{");
    expect(t(key, { id: "$t(vocabulary:contract.permanent)" })).toContain("$t(vocabulary:contract.permanent)");
  });
});
