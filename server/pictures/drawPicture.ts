// Draws an SVG of the templates as PNG, in Titillium Web whatever fonts the machine has. Called by http/socialPictures.
import { join } from "node:path";
import { unpackFonts } from "./unpackFonts.ts";

export type DrawPicture = (svg: string) => Promise<Uint8Array>;

export function createDrawPicture(projectRoot: string, dataDir: string): DrawPicture {
  let ready: Promise<void> | null = null;
  return async (svg) => {
    ready ??= unpackFonts(projectRoot, join(dataDir, "fonts"));
    await ready;
    const { default: sharp } = await import("sharp");
    return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
  };
}
