// Wordings nobody built the recogniser on: requirements said in other words, titles labelled before it was asked.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readVocabularies } from "../setup/readVocabularies.ts";
import { ROOT } from "./catalogues.ts";

const vocabularies = readVocabularies(ROOT);
const rows = (file: string) =>
  readFileSync(join(ROOT, "tests/vocabularies", file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));

describe("requirements in other words", () => {
  for (const file of ["unseenRequirements.tsv", "unseenRequirementsAfter.tsv"]) {
    it(`[V4] ${file}: nine in ten become their phrase, and none another`, () => {
      const all = rows(file);
      const said = all.map(([text = "", phrase = ""]) => ({
        text,
        phrase,
        found: vocabularies.matchRequirement(text)?.id ?? "-",
      }));
      expect(said.filter(({ phrase, found }) => found !== "-" && found !== phrase)).toEqual([]);
      expect(said.filter(({ phrase, found }) => found === phrase).length / all.length).toBeGreaterThanOrEqual(0.9);
    });
  }

  it("[V4] takes numbers, days and places over, and leaves what it does not understand", () => {
    expect(vocabularies.matchRequirement("aver maturato almeno cinque anni di esperienza")).toEqual({
      id: "experienceYears",
      values: { count: 5 },
    });
    expect(vocabularies.matchRequirement("età da 18 a 40 anni")).toEqual({
      id: "ageRange",
      values: { min: 18, max: 40 },
    });
    expect(vocabularies.matchRequirement("iscritti negli elenchi art. 8 legge 68/99 alla data del 15/03/2026")).toEqual(
      { id: "listArt8", values: { date: "2026-03-15" } },
    );
    expect(vocabularies.matchRequirement("essere iscritti al CPI di Maglie")).toEqual({
      id: "registeredAt",
      values: { place: "Maglie" },
    });
    for (const text of [
      "gradita esperienza",
      "età massima 35 anni",
      "esperienza come saldatore",
      "5 anni di esperienza in 2 settori",
      "turni notturni",
      "iscrizione al CPI di Atlantide",
    ]) {
      expect(vocabularies.matchRequirement(text), text).toBeNull();
    }
  });
});

it.each([
  // Only the third was never tuned on.
  { file: "blindTitlesThird.tsv", atLeast: 135 },
  { file: "blindTitlesSecond.tsv", atLeast: 130 },
  { file: "developmentTitles.tsv", atLeast: 170 },
])(
  "[V1] [V2] [V5] [V6] $file: of occupations assigned without a human 97 to 98 in 100 are right",
  ({ file, atLeast }) => {
    let [assigned, right] = [0, 0];
    for (const [title = "", isco = "-", checked] of rows(file)) {
      const match = vocabularies.matchOccupation(title);
      if (match?.certain !== true) continue;
      assigned += 1;
      const code = vocabularies.iscoOf(match.occupation) ?? match.occupation.replace("isco:", "");
      if (isco.split("|").some((one) => one.startsWith(code)) || code === checked) right += 1;
    }
    expect(assigned).toBeGreaterThan(atLeast);
    expect(right / assigned).toBeGreaterThanOrEqual(file === "blindTitlesThird.tsv" ? 0.98 : 0.97);
  },
);

describe("titles that must wait for a person", () => {
  it.each([
    ["[V2] two occupations", "Lavapiatti / elettricista"],
    ["[V2] two occupations in brackets", "Cuoco (e cameriere)"],
    ["[V5] a word nobody understood", "Cuoco vegano"],
    ["[V6] a place that makes it another's work", "Cameriera albergo"],
    ["a slip that may mean two things", "Cuocco"],
  ])("%s: %s", (_, title) => {
    expect(vocabularies.matchOccupation(title)?.certain ?? false).toBe(false);
  });

  it("[V5] are not those with a count, a place, a time or experience besides", () => {
    const cook = vocabularies.matchOccupation("cuoco")?.occupation;
    for (const title of ["N. 2 cuochi", "3 CUOCHI PER HOTEL", "Cuoco con esperienza", "Cuoca part time weekend"])
      expect(vocabularies.matchOccupation(title), title).toMatchObject({ occupation: cook, certain: true });
    expect(vocabularies.matchOccupation("Parruchiera")?.occupation).toBe(
      vocabularies.matchOccupation("parrucchiera")?.occupation,
    );
  });
});
