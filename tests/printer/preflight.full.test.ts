// PDFBox Preflight, the one PDF/A validator in Debian 12, on finished sheets. It knows PDF/A-1b only, so it is given the same sheet in that
// part's older file structure and with its label; the two findings left are asked by PDF/A-1 and not by PDF/A-2: a CIDSet in
// each font, and a colour profile of version 2 (ours, sharp's, is of version 4).
// This confirms fonts, colours, metadata and structure of the file. It confirms neither PDF/A-2 nor PDF/UA: those are not validated here.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument, PDFName } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { sampleJob, scratchFolder, testPrinter } from "./sampleJob.ts";

const JARS = [
  "preflight",
  "pdfbox2",
  "xmpbox",
  "fontbox2",
  "commons-logging",
  "commons-io",
  "javax.activation-api",
  "javax.activation",
  "jaxb-api",
]
  .flatMap((name) => [`/usr/share/java/${name}.jar`])
  .filter((file) => existsSync(file));
const installed = JARS.some((file) => file.includes("preflight"));

/** The labels of PDF/A-1b and a table of objects PDF 1.4 knows. */
async function asPartOne(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  const stream = context.lookup(catalog.get(PDFName.of("Metadata")) as never) as unknown as {
    getContents(): Uint8Array;
  };
  const xmp = Buffer.from(stream.getContents())
    .toString("utf8")
    .replace("<dc:format>", "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance><dc:format>")
    .replace('xmlns:pdf="', 'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdf="');
  catalog.set(
    PDFName.of("Metadata"),
    context.register(context.stream(Buffer.from(xmp), { Type: "Metadata", Subtype: "XML" })),
  );
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

describe.skipIf(!installed)("a finished sheet before PDFBox Preflight", () => {
  test("lacks of PDF/A-1b only what PDF/A-2 does not ask for (print 17)", { timeout: 60_000 }, async () => {
    const file = join(scratchFolder(), "sheet.pdf");
    writeFileSync(file, await asPartOne(await testPrinter().print(sampleJob())));
    let said = "";
    try {
      said = execFileSync("java", ["-cp", JARS.join(":"), "org.apache.pdfbox.preflight.Validator_A1b", file], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      });
    } catch (error) {
      said = String((error as { stdout?: string }).stdout ?? "") + String((error as { stderr?: string }).stderr ?? "");
    }
    const findings = said.split("\n").filter((line) => /^\d+\.\d+/.test(line.trim()));
    expect(said).toMatch(/is (not )?a valid PDF\/A-1b/);
    for (const line of findings) expect(line).toMatch(/CIDSet entry is missing|version of the ICCProfile/);
  });
});
