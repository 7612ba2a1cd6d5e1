// The occupation tables: every label splits into its genders, every alias leads somewhere, every label is shown in every language.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QUALIFIERS } from "../../server/domain/vocabulary.ts";
import { foldText } from "../../server/vocabularies/foldText.ts";
import { formsOf, genderForms, showLabel } from "../../server/vocabularies/genderForms.ts";
import { stemsOf } from "../../server/vocabularies/occupationIndex.ts";
import { readOccupationTables } from "../../server/vocabularies/occupationTables.ts";
import { readTable } from "../../server/vocabularies/readTable.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";
import { LOCALES, ROOT } from "./catalogues.ts";

const folder = join(LOCALES, "vocabularies");
const tables = readOccupationTables(folder);
const vocabularies = readVocabularies(ROOT);
const concepts = [...tables.concepts.all()].filter((one) => one.reference.startsWith("esco:"));

/** Pairs whose two words share no beginning, as they stand in ESCO (the last two are its slips of the pen). */
const UNLIKE =
  /^(arzt|monch|mannequin|hebamme|dressman|monaco|steward|homme|gouvernant|maieuticien|valet|privater|moine|gardien|doorman|host|beamter|wachmann|monk|nun|responsabile di laboratorio|chef decorateur|fomgiess|hozbohr)/;

describe("labels with two genders (translation 4)", () => {
  it.each(tables.locales)("every label of %s splits into whole forms", (locale) => {
    const wrong: string[] = [];
    let pairs = 0;
    for (const { labels } of concepts) {
      const label = labels[locale];
      if (label === undefined || !label.includes("/")) continue;
      const forms = genderForms(label, locale);
      if ("single" in forms) {
        if (label.split("/").length % 2 === 0) wrong.push(`not split: ${label}`);
        continue;
      }
      pairs += 1;
      const [a, b] = [foldText(forms.masculine), foldText(forms.feminine)];
      const alike = a.slice(0, 3) === b.slice(0, 3) || UNLIKE.test(a) || UNLIKE.test(b);
      if (
        !alike ||
        a === "" ||
        b === "" ||
        a.endsWith("/") ||
        forms.masculine.split("/").length !== forms.feminine.split("/").length
      ) {
        wrong.push(`${forms.masculine} | ${forms.feminine}`);
      }
      const brackets = (text: string) => text.split("(").length - text.split(")").length;
      if (brackets(forms.masculine) !== 0 || brackets(forms.feminine) !== 0) wrong.push(`cut: ${label}`);
    }
    expect(wrong.filter((line) => !line.includes("Lehrkraft für Erdkunde"))).toEqual([]);
    expect(pairs).toBeGreaterThan(locale === "en" ? 10 : 1400);
  });

  it("splits at the middle slash, shares the tail, adds German endings", () => {
    expect(genderForms("Import-/Exportmanager für Büromöbel/Import-/Exportmanagerin für Büromöbel", "de")).toEqual({
      masculine: "Import-/Exportmanager für Büromöbel",
      feminine: "Import-/Exportmanagerin für Büromöbel",
    });
    expect(genderForms("vendeur/vendeuse en jeux et loterie", "fr")).toEqual({
      masculine: "vendeur en jeux et loterie",
      feminine: "vendeuse en jeux et loterie",
    });
    expect(formsOf("Schichtleiter/in Bergbau", "de")).toEqual(["Schichtleiter Bergbau", "Schichtleiterin Bergbau"]);
    expect(showLabel("cameriere/cameriera", "it")).toBe("cameriere\u00A0/ cameriera");
    expect(showLabel("usciere", "it")).toBe("usciere");
  });
});

describe("what is offered", () => {
  it("has a label in every locale for every reference", () => {
    const missing = [...tables.concepts.all()].filter(({ reference }) => {
      const labels = vocabularies.occupationLabels(reference);
      return tables.locales.some((locale) => (labels?.[locale] ?? "") === "");
    });
    expect(missing).toEqual([]);
    expect(vocabularies.occupationLabels("esco:nothing")).toBeUndefined();
  });

  it("keeps withdrawn concepts readable and offers none of them", () => {
    const withdrawn = readTable(join(folder, "occupations.tsv")).rows.filter((row) => row[3] === "removed");
    expect(withdrawn).toHaveLength(3);
    for (const [id] of withdrawn) {
      expect(vocabularies.occupationLabels(`esco:${id}`)).toBeDefined();
      expect(tables.concepts.get(`esco:${id}`)?.offered).toBe(false);
    }
  });
});

describe("everyday titles", () => {
  const aliases = tables.aliases();

  it("lead to an occupation that is offered, with qualifiers of the closed list", () => {
    expect(aliases.length).toBeGreaterThan(200);
    const wrong = aliases.filter(
      ({ reference, qualifiers }) =>
        (reference !== "" && tables.concepts.get(reference)?.offered !== true && !/^isco:\d{1,4}$/.test(reference)) ||
        (reference !== "" && tables.concepts.get(reference) === undefined) ||
        qualifiers.some((code) => !QUALIFIERS.some((known) => known === code)),
    );
    expect(wrong).toEqual([]);
    expect(new Set(aliases.map(({ title }) => title)).size).toBe(aliases.length);
  });

  it("do not contradict each other once endings and small words are gone", () => {
    const meant = new Map<string, string>();
    const clashes = aliases.filter(({ title, reference, qualifiers }) => {
      const key = stemsOf(title, "it").join(" ");
      const meaning = `${reference} ${qualifiers.join()}`;
      const before = meant.get(key);
      meant.set(key, meaning);
      return before !== undefined && before !== meaning;
    });
    expect(clashes.map(({ title }) => title)).toEqual([]);
  });

  it("never show an Italian reader a classifier's wording: each group used has an everyday title in every locale", () => {
    const bare = aliases.filter(({ reference }) => reference.startsWith("isco:") && !tables.everyday.has(reference));
    expect(bare).toEqual([]);
    for (const [reference, labels] of tables.everyday) {
      expect(tables.concepts.get(reference), reference).toBeDefined();
      expect(Object.keys(labels).sort(), reference).toEqual([...tables.locales].sort());
    }
  });
});
