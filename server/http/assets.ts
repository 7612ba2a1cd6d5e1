// The style sheets and fonts of pages, posters and previews: read once at start, named by their content, kept by browsers for a year.
// Called by app.ts; pages and previews ask for the addresses.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { RequestHandler } from "express";
import { FONT_FILES, fontFaceCss } from "../../templates/parts/fonts.ts";

export interface Assets {
  /** Address of a style sheet joined from files below the project's root, fonts included. */
  stylesheet(name: string, files: readonly string[]): string;
  /** Address of a script served as it stands. */
  script(name: string, file: string): string;
  readonly serve: RequestHandler;
}

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly brotli: Buffer | null;
}

export function createAssets(projectRoot: string): Assets {
  const byName = new Map<string, Asset>();
  const add = (stem: string, extension: string, type: string, plain: Buffer): string => {
    const name = `${stem}.${createHash("sha256").update(plain).digest("hex").slice(0, 10)}.${extension}`;
    const text = type.startsWith("text/");
    byName.set(name, {
      type,
      plain,
      gzip: text ? gzipSync(plain, { level: 9 }) : null,
      brotli: text ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : null,
    });
    return `/assets/${name}`;
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
    serve(request, response, next) {
      const asset = byName.get(request.path.replace(/^\//, ""));
      if (asset === undefined) return next();
      const accepts = String(request.headers["accept-encoding"] ?? "");
      response.set({
        "Content-Type": asset.type,
        "Cache-Control": "public, max-age=31536000, immutable",
        Vary: "Accept-Encoding",
      });
      if (asset.brotli !== null && /\bbr\b/.test(accepts)) response.set("Content-Encoding", "br").end(asset.brotli);
      else if (asset.gzip !== null && /\bgzip\b/.test(accepts))
        response.set("Content-Encoding", "gzip").end(asset.gzip);
      else response.end(asset.plain);
    },
  };
}
