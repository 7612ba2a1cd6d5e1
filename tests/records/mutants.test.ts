// B3, a sample: spoilt files of every kind and the bombs. The whole of it is mutants.full.test.ts. (trust B3)
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readRecords } from "../../server/records/readRecords.ts";
import { readMutants } from "./mutants.ts";
import { projectRoot } from "./shippedRecords.ts";

it("[B3] reads or refuses spoilt CSV, XLSX, PDF, text, XML and JSON, and never falls", async () => {
  const { read, refused } = await readMutants(16);
  expect(read + refused).toBe(16);
  expect(refused).toBeGreaterThan(2);
}, 120_000);

it("[B3] refuses bombs: entities, nesting, and what is no file of its kind at all", async () => {
  const text = new TextEncoder();
  const lol = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><PositionOpening>&b;</PositionOpening>`;
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const tags = `${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`;
  const bombs: readonly (readonly [string, Uint8Array])[] = [
    ["lol.xml", text.encode(lol)],
    ["deep.xml", text.encode(tags)],
    ["deep.json", text.encode(deep)],
    ["zip.xlsx", gzipSync(Buffer.alloc(1_000_000))],
    ["none.pdf", text.encode("%PDF-1.7 nothing")],
    ["wide.csv", text.encode(`${"a;".repeat(5000)}\n1`)],
    ["nul.csv", new Uint8Array(5000)],
  ];
  for (const [name, bytes] of bombs)
    await expect(readRecords(bytes, name, projectRoot), name).rejects.toMatchObject({ name: "Refusal" });
}, 60_000);
