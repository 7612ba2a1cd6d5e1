// What a posting's facts say in four languages, for the values that are easily said wrongly.
import { expect, test } from "vitest";
import type { Content } from "../../../server/domain/content.ts";
import type { PublicPosting } from "../../../server/domain/publicPosting.ts";
import { romeInstant } from "../../../server/domain/time.ts";
import { readCatalogues } from "../../../server/readCatalogues.ts";
import { cardFacts } from "../../../templates/parts/cardFacts.ts";
import type { FactId } from "../../../templates/parts/fact.ts";
import { factsOf } from "../../../templates/parts/factsOf.ts";
import { titleOf } from "../../../templates/parts/line.ts";
import { freshness, markWords, reservedLine } from "../../../templates/parts/noticeWords.ts";
import { createWords } from "../../../templates/parts/words.ts";
import { pictureCases } from "../../pictures/cases.ts";
import { aJob, aPay, aPlace, aPublicPosting, NOW, until } from "../../pictures/publicPosting.ts";

const wordsOf = createWords(readCatalogues(process.cwd()));
const LOCALES = ["it", "en", "fr", "de"];

// Narrow and other no-break spaces differ between releases of CLDR; a reader sees a space.
const spaced = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, " ");

function said(posting: PublicPosting, id: FactId, locale: string, now: number | null = NOW): string | undefined {
  const fact = factsOf(posting, wordsOf(locale), now).find((one) => one.id === id);
  return fact === undefined ? undefined : spaced(fact.lines.map((line) => line.text).join(" | "));
}
const inFour = (posting: PublicPosting, id: FactId, now: number | null = NOW) =>
  LOCALES.map((locale) => said(posting, id, locale, now));
const onCard = (posting: PublicPosting, id: FactId, locale: string, now = NOW) =>
  spaced(
    cardFacts(posting, wordsOf(locale), now)
      .find((fact) => fact.id === id)
      ?.lines.map((line) => line.text)
      .join(" | ") ?? "",
  );

const paid = (pay: Parameters<typeof aPay>) => aPublicPosting("vacancy", "Cuoco", { job: aJob({ pay: aPay(...pay) }) });
const closing = (day: string, time: string | null = null) =>
  aPublicPosting("vacancy", "Cuoco", { job: aJob(), window: until(day, time) });

test("pay from a minimum keeps its thousands apart in every language", () => {
  expect(inFour(paid([1500]), "pay")).toEqual([
    "Da 1.500 € lordi al mese",
    "From €1,500 gross per month",
    "À partir de 1 500 € brut par mois",
    "Ab 1.500 € brutto pro Monat",
  ]);
});

test("a band of pay with cents, in pounds, by the hour", () => {
  expect(inFour(paid([11.44, { max: 13, currency: "GBP", period: "hour" }]), "pay")).toEqual([
    "Da 11,44 a 13 £ lordi all’ora",
    "£11.44 to £13 gross per hour",
    "De 11,44 à 13 £GB brut par heure",
    "11,44 bis 13 £ brutto pro Stunde",
  ]);
});

test("an exact amount says neither from nor to, and what is not stated is said once", () => {
  const posting = paid([1200, { max: 1200, gross: null, period: null }]);
  expect(said(posting, "pay", "it")).toBe("1.200 € | Non è indicato se l’importo è lordo o netto.");
  expect(onCard(posting, "pay", "it")).toBe("1.200 €");
});

test("an allowance is never called a wage", () => {
  const posting = aPublicPosting("training", "Tirocinio", {
    course: {
      provider: null,
      starts: null,
      ends: null,
      totalHours: null,
      allowance: aPay(600, { gross: null, allowance: true }),
    },
  });
  const labels = LOCALES.map(
    (locale) => factsOf(posting, wordsOf(locale), NOW).find((fact) => fact.id === "pay")?.label,
  );
  expect(labels).toEqual(["Indennità", "Allowance", "Indemnité", "Aufwandsentschädigung"]);
  expect(said(posting, "pay", "en")).toBe("From €600 per month | This is an allowance, not a wage.");
});

