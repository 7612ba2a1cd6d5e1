// Makes Titillium Web known to the picture library on a machine without fonts: unpacks the package's WOFF files to TrueType and writes the
// list that fontconfig reads. Without it every letter is a box, or DejaVu. Called before each picture by drawPicture; once a process is enough.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { FONT_WEIGHTS } from "../../templates/parts/fonts.ts";

const HEADER = 44;
const ENTRY = 20;

let known: Promise<void> | null = null;

/** Fontconfig reads its list once in the life of a process: the first folder stays the one that counts, and must stay where it is. */
export function knowFonts(projectRoot: string, folder: string): Promise<void> {
  known ??= unpackFonts(projectRoot, folder).catch((error: unknown) => {
    // A full disk is no verdict for good: the next picture tries again.
    known = null;
    throw error;
  });
  return known;
}

/** @param folder of the house's own, for the fonts and fontconfig's cache; made if missing */
async function unpackFonts(projectRoot: string, folder: string): Promise<void> {
  await mkdir(join(folder, "cache"), { recursive: true });
  const files = join(projectRoot, "node_modules", "@fontsource", "titillium-web", "files");
  for (const subset of ["latin", "latin-ext"]) {
    for (const weight of FONT_WEIGHTS) {
      const name = `titillium-web-${subset}-${weight}-normal`;
      await writeFile(join(folder, `${name}.ttf`), toTrueType(await readFile(join(files, `${name}.woff`))));
    }
  }
  const list = join(folder, "fonts.conf");
  await writeFile(
    list,
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>`,
  );
  await drawnWith(list);
}

/** The first letter drawn makes the library read this list. Programs started later, the printer's browser, have all the machine's fonts again. */
async function drawnWith(list: string): Promise<void> {
  const { default: sharp } = await import("sharp");
  const { env } = process; // Written for the library, which has no other way to be told.
  const before = env.FONTCONFIG_FILE;
  env.FONTCONFIG_FILE = list;
  const letter = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9" font-family="Titillium Web">m</text></svg>`;
  await sharp(Buffer.from(letter)).png().toBuffer();
  if (before === undefined) delete env.FONTCONFIG_FILE;
  else env.FONTCONFIG_FILE = before;
}

/** WOFF 1.0 is TrueType with each table deflated (W3C recommendation, 2012). */
export function toTrueType(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const entries = Array.from({ length: count }, (_, at) => {
    const from = HEADER + at * ENTRY;
    const [offset, packed, length, checksum] = [4, 8, 12, 16].map((more) => woff.readUInt32BE(from + more)) as [
      number,
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return { tag: woff.subarray(from, from + 4), checksum, table: packed < length ? inflateSync(bytes) : bytes };
  });
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + count * 16);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(count * 16 - power * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  entries.forEach(({ tag, checksum, table }, at) => {
    const entry = 12 + at * 16;
    tag.copy(head, entry);
    head.writeUInt32BE(checksum, entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    offset += table.length + padding.length;
  });
  return Buffer.concat(parts);
}
