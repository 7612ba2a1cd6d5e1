// [V1] [V2] Titles as written find their occupation, or nothing. At least 98 in 100 of the certain ones must be right.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTable } from "../../server/vocabularies/readTable.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";
import { ROOT } from "./catalogues.ts";
import { JUDGED_TITLES } from "./judgedTitles.ts";

const vocabularies = readVocabularies(ROOT);

function englishOf(title: string): string | null {
  const match = vocabularies.matchOccupation(title);
  if (match === null || !match.certain) return null;
  return vocabularies.titleLabels(match.occupation, match.qualifiers)?.en?.replace(/\u00A0/g, " ") ?? null;
}

describe("titles as written", () => {
  it.each(JUDGED_TITLES.map(([written, english]) => ({ written, english })))(
    "[V1] [V2] $written → $english",
    ({ written, english }) => {
      expect(englishOf(written)).toBe(english);
    },
  );

  it("[V1] of an office's everyday board are right in 98 of 100 cases where the matcher is certain", () => {
    const judged = readTable(join(import.meta.dirname, "everydayTitles.tsv"), ["written", "english"]).rows;
    const certain = judged.filter(([written = ""]) => englishOf(written) !== null);
    const wrong = certain
      .filter(([written = "", english]) => englishOf(written) !== english)
      .map(([written]) => written);
    console.log(`everyday titles: ${judged.length}, certain ${certain.length}, of these wrong ${wrong.length}`);
    expect(certain.length).toBeGreaterThan(judged.length * 0.7);
    expect(wrong.length, wrong.join("; ")).toBeLessThanOrEqual(certain.length * 0.02);
  });

  it("are matched whatever their case, accents and spaces", () => {
    expect(englishOf("  aiuto   CUOCO ")).toBe("Cook – assistant");
    expect(englishOf("Maitre")).toBe(englishOf("Maître"));
    expect(englishOf("Governante d’albergo")).toBe(englishOf("Governante d'albergo"));
  });

  it("never break the matcher", () => {
    for (const title of ["(", ")", "((((", "a".repeat(20_000), "/".repeat(500), "\u0000", "😀 cuoco", "di della del"]) {
      expect(() => vocabularies.matchOccupation(title)).not.toThrow();
    }
  });
});
