// What can be said against a translation, and what two sentences have in common: by meaning, in each language's writing.
import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../server/domain/checkTranslation.ts";
import { blocks, checkTranslation } from "../../server/domain/checkTranslation.ts";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { rerender } from "../../server/domain/rerender.ts";
import { CAP, likeness, skeletonOf } from "../../server/domain/skeleton.ts";
import { valuesIn } from "../../server/domain/valuesIn.ts";
import { jobSentences } from "../bench/jobSentences.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";
import { ROOT } from "../vocabularies/catalogues.ts";

const vocabularies = readVocabularies(ROOT);
const languages = CORE_LOCALES.map((locale) => vocabularies.language(locale));
const language = (id: string) => vocabularies.language(id);
const check = (source: string, target: string, to: string): Finding[] =>
  checkTranslation({ source, target, from: language("it"), to: language(to), terms: vocabularies.lawTerms, languages });
const errors = (source: string, target: string, to = "en") =>
  check(source, target, to)
    .filter(({ severity }) => severity === "error")
    .map(({ code }) => code);

describe("checks (translation 17, 18)", () => {
  it.each([
    ["Stipendio 1.450,00 €.", "Pay €1,450.00.", "en"],
    ["Stipendio 1.450,00 €.", "Salaire 1 450,00 €.", "fr"],
    ["Entro il 15/12.", "Bis 15. Dezember.", "de"],
    ["Entro il 15 dicembre 2026.", "By December 15, 2026.", "en"],
    ["Dalle ore 9 alle 13.30.", "De 9 h à 13 h 30.", "fr"],
    ["Dalle 9:00 alle 13:30.", "Von 9 bis 13.30 Uhr.", "de"],
    ["Fino alle 17.", "Until 5 pm.", "en"],
    ["Servono 3 persone.", "Three people are needed.", "en"],
    ["Patente B.", "Führerschein der Klasse B.", "de"],
    ["Tel. +39 0832 123456.", "Phone 0832 123456.", "en"],
    ["Scrivere a cpi@regione.puglia.it, rif. AB-12.", "Write to cpi@regione.puglia.it, ref. AB-12.", "en"],
    ["Senza esperienza.", "Ohne Erfahrung.", "de"],
    ["Esclusi i part-time.", "Part-time jobs excluded.", "en"],
    ["Riservato L. 68/99.", "Reserved under L. 68/99.", "en"],
  ])("[C3][C4] finds no error in «%s» → «%s»", (source, target, to) => {
    expect(errors(source, target, to)).toEqual([]);
  });

  it.each([
    ["Stipendio 1.450,00 €.", "Pay €1.450,00.", "en", "money"],
    ["Entro il 15/12.", "By 12 December.", "en", "date"],
    ["Fino alle 17:30.", "Until 5 pm.", "en", "time"],
    ["Servono 3 persone.", "People are needed.", "en", "number"],
    ["Servono persone.", "4 people are needed.", "en", "added"],
    ["Patente C.", "Führerschein B.", "de", "licence"],
    ["Tel. 0832 123456.", "Phone 0832 123465.", "en", "phone"],
    ["Scrivere a cpi@x.it.", "Write to cpi@y.it.", "en", "email"],
    ["Vedi www.arpal.it/bandi.", "See www.arpal.it/news.", "en", "url"],
    ["Tedesco B1.", "German B2.", "en", "level"],
    ["Rif. AB-12.", "Ref. AB-21.", "en", "reference"],
    ["Ciao {{nome}}.", "Hello {{name}}.", "en", "placeholder"],
    ["Non serve la patente.", "A licence is needed.", "en", "negationLost"],
    ["Si offre il vitto e l'alloggio.", "Si offre il vitto e l'alloggio.", "en", "same"],
    ["Si offre il vitto e l'alloggio.", "Le logement est offert avec les repas.", "en", "wrongLanguage"],
    ["Riservato L. 68/99.", "Reserved by law 68/99.", "en", "untranslatable"],
  ])("[C2] «%s» → «%s» (%s): %s", (source, target, to, code) => {
    expect(errors(source, target, to)).toContain(code);
    expect(blocks(check(source, target, to))).toBe(true);
  });

  it("warns without blocking: terms, punctuation, French spaces, a word that is the same", () => {
    const codes = (source: string, target: string, to: string) => check(source, target, to).map(({ code }) => code);
    expect(codes("Collocamento mirato.", "Special placement.", "en")).toContain("required");
    expect(codes("Turni serali.", "Evening shifts", "en")).toContain("punctuation");
    expect(codes("Attenzione: turni!", "Attention: horaires décalés!", "fr")).toContain("frenchSpace");
    expect(codes("Barista", "Barista", "fr")).toContain("sameShort");
    expect(blocks(check("Collocamento mirato.", "Special placement", "en"))).toBe(false);
  });

  it("takes less than 30 ms for the longest segment (translation 19)", () => {
    const source = "Si cercano 3 camerieri a Gallipoli dal 15/12, 1.450,00 € al mese, patente B, non automuniti. "
      .repeat(7)
      .slice(0, 600);
    const target = "Three waiters wanted in Gallipoli from 15 December, €1,450.00 a month, licence B, no own car. "
      .repeat(7)
      .slice(0, 600);
    check(source, target, "en");
    const taken = Array.from({ length: 30 }, () => {
      const begun = performance.now();
      check(source, target, "en");
      return performance.now() - begun;
    }).sort((a, b) => a - b);
    expect(taken[15]).toBeLessThan(30);
  });

  it("reads hostile texts in time", () => {
    for (const text of [
      "1.".repeat(400),
      "a@".repeat(400),
      "9 ".repeat(450),
      "(".repeat(900),
      "http://".repeat(120),
      "1 / 2".repeat(180),
    ]) {
      const begun = performance.now();
      for (const one of languages) valuesIn(text.slice(0, 900), one);
      expect(performance.now() - begun, text.slice(0, 12)).toBeLessThan(200);
    }
  });
});

