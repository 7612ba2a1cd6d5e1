// Reads the typeface once and gives it as a style sheet that needs no network. Called by chromiumPrinter.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FONT_FILES, fontFaceCss } from "../../templates/parts/fonts.ts";

/** @throws if the font package is not installed under `projectRoot` */
export async function loadFonts(projectRoot: string): Promise<string> {
  const folder = join(projectRoot, "node_modules", "@fontsource", "titillium-web", "files");
  const files = await Promise.all(
    FONT_FILES.map(async ({ file }) => [file, (await readFile(join(folder, file))).toString("base64")] as const),
  );
  const contents = new Map(files);
  return fontFaceCss((file) => `data:font/woff2;base64,${contents.get(file)}`);
}
