// Draws the pages of a PDF beside each other as one picture, as a laser or a colour printer would put them on paper.
// Called by paperPictures and by the tests that compare. Needs pdftoppm.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";

const run = promisify(execFile);

export interface Drawing {
  readonly dpi: number;
  readonly grey: boolean;
  /** Pages a row. */
  readonly columns: number;
  /** Further switches of pdftoppm. */
  readonly more?: readonly string[];
}

const GAP = 2;

/** @returns PNG, every page in its order, row by row */
export async function drawPaper(pdf: Uint8Array, { dpi, grey, columns, more = [] }: Drawing): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "bacheca-paper-"));
  try {
    await writeFile(join(folder, "paper.pdf"), pdf);
    const colour = grey ? ["-gray"] : [];
    await run("pdftoppm", [
      "-png",
      "-r",
      String(dpi),
      ...colour,
      ...more,
      join(folder, "paper.pdf"),
      join(folder, "page"),
    ]);
    const names = (await readdir(folder)).filter((name) => name.startsWith("page")).sort();
    const pages = await Promise.all(
      names.map(async (name) => {
        const data = await readFile(join(folder, name));
        const { width = 0, height = 0 } = await sharp(data).metadata();
        return { data, width, height };
      }),
    );
    const width = Math.max(...pages.map((page) => page.width)) + GAP;
    const height = Math.max(...pages.map((page) => page.height)) + GAP;
    const rows = Math.ceil(pages.length / columns);
    const ground = { width: width * Math.min(columns, pages.length), height: height * rows, channels: 3 as const };
    return await sharp({ create: { ...ground, background: "#808080" } })
      .composite(
        pages.map(({ data }, at) => ({
          input: data,
          left: (at % columns) * width,
          top: Math.floor(at / columns) * height,
        })),
      )
      .toColourspace(grey ? "b-w" : "srgb")
      .png()
      .toBuffer();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
