// Start pays little for the vocabularies, and a fifth language is a column and a file, no line of code. (translation 29)
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadVocabularies } from "../../server/vocabularies/loadVocabularies.ts";
import { LOCALES, ROOT } from "./catalogues.ts";

it("loads in a moment", () => {
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    loadVocabularies(ROOT);
    return performance.now() - began;
  });
  const first = times[0] ?? 0;
  // The best of five is what the work itself costs while others use the machine.
  const best = Math.min(...times);
  console.log(
    `vocabularies: first load ${first.toFixed(1)} ms, best of five ${best.toFixed(1)} ms (the benchmark holds 60)`,
  );
  expect(best).toBeLessThan(2000);
});

describe("a fifth language", () => {
  const root = mkdtempSync(join(tmpdir(), "bacheca-locale-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  cpSync(LOCALES, join(root, "locales"), { recursive: true });
  const folder = join(root, "locales", "vocabularies");
  const addColumn = (file: string, head: string, label: (cells: readonly string[]) => string) => {
    const lines = readFileSync(join(folder, file), "utf8").trimEnd().split("\n");
    writeFileSync(
      join(folder, file),
      lines.map((line, n) => `${line}\t${n === 0 ? head : label(line.split("\t"))}`).join("\n"),
    );
  };
  const cook = "90f75f67";
  addColumn("occupations.tsv", "ro", ([id]) => (id?.startsWith(cook) ? "bucătar/bucătăreasă" : "alt post"));
  addColumn("isco08.tsv", "ro", () => "grup");
  addColumn("regions.tsv", "ro", ([code]) => (code === "16" ? "Apulia" : ""));
  const occupations = readFileSync(join(folder, "occupations.tsv"), "utf8");
  const id = new RegExp(`^${cook}[0-9a-f-]+`, "m").exec(occupations)?.[0] ?? "";
  writeFileSync(join(folder, "alternatives.ro.tsv"), `id\tlabels\n${id}\tchef de bucătărie rapidă\n`);
  const vocabularies = loadVocabularies(root);

  it("is read from its columns and its file", () => {
    expect(vocabularies.locales).toEqual(["it", "en", "fr", "de", "ro"]);
    expect(vocabularies.occupationLabels(`esco:${id}`)?.ro).toBe("bucătar\u00A0/ bucătăreasă");
    expect(vocabularies.searchOccupations("bucatar", { locale: "ro" })[0]?.ref).toBe(`esco:${id}`);
    expect(vocabularies.searchOccupations("bucatarie rapida")[0]?.kind).toBe("alternative");
    expect(vocabularies.places.region("puglia")?.names.ro).toBe("Apulia");
  });

  it("borrows qualifiers from English until it has its own words", () => {
    expect(vocabularies.titleLabels(`esco:${id}`, ["helper"])?.ro).toBe("Bucătar\u00A0/ bucătăreasă – assistant");
  });
});