test("a deadline today or tomorrow is said in words, with its hour", () => {
  expect(LOCALES.map((locale) => onCard(closing("2026-11-21", "12:30"), "until", locale))).toEqual([
    "Chiude oggi alle 12:30",
    "Closes today at 12:30",
    "Aujourd’hui, avant 12:30",
    "Endet heute um 12:30 Uhr",
  ]);
  expect(LOCALES.map((locale) => onCard(closing("2026-11-22"), "until", locale))).toEqual([
    "Chiude domani",
    "Closes tomorrow",
    "Se termine demain",
    "Endet morgen",
  ]);
  expect(LOCALES.map((locale) => onCard(closing("2027-11-30"), "until", locale))).toEqual([
    "30 novembre 2027",
    "30 November 2027",
    "30 novembre 2027",
    "30. November 2027",
  ]);
});

test("paper knows no today", () => {
  expect(inFour(closing("2026-11-21", "12:30"), "until", null)).toEqual([
    "Sabato 21 novembre 2026, ore 12:30",
    expect.stringMatching(/^Saturday,? 21 November 2026, 12:30$/),
    "Samedi 21 novembre 2026, 12:30",
    "Samstag, 21. November 2026, 12:30 Uhr",
  ]);
});

test("today ends at Rome's midnight, also on the nights of summer time [T1][T3]", () => {
  for (const [day, next] of [
    ["2026-03-29", "2026-03-30"],
    ["2026-10-25", "2026-10-26"],
  ] as const) {
    expect(onCard(closing(day), "until", "it", romeInstant(day, "23:59"))).toBe("Chiude oggi");
    expect(onCard(closing(next), "until", "it", romeInstant(day, "23:59"))).toBe("Chiude domani");
    expect(onCard(closing(day), "until", "it", romeInstant(next, "00:00"))).toMatch(/^Scaduto: /);
  }
  expect(onCard(closing("2026-11-21", "09:41"), "until", "it")).toMatch(/^Scaduto: 21 novembre/);
});

test("a posting that states nothing says so, and only what a reader would look for", () => {
  const bare = pictureCases().bare as PublicPosting;
  expect(cardFacts(bare, wordsOf("en"), NOW).map((fact) => [fact.id, fact.stated, fact.lines[0]?.text])).toEqual([
    ["contract", false, "Not stated"],
    ["pay", false, "Not stated"],
    ["until", false, "No deadline stated"],
  ]);
  const notice = pictureCases().barest as PublicPosting;
  for (const locale of LOCALES) expect(factsOf(notice, wordsOf(locale), NOW)).toEqual([]);
});

test("a card shows four facts at most, of every posting, in every language", () => {
  for (const posting of Object.values(pictureCases())) {
    for (const locale of LOCALES) expect(cardFacts(posting, wordsOf(locale), NOW).length).toBeLessThanOrEqual(4);
  }
});

test("places, regions and countries are said in the reader's language", () => {
  const places = (...all: Content["places"]) => aPublicPosting("eures", "Cuoco", { places: all });
  expect(inFour(places(aPlace("Zell am See", null, { country: "AT" })), "where")).toEqual([
    "Zell am See, Austria",
    "Zell am See, Austria",
    "Zell am See, Autriche",
    "Zell am See, Österreich",
  ]);
  expect(inFour(places(aPlace("Amburgo", null, { country: "DE" })), "where")).toEqual([
    "Amburgo, Germania",
    "Hamburg, Germany",
    "Hambourg, Allemagne",
    "Hamburg, Deutschland",
  ]);
  expect(inFour(places(aPlace(null, null, { region: "Valle d'Aosta" })), "where")).toEqual([
    "Valle d’Aosta",
    "Aosta Valley",
    "Vallée d’Aoste",
    "Aostatal",
  ]);
  expect(inFour(places(aPlace(null, "TO")), "where")).toEqual([
    "Provincia di Torino",
    "Province of Turin",
    "Province de Turin",
    "Provinz Turin",
  ]);
});

