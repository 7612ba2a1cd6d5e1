// How much white is left around what is printed, on the page of a PDF that has least of it: what a laser's own margin would cut. (print 19)
// Called by the tests of paper. Needs pdftoppm.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";

const DPI = 50;
/** Darker than this is ink, of 255. */
const WHITE = 250;

/** @returns millimetres, good to half of one */
export async function narrowestMargin(pdf: Uint8Array): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "bacheca-margin-"));
  try {
    await writeFile(join(folder, "paper.pdf"), pdf);
    await promisify(execFile)("pdftoppm", [
      "-gray",
      "-png",
      "-r",
      String(DPI),
      join(folder, "paper.pdf"),
      join(folder, "page"),
    ]);
    const pages = (await readdir(folder)).filter((name) => name.startsWith("page"));
    const pixels = await Promise.all(pages.map(async (name) => marginOf(await readFile(join(folder, name)))));
    return (Math.min(...pixels) / DPI) * 25.4;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** White rows or columns between the nearest ink and its edge. */
async function marginOf(page: Buffer): Promise<number> {
  const { data, info } = await sharp(page).greyscale().raw().toBuffer({ resolveWithObject: true });
  let least = Math.min(info.width, info.height) / 2;
  for (let y = 0; y < info.height; y += 1)
    for (let x = 0; x < info.width; x += 1)
      if ((data[y * info.width + x] ?? 0) < WHITE)
        least = Math.min(least, x, y, info.width - 1 - x, info.height - 1 - y);
  return least;
}
