// A large table left as bytes answers like one that was opened: every record of every such file, and nothing for what is not there.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readTable } from "../../server/vocabularies/readTable.ts";
import { readSorted } from "../../server/vocabularies/sortedTable.ts";
import { LOCALES } from "./catalogues.ts";

const LARGE = ["occupations", "isco08", ...["it", "en", "fr", "de"].map((locale) => `alternatives.${locale}`)];

it.each(LARGE)("%s: every record is found by its first cell", (name) => {
  const file = join(LOCALES, "vocabularies", `${name}.tsv`);
  const opened = readTable(file);
  const sorted = readSorted(file, []);
  expect(sorted.columns).toEqual(opened.columns);
  expect([...sorted.rows()]).toEqual(opened.rows);
  expect(opened.rows.filter((row) => sorted.find(row[0] ?? "")?.join("\t") !== row.join("\t"))).toEqual([]);
  const [first = ""] = opened.rows[0] ?? [];
  for (const absent of ["", "~", " ", first.slice(0, -1), `${first}x`, (opened.rows[0] ?? []).slice(0, 2).join("\t")])
    expect(sorted.find(absent)).toBeUndefined();
});

it("reads comments, empty lines and a last line without an end, and refuses what is out of order", () => {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-table-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "table.tsv");
  writeFileSync(file, "id\tit\n# note\nà\tuno\n\nè\tdue");
  const table = readSorted(file, ["id"]);
  expect([...table.rows()]).toEqual([
    ["à", "uno"],
    ["è", "due"],
  ]);
  expect(table.find("è")).toEqual(["è", "due"]);
  expect(() => readSorted(file, ["isco"])).toThrow("isco");
  writeFileSync(file, "id\tit\nb\tuno\na\tdue\n");
  expect(() => readSorted(file, ["id"])).toThrow('"a" is out of order');
});
