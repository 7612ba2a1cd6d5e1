// What leaves the house and how it comes back: nothing hidden is sent, every mark returns exactly once, numbers and dates are written as the reader
// writes them. And which configurations are understood.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../server/config.ts";
import type { Term } from "../../server/domain/term.ts";
import { maskText, unmaskText } from "../../server/services/maskText.ts";
import { fromMarkup, fromPlain, toMarkup, toPlain } from "../../server/translators/marks.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";

const vocabularies = readVocabularies(readConfig({}).projectRoot);
const { lexicon, lawTerms } = vocabularies;
const term = (more: Partial<Term>): Term => ({
  id: "t",
  owner: "*",
  kind: "required",
  source: [],
  forms: {},
  note: null,
  ...more,
});

function mask(text: string, to = "en", terms: readonly Term[] = lawTerms, names: readonly string[] = []) {
  return maskText(text, { from: vocabularies.language("it"), to: vocabularies.language(to), lexicon, terms, names });
}
const through = (text: string, to: string) => {
  const masked = mask(text, to);
  return unmaskText(masked.text, masked.marks);
};

describe("masking (translation 6, 24)", () => {
  it.each([
    ["Scrivere a mario.rossi@example.it", ["mario.rossi@example.it"]],
    ["Telefonare allo 0832 123456 o al +39 333 1234567", ["0832 123456", "+39 333 1234567"]],
    ["Candidature su https://www.example.it/lavoro", ["https://www.example.it/lavoro"]],
    ["Chiedere di Maria Rossi in ufficio", ["Maria Rossi"]],
    ["Contattare la Dott.ssa Anna De Luca", ["Anna De Luca"]],
    ["Codice fiscale RSSMRA80A01E506X", ["RSSMRA80A01E506X"]],
    ["Si lavora a Gallipoli e a Santa Maria di Leuca presso Masseria Bianca", ["Gallipoli", "Masseria Bianca"]],
    ["Riservato ai sensi della L. 68/99", ["L. 68/99"]],
    ["Patente B, rif. n. AB12/2026", ["AB12/2026"]],
    ["Paga di 1.450,00 € per 40 ore", ["1.450,00", "40"]],
  ])("%s", (text, hidden) => {
    const masked = mask(text, "en", lawTerms, ["Masseria Bianca"]);
    for (const one of hidden) expect(masked.text).not.toContain(one);
  });

  it("numbers and dates come back in the writing of the language", () => {
    expect(through("Paga 1.450,00 € dal 15 dicembre 2026", "en")).toBe("Paga 1,450.00 € dal 15 December 2026");
    expect(through("Paga 1.450,00 € dal 15 dicembre 2026", "de")).toBe("Paga 1.450,00 € dal 15. Dezember 2026");
    expect(through("Anno 2026, 40 ore, 12,5 giorni", "en")).toBe("Anno 2026, 40 ore, 12.5 giorni");
  });

  it("a term with one form is put in place, one with endings is asked for, a forbidden one is left to the checks", () => {
    const fixed = term({ source: ["tirocinio"], forms: { en: ["traineeship"] } });
    expect(mask("Tirocinio di sei mesi", "en", [fixed])).toMatchObject({
      text: '<x id="1"/> di sei mesi',
      marks: ["Traineeship"],
    });
    const ending = term({ source: ["turno"], forms: { en: ["shift", "shifts"] } });
    expect(mask("Si lavora a turno", "en", [ending])).toMatchObject({
      text: "Si lavora a turno",
      hints: [{ source: "turno", target: "shift" }],
    });
  });

  it("[MT1] each mark exactly once, or no draft", () => {
    const marks = ["a", "b"];
    expect(unmaskText('<x id="2"/> - <x id="1"/>', marks)).toBe("b - a");
    for (const text of [
      "",
      '<x id="1"/>',
      '<x id="1"/><x id="1"/>',
      '<x id="1"/><x id="2"/><x id="2"/>',
      '<x id="1"/><x id="2"/><x id="3"/>',
    ])
      expect(() => unmaskText(text, marks), text).toThrow("translatorMark");
  });

  it("[MT4] whatever is written survives both ways of travelling, and elements nobody sent are refused", () => {
    const part = fc.constantFrom("a & b", " < 3 > ", '<x id="1"/>', "&lt;", "«sì»", '"', "l'ora", "&#38;");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        expect(fromMarkup(toMarkup(text))).toBe(text);
        expect(fromPlain(toPlain(text.replaceAll("<", "").replaceAll("x id", "")))).toBeTypeOf("string");
      }),
    );
    for (const text of ["<b>x</b>", "<script>alert(1)</script>", 'a <x id="1">', "</p>"])
      expect(() => fromMarkup(text), text).toThrow("translatorMarkup");
    expect(() => fromPlain("<img src=x>")).toThrow("translatorMarkup");
    expect(fromMarkup("<x id=\"3\"></x> &amp; <x id='4' />")).toBe('<x id="3"/> & <x id="4"/>');
  });
});

describe("the configuration", () => {
  it("is off by default, knows each service's address, and lets no key travel in the open", () => {
    expect(readConfig({}).translator).toBeNull();
    expect(readConfig({ TRANSLATOR: "deepl", TRANSLATOR_KEY: "k:fx" }).translator?.url).toBe(
      "https://api-free.deepl.com",
    );
    expect(readConfig({ TRANSLATOR: "deepl", TRANSLATOR_KEY: "k" }).translator?.url).toBe("https://api.deepl.com");
    expect(
      readConfig({ TRANSLATOR: "libretranslate", TRANSLATOR_URL: "http://libretranslate:5000/" }).translator?.url,
    ).toBe("http://libretranslate:5000");
    const refused: Record<string, string>[] = [
      { TRANSLATOR: "deepl" },
      { TRANSLATOR: "libretranslate" },
      { TRANSLATOR: "libretranslate", TRANSLATOR_URL: "http://translate.example.org" },
      { TRANSLATOR: "openai", TRANSLATOR_URL: "http://localhost:11434" },
      { TRANSLATOR: "etranslation", TRANSLATOR_KEY: "nocolon" },
      { TRANSLATOR: "babel" },
      { TRANSLATOR: "deepl", TRANSLATOR_KEY: "k", TRANSLATOR_BUDGET: "-1" },
    ];
    for (const env of refused)
      expect(() => readConfig(env), JSON.stringify(env)).toThrow("Configuration not understood");
  });
});
