// A posting's poster through the project's own printer: the file that is hung, read again by other people's programs.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { qrAddress } from "../../../server/domain/address.ts";
import { renderPoster } from "../../../templates/poster/Poster.tsx";
import { POSTER_STYLES } from "../../../templates/poster/posterStyles.ts";
import { pictureCases } from "../../pictures/cases.ts";
import { scratchFolder, sharedPrinter } from "../../printer/sampleJob.ts";
import { describeWith } from "../../setup/describeWith.ts";
import { LOCALES, PUBLIC_URL, styles, wordsOf } from "../builders.ts";

const cases = pictureCases();
const printer = sharedPrinter();
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

async function printed(name: string, locales: readonly string[], more = ""): Promise<{ path: string; bytes: number }> {
  const posting = cases[name];
  if (posting === undefined) throw new Error(`no case ${name}`);
  const { body, title, lang } = renderPoster({
    posting,
    languages: locales.map((one) => wordsOf(one)),
    publicUrl: PUBLIC_URL,
    publicUrlIsReal: true,
  });
  const revisedAt = new Date(posting.publishedAt).toISOString();
  const pdf = await printer().print({
    html: body,
    css: styles(POSTER_STYLES) + more,
    title,
    lang,
    format: "a4",
    kind: "single",
    revisedAt,
  });
  const path = join(scratchFolder(), "poster.pdf");
  writeFileSync(path, pdf);
  return { path, bytes: pdf.length };
}

describeWith(["browser", "pdftoppm", "zbarimg", "qpdf"], "a printed poster", () => {
  test("has a page a language, whose code read at 150 dpi in grey is that page's address (print 10)", {
    timeout: 60_000,
  }, async () => {
    const { path } = await printed("targeted", LOCALES);
    expect(run("pdfinfo", path)).toMatch(/Pages: +4\n/);
    const picture = path.replace(".pdf", "");
    run("pdftoppm", "-r", "150", "-gray", "-png", path, picture);
    const posting = cases.targeted;
    LOCALES.forEach((locale, index) => {
      const read = run("zbarimg", "--nodbus", "--quiet", "--raw", `${picture}-${index + 1}.png`).trim();
      expect(read).toBe(qrAddress(PUBLIC_URL, posting?.code ?? "", locale, posting?.revision ?? 0));
    });
  });

  test("is one light page of its own letters, tagged, with a heading, a described code and header cells (print 14, 15, 18)", {
    timeout: 60_000,
  }, async () => {
    const { path, bytes } = await printed("vacancy", ["de"]);
    expect(bytes).toBeLessThanOrEqual(40_000);
    expect(run("pdfinfo", path)).toMatch(/Pages: +1\n/);
    const fonts = run("pdffonts", path).trim().split("\n").slice(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+TitilliumWeb-\w+ .* yes yes yes /);
    const tree = run("pdfinfo", "-struct", path);
    expect(tree.match(/\bH1\b/g)).toHaveLength(1);
    expect(tree).toContain("Figure");
    expect(tree.match(/\bTH\b/g)?.length).toBeGreaterThan(4);
  });

  test.each(["full", "longest", "compound"])(
    "has filled areas of at most five per cent beside its letters (%s) (print 19)",
    { timeout: 60_000 },
    async (name) => {
      expect(await inkOf(name, "h1, h2, p, th { color: transparent }")).toBeLessThanOrEqual(0.05);
      expect(await inkOf(name, "")).toBeLessThanOrEqual(0.1);
    },
  );
});

/** Share of the page a laser would blacken, in grey. */
async function inkOf(name: string, more: string): Promise<number> {
  const { path } = await printed(name, ["de"], more);
  const picture = path.replace(".pdf", "");
  run("pdftoppm", "-r", "75", "-gray", "-png", "-singlefile", path, picture);
  const { channels } = await sharp(readFileSync(`${picture}.png`))
    .greyscale()
    .stats();
  return 1 - (channels[0]?.mean ?? 0) / 255;
}
