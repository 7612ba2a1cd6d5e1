// The weekly report as PDF and text: offers told apart, tables read by their columns, real pages through poppler, and what is no report said so. [I13]
import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, it } from "vitest";
import { pdfText } from "../../server/records/pdfText.ts";
import { readRecords } from "../../server/records/readRecords.ts";
import { reportToCells } from "../../server/records/reportToCells.ts";
import { projectRoot } from "./shippedRecords.ts";

const REPORT = `
REPORT SETTIMANALE DELLE OFFERTE            n. 12/2026
Ambito di Gallipoli
--------------------------------------------

1) CAMERIERE DI SALA
Cod. offerta: GA-0012
Azienda: Lido Azzurro srl
N. posti: 3
Sede di lavoro: Gallipoli
Tipologia contrattuale: tempo determinato
Requisiti: esperienza di un anno,
  buona conoscenza dell'inglese
Scadenza offerta: 31/12/2026
Pag. 1/9

2) AIUTO CUOCO
Cod. offerta: GA-0013
Azienda: azienda
N. posti: 1
Sede di lavoro: Nardò
Scadenza offerta: 15/12/2026
`;

const TABLE = `
Cod. offerta    Figura ricercata        N. posti    Sede di lavoro    Scadenza
GA-0012         Cameriere di sala       3           Gallipoli         31/12/2026
                con esperienza
GA-0013         Aiuto cuoco             1           Nardò             15/12/2026
`;

async function pdfOf(text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Courier);
  const page = document.addPage([842, 595]);
  for (const [at, line] of text.split("\n").entries())
    if (line !== "") page.drawText(line, { x: 30, y: 560 - at * 13, size: 9, font });
  return document.save();
}

it("[I13] tells offers apart by their labels, titles above them, wrapped lines within", () => {
  const [headings, ...rows] = reportToCells(REPORT) ?? [];
  const offers = rows.map((row) => Object.fromEntries((headings ?? []).map((name, at) => [String(name), row[at]])));
  expect(offers).toHaveLength(2);
  expect(offers[0]).toMatchObject({
    Titolo: "CAMERIERE DI SALA",
    "Cod. offerta": "GA-0012",
    Requisiti: "esperienza di un anno, buona conoscenza dell'inglese",
    "Scadenza offerta": "31/12/2026",
  });
  expect(offers[1]).toMatchObject({ Titolo: "AIUTO CUOCO", "Sede di lavoro": "Nardò", Requisiti: null });
});

it("[I13] reads a table set with blanks by where its columns stand", () => {
  expect(reportToCells(TABLE)).toEqual([
    ["Cod. offerta", "Figura ricercata", "N. posti", "Sede di lavoro", "Scadenza"],
    ["GA-0012", "Cameriere di sala con esperienza", "3", "Gallipoli", "31/12/2026"],
    ["GA-0013", "Aiuto cuoco", "1", "Nardò", "15/12/2026"],
  ]);
});

it("leaves prose and sheets alone", () => {
  expect(reportToCells("Gentile collega, domani alle 10 riunione.\nOrdine del giorno: varie.")).toBeNull();
  expect(reportToCells("Titolo;Comune\nCuoco;Lecce")).toBeNull();
});

it.each([
  ["text", REPORT],
  ["text", TABLE],
  ["PDF", REPORT],
  ["PDF", TABLE],
])("reads the report as %s into postings of the record format", async (how, text) => {
  const bytes = how === "PDF" ? await pdfOf(text) : new TextEncoder().encode(text);
  const file = await readRecords(bytes, how === "PDF" ? "report.pdf" : "report.txt", projectRoot);
  if (file.holds !== "postings") throw new Error("no postings");
  expect(file.rows).toHaveLength(2);
  expect(file.rows[1]?.value).toMatchObject({
    id: "GA-0013",
    place: { municipality: "Nardò" },
    deadline: "15/12/2026",
  });
});

it("says plainly what it cannot read: a PDF without text, without offers, and a machine without poppler", async () => {
  const blank = await PDFDocument.create();
  blank.addPage();
  const why = (bytes: Uint8Array) => readRecords(bytes, "report.pdf", projectRoot);
  await expect(why(await blank.save())).rejects.toMatchObject({ details: { problem: "scannedPdf" } });
  await expect(why(await pdfOf("Gentile collega,\ndomani riunione."))).rejects.toMatchObject({
    details: { problem: "noReport" },
  });
  expect(await pdfText(await blank.save(), projectRoot, "/nowhere/pdftotext")).toBeNull();
});
