// Phrases for requirements, benefits, documents and instructions: what the desk offers is recognised again, stands in every language, and nothing
// that says more than a phrase is taken for it. [V4] [V7]
import { describe, expect, it } from "vitest";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { PHRASE_KINDS } from "../../server/domain/phrase.ts";
import { readCatalogues } from "../../server/readCatalogues.ts";
import { offerPhrases } from "../../server/services/offerPhrases.ts";
import { phrasesOfContent } from "../../server/services/phrasesOfContent.ts";
import { phraseTemplates } from "../../server/vocabularies/phraseTemplates.ts";
import { sayPhrase } from "../../templates/parts/sayPhrase.ts";
import { createWords } from "../../templates/parts/words.ts";
import { aContent } from "../builders.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";
import { ROOT } from "./catalogues.ts";

const vocabularies = readVocabularies(ROOT);
const words = createWords(readCatalogues(ROOT));

describe("phrases the desk offers", () => {
  it.each(PHRASE_KINDS)("[V7] of kind %s are recognised as what they are, and every language says them", (kind) => {
    const wrong: string[] = [];
    for (const phrase of phraseTemplates(kind, [2])) {
      const text = sayPhrase(phrase, words("it")) ?? "";
      const read = vocabularies.matchPhrase(kind, text);
      if (JSON.stringify(read) !== JSON.stringify(phrase)) wrong.push(`${text}: ${JSON.stringify(read)}`);
      for (const locale of CORE_LOCALES)
        if (sayPhrase(phrase, words(locale)) === null) wrong.push(`${phrase.id} in ${locale}`);
    }
    expect(wrong).toEqual([]);
  });

  it("come while one types, in the reader's language too, with the number typed", () => {
    const offered = (...asked: Parameters<typeof offerPhrases> extends [unknown, unknown, ...infer R] ? R : never) =>
      offerPhrases(vocabularies, words, ...asked).map(({ text }) => text);
    expect(offered("requirement", "esperienza 3", "it")).toContain("Almeno 3 anni di esperienza");
    expect(offered("benefit", "allogg", "it")).toEqual(expect.arrayContaining(["Alloggio", "Alloggio gratuito"]));
    expect(offered("benefit", "Unterkunft", "de")).toContain("Alloggio");
    expect(offered("benefit", "vitto e al", "it")[0]).toBe("Vitto e alloggio");
    expect(offered("document", "permis", "fr")).toContain("Patente di guida");
    expect(offered("requirement", "età minima 18 anni", "it")).toEqual(["Età minima: 18 anni"]);
    expect(offered("instruction", "xyz", "it")).toEqual([]);
    expect(offered("instruction", "", "it")).toEqual([]);
  });
});

describe("lines of a posting", () => {
  const phrasesOf = phrasesOfContent(vocabularies, words, CORE_LOCALES);
  const benefit = (text: string) =>
    phrasesOf({ ...aContent("Cuoco"), benefits: [{ id: "s9", text }] }).s9?.de?.replace(/\u00a0/g, " ");

  it.each([
    ["vitto e alloggio", "Unterkunft und Verpflegung"],
    ["Alloggio gratuito", "Kostenlose Unterkunft"],
    ["buoni pasto", "Essensgutscheine"],
    ["rimborso spese di viaggio", "Erstattung der Reisekosten"],
    ["corso di tedesco", "Sprachkurs: Deutsch"],
    ["possibilità di proroga del contratto", "Verlängerung möglich"],
  ])("[V7] %s stands in German without a translator", (text, german) => {
    expect(benefit(text)).toBe(german);
  });

  it.each([
    "alloggio in camera doppia",
    "vitto e alloggio a carico del lavoratore",
    "corso di tedesco e inglese",
    "buoni pasto da 8 euro",
    "appartamento arredato a 300 EUR al mese",
    "non è previsto l'alloggio",
    "senza alloggio",
  ])("[V4] %s says more, and waits for a translator", (text) => {
    expect(benefit(text)).toBeUndefined();
  });

  it("[V7] of another language, and titles and duties, are never read so", () => {
    expect(phrasesOf({ ...aContent("Cuoco"), sourceLocale: "de", benefits: [{ id: "s9", text: "Alloggio" }] })).toEqual(
      {},
    );
    expect(phrasesOf({ ...aContent("Curriculum"), summary: [{ id: "s9", text: "Alloggio" }] })).toEqual({});
  });
});
