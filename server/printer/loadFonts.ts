// Reads the typeface once and gives it as a style sheet that needs no network. Called by chromiumPrinter.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FONT_FILES, fontFaceCss } from "../../templates/parts/fonts.ts";

/** @throws if the font package is not installed under `projectRoot` */
export async function loadFonts(projectRoot: string): Promise<string> {
  const folder = folderOf(projectRoot);
  const files = await Promise.all(
    FONT_FILES.map(async ({ file }) => [file, (await readFile(join(folder, file))).toString("base64")] as const),
  );
  const contents = new Map(files);
  return fontFaceCss((file) => `data:font/woff2;base64,${contents.get(file)}`);
}

/** What tells one issue of the typeface from another: part of the key of everything printed with it. */
export function fontsDigest(projectRoot: string): string {
  const hash = createHash("sha256");
  for (const { file } of FONT_FILES) hash.update(readFileSync(join(folderOf(projectRoot), file)));
  return hash.digest("hex").slice(0, 16);
}

const folderOf = (projectRoot: string): string =>
  join(projectRoot, "node_modules", "@fontsource", "titillium-web", "files");