test("a language without a level says so; wished is told from required", () => {
  const posting = aPublicPosting("eures", "Cuoco", {
    languages: [
      { language: "de", level: null, need: "required", note: null },
      { language: "en", level: "B1", need: "wished", note: null },
    ],
    requirements: [
      { need: "wished", phrase: { id: "experienceYears", values: { count: 1 } }, text: { id: "s2", text: "1 anno" } },
    ],
  });
  expect(said(posting, "languages", "en")).toBe("German: level not stated | English: B1 (intermediate) (an advantage)");
  expect(inFour(posting, "experience")).toEqual([
    "Almeno 1 anno di esperienza (gradito)",
    "At least 1 year of experience (an advantage)",
    expect.stringMatching(/1 an .*\(/),
    "Mindestens 1 Jahr Erfahrung (von Vorteil)",
  ]);
});

test("a phrase no language knows falls back to what was written, marked", () => {
  const posting = aPublicPosting("vacancy", "Cuoco", {
    requirements: [
      { need: "required", phrase: { id: "somethingNewer", values: {} }, text: { id: "s2", text: "Saper nuotare" } },
    ],
  });
  const line = factsOf(posting, wordsOf("de"), NOW).find((fact) => fact.id === "requirements")?.lines[0];
  expect(line).toEqual({ text: "Saper nuotare", lang: "it", mark: "source" });
  expect(markWords(line ?? { lang: "it", mark: null }, wordsOf("de"))).toBe("auf Italienisch");
});

test("a title stands translated, else by its occupation, else in Italian and said so", () => {
  const { event, vacancy, bare } = pictureCases() as Record<string, PublicPosting>;
  expect(titleOf(event as PublicPosting, "de")).toMatchObject({ lang: "de", mark: "machine" });
  expect(titleOf(vacancy as PublicPosting, "en")).toEqual({ text: "Cook – assistant", lang: "en", mark: null });
  expect(titleOf(bare as PublicPosting, "fr")).toEqual({ text: "Cuoco", lang: "it", mark: "source" });
  expect(titleOf(bare as PublicPosting, "it").mark).toBeNull();
});

test("the law's article and whom it reserves to stand in every language; nothing is reserved where nothing is", () => {
  const { targeted, vacancy } = pictureCases() as Record<string, PublicPosting>;
  for (const locale of LOCALES) {
    expect(reservedLine(targeted as PublicPosting, wordsOf(locale))?.article).toMatch(
      /^L\.\u00a068\/99, [Aa]rt\.\u00a018$/,
    );
    expect(reservedLine(vacancy as PublicPosting, wordsOf(locale))).toBeNull();
  }
});

test("late is said with its day", () => {
  expect(freshness(NOW - 60_000, NOW, wordsOf("en"))).toEqual({ late: false, words: "updated at 09:40" });
  expect(freshness(NOW - 86_400_000, NOW, wordsOf("en"))).toEqual({
    late: true,
    words: "Last updated: 20 November, 09:41",
  });
});

test("the names of regions and provinces are those of the vocabularies", async () => {
  const { readVocabularies } = await import("../../setup/readVocabularies.ts");
  const { places } = readVocabularies(process.cwd());
  for (const locale of LOCALES) {
    for (const { sigla, names } of places.provinces()) {
      expect(wordsOf(locale).t(`names:province.${sigla}`)).toBe(names[locale] ?? names.it);
    }
    for (const { names } of places.regions()) {
      const key = (names.it ?? "")
        .normalize("NFD")
        .replace(/[^A-Za-z]/g, "")
        .toLowerCase();
      expect(wordsOf(locale).t(`names:region.${key}`)).toBe(names[locale] ?? names.it);
    }
  }
});
