// Codes read back out of finished paper: what is drawn is what is read, on one page and over joined chunks, whose tags stay whole.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PAPER_FORMATS, sizesOf } from "../../server/domain/paper.ts";
import { drawnCodes } from "../../server/printer/drawnCodes.ts";
import { createPaperCache } from "../../server/printer/paperCache.ts";
import { createPrintDocument } from "../../server/services/printDocument.ts";
import { renderPoster } from "../../templates/poster/Poster.tsx";
import { POSTER_STYLES } from "../../templates/poster/posterStyles.ts";
import { pictureCases } from "../pictures/cases.ts";
import { LOCALES, PUBLIC_URL, styles, wordsOf } from "../templates/builders.ts";
import { sampleJob, sampleSheet, scratchFolder, sharedPrinter } from "./sampleJob.ts";

const css = styles(POSTER_STYLES);
const cases = pictureCases();
const shared = sharedPrinter();

test("every arrangement on every paper is printed with the codes it should carry, none too small (print 12, 29)", {
  timeout: 120_000,
}, async () => {
  const printer = shared();
  const least = { poster: 1.1, large: 1.1, two: 1.1, four: 1.1, strips: 0.5, leaflet: 0.5, slip: 0.5 };
  for (const format of PAPER_FORMATS) {
    for (const size of sizesOf(format)) {
      const posting = cases.targeted as NonNullable<typeof cases.targeted>;
      const { body, codes, title } = renderPoster({
        posting,
        languages: LOCALES.map(wordsOf),
        publicUrl: PUBLIC_URL,
        publicUrlIsReal: true,
        format,
        size,
        place: "W12",
      });
      const pdf = await printer.print(sampleJob({ html: body, css, title, format: size, kind: "batch" }));
      const drawn = await drawnCodes(pdf);
      expect(
        drawn.map(({ text }) => text),
        `${format} ${size}`,
      ).toEqual(codes);
      expect(Math.min(...drawn.map(({ moduleMm }) => moduleMm)), `${format} ${size}`).toBeGreaterThanOrEqual(
        least[format] * (size === "a3" ? 1.4 : 1),
      );
    }
  }
});

test("a sheet whose code says something else is not handed out, and nothing is kept of it", {
  timeout: 60_000,
}, async () => {
  const cache = createPaperCache(scratchFolder());
  const print = createPrintDocument({ printer: shared(), cache, fonts: "test" });
  const job = sampleJob();
  const document = {
    pages: [job.html],
    css: job.css,
    lang: job.lang,
    title: job.title,
    size: "a4" as const,
    revisedAt: job.revisedAt,
  };
  await expect(print({ ...document, codes: ["HTTPS://BACHECA.EXAMPLE/O/OTHER"] })).rejects.toMatchObject({
    name: "PrintFailed",
    reason: "codes",
  });
  await expect(print({ ...document, codes: [] })).rejects.toMatchObject({ reason: "codes" });
});

test("chunks are joined into one file that reads like its parts, tags included", { timeout: 60_000 }, async () => {
  const printer = shared();
  const addresses = Array.from({ length: 6 }, (_, at) => `HTTPS://BACHECA.EXAMPLE/O/7K3MQ9${at}`);
  const jobs = [0, 2, 4].map((at) => {
    const pages = addresses.slice(at, at + 2).map(sampleSheet);
    return sampleJob({ kind: "batch", html: pages.join("") });
  });
  const [first, ...rest] = jobs;
  const print = () => printer.print(first as (typeof jobs)[0], ...rest);
  const chunks = await Promise.all(jobs.map((job) => printer.print(job)));
  const joined = await print();
  expect((await drawnCodes(joined)).map(({ page, text }) => `${page} ${text}`)).toEqual(
    addresses.map((address, at) => `${at} ${address}`),
  );
  const folder = scratchFolder();
  const said = (bytes: Uint8Array, name: string) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    expect(execFileSync("qpdf", ["--check", path], { encoding: "utf8" })).toContain(
      "No syntax or stream encoding errors",
    );
    return execFileSync("sh", ["-c", 'pdfinfo -struct-text "$0" 2>&1', path], { encoding: "utf8" })
      .trim()
      .replace(/Object \d+ 0/g, "Object")
      .split("\n");
  };
  const unnamed = (lines: readonly string[]) => lines.map((line) => line.replace(/node\d+/, "node"));
  const whole = said(joined, "joined.pdf");
  const parts = chunks.flatMap((chunk, at) => said(chunk, `${at}.pdf`).slice(at === 0 ? 0 : 1));
  expect(unnamed(whole)).toEqual(unnamed(parts));
  // Every cell names a heading of its own table, none that of another chunk's.
  const named = whole.join("\n").match(/node\d+/g) ?? [];
  expect(new Set(named).size).toBe(new Set(parts.join("\n").match(/node\d+/g)).size * 3);
  expect(Buffer.from(await print()).equals(Buffer.from(joined))).toBe(true);
});
