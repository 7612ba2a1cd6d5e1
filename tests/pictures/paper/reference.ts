// Reference pictures of paper: small and grey, drawn from the PDF, and how far another drawing may be from one.
// A field is judged by its mean, so that another browser's edges of letters do not count and a moved line, a lost word or a changed shape do.
// Called by paperPictures, which renews them, and by the tests.
import sharp from "sharp";
import { drawPaper } from "./drawPaper.ts";

/** Enough to see every line, word and shape where it stands. */
const DPI = 30;
const LEVELS = 8;
/** Side of a field in pixels: 8.5 mm of paper. */
const FIELD = 10;
/** Of 255: the largest difference of a field's mean that edges alone have caused. */
const TOLERANCE = 16;

export async function drawReference(pdf: Uint8Array, more: readonly string[] = []): Promise<Buffer> {
  const drawn = await drawPaper(pdf, { dpi: DPI, grey: true, columns: 4, more });
  return sharp(drawn).png({ palette: true, colours: LEVELS, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
}

export interface Difference {
  /** Fields that differ too much, as "row,column: by". */
  readonly fields: readonly string[];
  readonly largest: number;
}

/** @throws where one is of another size: a page more, another paper */
export async function comparePictures(one: Buffer, other: Buffer): Promise<Difference> {
  const [a, b] = await Promise.all([fieldsOf(one), fieldsOf(other)]);
  if (a.width !== b.width || a.height !== b.height)
    throw new RangeError(`${a.width} × ${a.height} fields and ${b.width} × ${b.height}`);
  const fields: string[] = [];
  let largest = 0;
  a.means.forEach((mean, at) => {
    const by = Math.abs(mean - (b.means[at] ?? 0));
    largest = Math.max(largest, by);
    if (by > TOLERANCE) fields.push(`${Math.floor(at / a.width)},${at % a.width}: ${by.toFixed(0)}`);
  });
  return { fields, largest };
}

async function fieldsOf(picture: Buffer): Promise<{ width: number; height: number; means: number[] }> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [width, height] = [Math.ceil(info.width / FIELD), Math.ceil(info.height / FIELD)];
  const means = Array.from({ length: width * height }, (_, at) => {
    const [top, left] = [Math.floor(at / width) * FIELD, (at % width) * FIELD];
    let [sum, count] = [0, 0];
    for (let y = top; y < Math.min(top + FIELD, info.height); y += 1)
      for (let x = left; x < Math.min(left + FIELD, info.width); x += 1) {
        sum += data[(y * info.width + x) * info.channels] ?? 0;
        count += 1;
      }
    return sum / count;
  });
  return { width, height, means };
}
