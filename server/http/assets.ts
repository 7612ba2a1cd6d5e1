// The style sheets and fonts of pages, posters and previews: read once at start, named by their content, compressed when first asked for, kept by
// browsers for a year.
// Answered before Express runs. Called by app.ts; pages and previews ask for the addresses.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { FONT_FILES, fontFaceCss } from "../../templates/parts/fonts.ts";
import type { PageBytes } from "./pageBytes.ts";
import { assetBytes } from "./pageBytes.ts";

export interface Assets {
  /** Address of a style sheet joined from files below the project's root, fonts included. */
  stylesheet(name: string, files: readonly string[]): string;
  /** Address of a script served as it stands. */
  script(name: string, file: string): string;
  /** The finished bytes of an address. */
  kept(url: string): PageBytes | undefined;
}

export function createAssets(projectRoot: string): Assets {
  const plainBytes = new Map<string, { readonly plain: Buffer; readonly type: string }>();
  const finished = new Map<string, PageBytes>();
  const add = (stem: string, extension: string, type: string, plain: Buffer): string => {
    const digest = createHash("sha256").update(plain).digest("hex").slice(0, 10);
    const address = `/assets/${stem}.${digest}.${extension}`;
    plainBytes.set(address, { plain, type });
    return address;
  };
  const fonts = new Map<string, string>();
  for (const { file } of FONT_FILES) {
    const bytes = readFileSync(path.join(projectRoot, "node_modules/@fontsource/titillium-web/files", file));
    fonts.set(file, add(file.replace(/\.woff2$/, ""), "woff2", "font/woff2", bytes));
  }
  const faces = fontFaceCss((file) => fonts.get(file) as string);
  return {
    stylesheet(name, files) {
      const css = [faces, ...files.map((file) => readFileSync(path.join(projectRoot, file), "utf8"))].join("\n");
      return add(name, "css", "text/css; charset=utf-8", Buffer.from(css));
    },
    script: (name, file) =>
      add(name, "js", "text/javascript; charset=utf-8", readFileSync(path.join(projectRoot, file))),
    kept(url) {
      const known = finished.get(url);
      const source = plainBytes.get(url);
      if (known !== undefined || source === undefined) return known;
      const made = assetBytes(source.plain, source.type);
      finished.set(url, made);
      plainBytes.delete(url);
      return made;
    },
  };
}
