// Reads a QR code out of a picture, with a reader that has nothing to do with the drawing of it. Used by tests of paper and code.
import jsqr from "jsqr";
import sharp from "sharp";

// The package's types say `default`, its CommonJS build is the function itself.
const read = jsqr as unknown as typeof jsqr.default;

/** @returns the text of the code, or null if none was found */
export async function readCode(picture: string | Buffer): Promise<string | null> {
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return read(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null;
}
