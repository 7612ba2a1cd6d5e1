// B3: real sheets, reports and files of the European exchange, spoilt at random, and bombs. Every one is read or refused in plain words; none brings
// the reader down. Called by the sample in npm test and the whole of it in test:full.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { Refusal } from "../../server/domain/refusal.ts";
import { readRecords } from "../../server/records/readRecords.ts";
import { readRecord } from "../../server/records/recordSchema.ts";
import { weeklySheet } from "../sheets.ts";
import { projectRoot } from "./shippedRecords.ts";

const MEGABYTE = 1024 * 1024;
/** What a reader process may hold; its parent watches and ends it above. */
export const MEMORY_LIMIT = 300 * MEGABYTE;

/** Numbers that come again: a failing mutant is found by its seed. */
function drawer(seed: number): (below: number) => number {
  let state = seed || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function spoil(bytes: Uint8Array, seed: number): Uint8Array {
  const draw = drawer(seed * 2654435761);
  let spoilt = Buffer.from(bytes);
  for (let times = 1 + draw(8); times > 0; times -= 1) {
    const at = draw(spoilt.length);
    switch (draw(6)) {
      case 0:
        spoilt[at] = draw(256);
        break;
      case 1:
        spoilt = spoilt.subarray(0, Math.max(1, at));
        break;
      case 2:
        spoilt = Buffer.concat([spoilt.subarray(0, at), spoilt.subarray(draw(spoilt.length))]);
        break;
      case 3:
        spoilt = Buffer.concat([spoilt.subarray(0, at), Buffer.alloc(draw(4000), draw(256)), spoilt.subarray(at)]);
        break;
      case 4:
        spoilt = Buffer.concat([
          spoilt.subarray(0, at),
          Buffer.from(TRICKS[draw(TRICKS.length)] ?? ""),
          spoilt.subarray(at),
        ]);
        break;
      default:
        spoilt = Buffer.concat([spoilt, spoilt.subarray(at)]).subarray(0, 4 * MEGABYTE);
    }
  }
  return spoilt;
}

const TRICKS = [
  '"',
  "\u0000",
  "\u202E",
  "=cmd|' /C calc'!A0",
  "]]>",
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  "__proto__",
  "\r\r\n",
  ";;;;;;;;;;;;;;;;",
  "%%EOF",
  "9".repeat(400),
];

export async function originals(): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
  const sheet = weeklySheet(1, 40);
  const rows = sheet.split("\r\n").map((line) => line.split("\t").map((value) => ({ type: String, value })));
  const xlsx = await (await writeXlsxFile(rows as never)).toBuffer();
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Courier);
  const page = document.addPage();
  const report = ["1) CAMERIERE", "Cod. offerta: A1", "Sede di lavoro: Lecce", "N. posti: 2", "Scadenza: 31/12/2030"];
  for (const [at, line] of report.entries()) page.drawText(line, { x: 40, y: 700 - at * 14, size: 10, font });
  const text = new TextEncoder();
  return [
    { name: "a.csv", bytes: text.encode(sheet.replaceAll("\t", ";")) },
    { name: "a.xlsx", bytes: new Uint8Array(xlsx) },
    { name: "a.pdf", bytes: await document.save() },
    { name: "a.txt", bytes: text.encode(report.join("\n")) },
    { name: "a.xml", bytes: readFileSync(join(projectRoot, "tests/fixtures/records/eures-two-languages.xml")) },
    { name: "a.json", bytes: text.encode('[{"kind":"vacancy","title":"Cuoco","place":{"municipality":"Lecce"}}]') },
  ];
}

/** @returns how many were read and how many refused */
export async function readMutants(count: number, first = 1): Promise<{ read: number; refused: number }> {
  const files = await originals();
  let read = 0;
  let refused = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const { name, bytes } = files[seed % files.length] as (typeof files)[number];
    const spoilt = spoil(bytes, seed);
    try {
      const file = await readRecords(spoilt, name, projectRoot);
      const rows = file.holds === "postings" ? file.rows : file.offices;
      // Every row is a record or says what is wrong with it: none throws.
      for (const row of rows.slice(0, 200)) readRecord(row);
      read += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw new Error(`mutant ${seed} of ${name}`, { cause: error });
      expect(["importUnreadable", "tooLarge"], `mutant ${seed} of ${name}`).toContain(error.code);
      refused += 1;
    }
  }
  return { read, refused };
}

/** The most this process has held, in bytes (Linux), since `resetPeak`. */
export async function peakMemory(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}
