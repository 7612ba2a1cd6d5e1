// Requirements as written become phrases; what is not wholly understood stays as written. (translation 5)
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readVocabularies } from "../setup/readVocabularies.ts";
import { LOCALES, placeholdersOf, ROOT } from "./catalogues.ts";

const { matchRequirement } = readVocabularies(ROOT);

it.each([
  ["almeno 2 anni di esperienza", "experienceYears", { count: 2 }],
  ["Anche senza esperienza.", "experienceNone", {}],
  ["esperienza nella mansione", "experience", {}],
  ["licenza media", "education", { education: "lowerSecondary" }],
  ["diploma di scuola secondaria di primo grado", "education", { education: "lowerSecondary" }],
  ["diploma di scuola superiore", "education", { education: "upperSecondary" }],
  ["scuola dell’obbligo (livello art. 16)", "education", { education: "compulsory" }],
  ["età 18-35 anni", "ageRange", { min: 18, max: 35 }],
  ["45 anni e oltre", "ageFrom", { count: 45 }],
  ["cittadinanza italiana o UE", "citizenshipItalianOrEu", {}],
  ["iscrizione nell'elenco art. 8 L. 68/99 al 06/07/2022", "listArt8", { date: "2022-07-06" }],
  ["residenza in provincia di Lecce", "residenceProvince", { place: "LE" }],
  ["iscrizione al CPI di Biella", "registeredAt", { place: "Biella" }],
  ["disponibilità a trasferirsi a lungo", "relocateLong", {}],
])("%s → %s", (text, id, values) => {
  expect(matchRequirement(text)).toEqual({ id, values });
});

it.each([
  "esclusa disabilità psichica (solo con convenzione)",
  "esperienza minima nel settore edile",
  "diploma superiore di ambito tecnico per i profili meccatronici",
  "statura massima 150 cm oppure somiglianza con personaggi",
  "priorità 45 anni e oltre, bassa scolarità",
  "residenza in provincia di Nessuna",
  "età 35-18 anni",
  "",
])("%s stays as written", (text) => {
  expect(matchRequirement(text)).toBeNull();
});

it("gives every phrase the values its text asks for", () => {
  const vocabulary = JSON.parse(readFileSync(join(LOCALES, "it", "vocabulary.json"), "utf8")) as {
    phrase: Record<string, string>;
    education: Record<string, string>;
  };
  for (const text of [
    "almeno 3 anni di esperienza",
    "6 mesi di esperienza",
    "età 18-35 anni",
    "laurea",
    "diploma its",
    "automunito",
  ]) {
    const phrase = matchRequirement(text);
    const words = vocabulary.phrase[phrase?.id ?? ""] ?? vocabulary.phrase[`${phrase?.id}_other`] ?? "";
    expect(words, text).not.toBe("");
    expect(Object.keys(phrase?.values ?? {}).sort(), text).toEqual(placeholdersOf(words));
    if (phrase?.id === "education") expect(vocabulary.education).toHaveProperty(String(phrase.values.education));
  }
});
