// Draws an SVG of the templates as PNG, in Titillium Web whatever fonts the machine has. Called by http/socialPictures.
// [DP1] One picture at a time: Node's few threads are the sign-in's as well, and a crowd asking for pictures must not keep staff out.
import { join } from "node:path";
import { knowFonts } from "./unpackFonts.ts";

export type DrawPicture = (svg: string) => Promise<Uint8Array>;

export function createDrawPicture(projectRoot: string, dataDir: string): DrawPicture {
  let last: Promise<unknown> = Promise.resolve();
  async function draw(svg: string): Promise<Uint8Array> {
    await knowFonts(projectRoot, join(dataDir, "fonts"));
    const { default: sharp } = await import("sharp");
    sharp.concurrency(1);
    return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
  }
  return (svg) => {
    const drawing = last.then(() => draw(svg));
    last = drawing.catch(() => undefined);
    return drawing;
  };
}
