// A real sheet through the real browser: does its code read, is the file whole, tagged, archival and always the same?
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCode } from "./readCode.ts";
import { ADDRESS, sampleJob, sampleSheet, scratchFolder, sharedPrinter, testPrinter } from "./sampleJob.ts";

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

function saved(bytes: Uint8Array): string {
  const path = join(scratchFolder(), "sheet.pdf");
  writeFileSync(path, bytes);
  return path;
}

describe("a printed sheet", { timeout: 60_000 }, () => {
  const shared = sharedPrinter();

  test("carries a code that two readers decode at 150 dpi in grey (print 10)", async () => {
    const pdf = saved(await shared().print(sampleJob()));
    const picture = pdf.replace(/\.pdf$/, "");
    run("pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", pdf, picture);
    expect(run("zbarimg", "--nodbus", "--quiet", "--raw", `${picture}.png`).trim()).toBe(ADDRESS);
    expect(await readCode(`${picture}.png`)).toBe(ADDRESS);
  });

  test("is byte for byte the same again, after other jobs, and from another browser (print 8)", async () => {
    const printer = shared();
    const hash = async (from = printer) =>
      createHash("sha256")
        .update(await from.print(sampleJob()))
        .digest("hex");
    const first = await hash();
    await printer.print(sampleJob({ html: sampleSheet("HTTPS://BACHECA.EXAMPLE/O/OTHER"), title: "Altro" }));
    expect(await hash()).toBe(first);
    expect(await hash(testPrinter())).toBe(first);
  });

  test("is a sound file: tags, language, title, dates, fonts, archival metadata (print 14, 16)", async () => {
    const pdf = saved(await shared().print(sampleJob()));
    expect(run("qpdf", "--check", pdf)).toContain("No syntax or stream encoding errors");
    const facts = run("pdfinfo", "-isodates", pdf);
    expect(facts).toMatch(/Title: +Serveuse ou serveur de salle, Otranto/);
    expect(facts).toMatch(/Tagged: +yes/);
    expect(facts).toMatch(/Pages: +1\n/);
    expect(facts).toMatch(/CreationDate: +2026-03-02T09:30:00Z\nModDate: +2026-03-02T09:30:00Z/);
    expect(facts).toMatch(/Page size: +594\.96 x 841\.92 pts \(A4\)/);
    const fonts = run("pdffonts", pdf).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+TitilliumWeb-\w+ .* yes yes yes /);
    const source = run("qpdf", "--qdf", "--object-streams=disable", pdf, "-");
    for (const part of ["/OutputIntent", "<pdf:Producer>", "/Lang (fr)", "/DisplayDocTitle true", "/RoleMap"]) {
      expect(source).toContain(part);
    }
    // Not validated, so not claimed.
    expect(source).not.toMatch(/pdfaid|pdfuaid/);
    // Letters stand at their true widths, not at whole pixels of a screen.
    expect(source).toMatch(/\d\.\d{3,} 0 Td /);
    expect(source).toMatch(/\/ID \[<[0-9a-f]{32}><[0-9a-f]{32}>\]/);
  });

  test("is complete for a screen reader: one heading, list bodies, a described code and link (print 15, 16)", async () => {
    const pdf = saved(await shared().print(sampleJob()));
    const result = execFileSync("sh", ["-c", 'pdfinfo -struct "$0" 2>&1', pdf], { encoding: "utf8" });
    expect(result).not.toMatch(/error|warning/i);
    expect(result.match(/^ *H1\b/gm)).toHaveLength(1);
    expect(result.match(/^ *LI\b/gm)).toHaveLength(2);
    expect(result.match(/^ *LBody\b/gm)).toHaveLength(2);
    expect(result).toMatch(/^ *Figure\b/m);
    expect(result).toMatch(/^ *TH\b/m);
    const source = run("qpdf", "--qdf", "--object-streams=disable", pdf, "-");
    expect(source).toMatch(/\/Alt (\(Lire cette offre en fran|<feff)/);
    expect(source).toMatch(/\/Contents <feff0063/);
  });

  test("warns when a letter is not in the typeface (print 14)", async () => {
    const warnings: object[] = [];
    const printer = testPrinter({}, { info: () => undefined, warn: (facts) => warnings.push(facts) });
    await printer.print(sampleJob({ html: "<p>Привет</p>", title: "Altre lettere" }));
    expect(warnings).toContainEqual({ title: "Altre lettere", fonts: [expect.any(String)] });
  });

  test("takes the paper asked for, or the box of the style sheet", async () => {
    const printer = shared();
    const size = async (changes: Parameters<typeof sampleJob>[0]) =>
      /Page size: +(.*)/.exec(run("pdfinfo", saved(await printer.print(sampleJob(changes)))))?.[1];
    expect(await size({ format: "a3" })).toContain("(A3)");
    expect(await size({ css: "@page{size:A4 landscape}" })).toMatch(/^841\.92 x 594\.96/);
  });

  test("of many keeps one page and one readable code a posting (print 9, 10)", async () => {
    const addresses = Array.from(
      { length: 25 },
      (_, index) => `HTTPS://BACHECA.EXAMPLE/O/7K3MQ9X${String.fromCharCode(65 + index)}/DE`,
    );
    const pdf = saved(await shared().print(sampleJob({ kind: "batch", html: addresses.map(sampleSheet).join("") })));
    expect(run("pdfinfo", pdf)).toMatch(/Pages: +25\n/);
    const folder = scratchFolder();
    run("pdftoppm", "-r", "110", "-gray", "-png", pdf, join(folder, "page"));
    const read = execFileSync("sh", ["-c", 'zbarimg --nodbus --quiet --raw "$0"/*.png', folder], { encoding: "utf8" })
      .trim()
      .split("\n");
    expect(read).toEqual(addresses);
  });
});