describe("likeness", () => {
  const skeleton = (text: string) => skeletonOf(text, language("it"), vocabularies.lexicon);
  const score = (a: string, b: string) => likeness(skeleton(a), skeleton(b)).score;

  it("[T2] 200 sentences about another job are never above 74, whether or not a vocabulary knows the job (translation 13)", () => {
    const known = [
      "cuoco",
      "cameriere",
      "saldatore",
      "muratore",
      "infermiere",
      "magazziniere",
      "parrucchiere",
      "sarto",
      "giardiniere",
      "elettricista",
    ];
    const unheard = [
      "sverniciatore",
      "lampadinaio",
      "bottonaia",
      "canapista",
      "risuolatrice",
      "scardassiere",
      "brillantinista",
      "gommapiumaio",
    ];
    const { remembered } = jobSentences([...known, "x"], 300);
    const { queries } = jobSentences([...known, ...known, ...unheard], 10);
    const all = remembered.map(skeleton);
    const high = queries.flatMap((query) => {
      const asked = skeleton(query);
      const best = Math.max(...all.map((one) => likeness(asked, one).score));
      return best > CAP ? [`${best} ${query}`] : [];
    });
    const other = queries.filter((query) => unheard.some((job) => query.includes(job)));
    expect(other.length).toBeGreaterThan(50);
    expect(high.filter((one) => unheard.some((job) => one.includes(job)))).toEqual([]);
  });

  it("[T3] a differing value or negation caps; a differing word is told by how much", () => {
    expect(
      score("Turni serali per 6 mesi, anche festivi", "Turni serali per 8 mesi, anche nei festivi"),
    ).toBeLessThanOrEqual(CAP);
    expect(
      score("Si richiede la patente per la sede di Lecce", "Non si richiede la patente per la sede di Lecce"),
    ).toBeLessThanOrEqual(CAP);
    expect(
      score("Si offre vitto e alloggio per la stagione estiva", "Si offre vitto e alloggio per la stagione invernale"),
    ).toBeGreaterThanOrEqual(75);
    expect(score("Contratto di 3 mesi", "Contratto di 6 mesi")).toBe(100);
  });

  it("[T4] says the kept translation again with other values, or not at all", () => {
    const again = (source: string, target: string, now: string, to: string) =>
      rerender(
        { source, skeleton: skeleton(source), target },
        { text: now, skeleton: skeleton(now) },
        language("it"),
        language(to),
      );
    expect(
      again(
        "Paga 1.450,00 € dal 15/12 a Lecce",
        "Lohn 1.450,00 € ab 15. Dezember in Lecce",
        "Paga 12.300,50 € dal 02/01 a Maglie",
        "de",
      ),
    ).toBe("Lohn 12.300,50 € ab 2. Januar in Maglie");
    expect(
      again("Paga 1.450,00 €", "Salaire de 1 450,00 €", "Paga 1.520,00 €", "fr")?.replace(/[\u00a0\u202f]/g, " "),
    ).toBe("Salaire de 1 520,00 €");
    expect(again("Patente B", "Category B licence", "Patente C", "en")).toBe("Category C licence");
    expect(again("Corso di 2 giorni", "2-day course", "Corso di 1 giorni", "en")).toBeNull();
    expect(again("Sede di Roma", "Office in Rome", "Sede di Lecce", "en")).toBeNull();
    expect(again("Da 3 a 3 mesi", "From 3 to 3 months", "Da 3 a 5 mesi", "en")).toBeNull();
    expect(again("Un cuoco per 3 mesi", "A cook for 3 months", "Un cameriere per 3 mesi", "en")).toBeNull();
  });
});
