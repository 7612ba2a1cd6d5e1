// Makes one foreign file safe: a picture is drawn anew without its metadata, a PDF loses scripts, embedded files and what acts by itself.
// Plain JavaScript, run by makeSafe.ts in a process of its own that may be killed. Answers with one line of JSON and the new bytes after it.
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, PDFStream } from "pdf-lib";
import sharp from "sharp";

const MAX_PIXELS = 24_000_000;
const LONGEST_SIDE = 2400;
const PICTURES = ["jpeg", "png", "webp"];
/** What makes a PDF do something by itself, or carry something along. */
const ACTIVE = ["JS", "JavaScript", "AA", "OpenAction", "EmbeddedFiles", "EF", "AF", "RichMedia", "XFA", "Launch"];
const ACTIONS = ["Launch", "JavaScript", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie", "Sound"];

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
sharp.cache(false);
sharp.concurrency(1);

class Unfit extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

try {
  const bytes = await readInput();
  const pdf = bytes.subarray(0, 1024).includes("%PDF-");
  const { type, content } = pdf ? await makeSafePdf(bytes) : await redraw(bytes);
  answer({ type }, content);
} catch (error) {
  answer({ why: error instanceof Unfit ? error.why : "damaged" }, Buffer.alloc(0));
}

async function readInput() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

function answer(head, content) {
  process.stdout.write(`${JSON.stringify(head)}\n`);
  process.stdout.write(content);
}

async function redraw(bytes) {
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", sequentialRead: true });
  const {
    format,
    width = 0,
    height = 0,
  } = await picture.metadata().catch((error) => {
    throw new Unfit(/pixel limit/i.test(String(error)) ? "tooManyPixels" : "otherFormat");
  });
  if (!PICTURES.includes(format)) throw new Unfit("otherFormat");
  if (width * height > MAX_PIXELS) throw new Unfit("tooManyPixels");
  const upright = picture
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb");
  const content = await upright
    .toFormat(format, format === "png" ? { compressionLevel: 9 } : { quality: 84 })
    .toBuffer();
  return { type: format, content };
}

async function makeSafePdf(bytes) {
  const document = await PDFDocument.load(bytes, { throwOnInvalidObject: false, updateMetadata: false }).catch(
    (error) => {
      throw new Unfit(/encrypted/i.test(String(error)) ? "encrypted" : "damaged");
    },
  );
  if (document.getPageCount() === 0) throw new Unfit("damaged");
  for (const [reference, object] of document.context.enumerateIndirectObjects()) {
    if (isAction(object) || isCarried(object)) document.context.delete(reference);
    else clean(object, document.context);
  }
  // Who wrote it and on which machine is nobody's business.
  document.context.trailerInfo.Info = undefined;
  document.catalog.delete(PDFName.of("Metadata"));
  document.catalog.delete(PDFName.of("Perms"));
  return {
    type: "pdf",
    content: Buffer.from(await document.save({ addDefaultPage: false, updateFieldAppearances: false })),
  };
}

function clean(object, context, depth = 0) {
  // Deeper nesting within one object is nobody's document.
  if (depth > 60) throw new Unfit("damaged");
  if (object instanceof PDFStream) clean(object.dict, context, depth + 1);
  else if (object instanceof PDFArray) {
    for (let at = object.size() - 1; at >= 0; at -= 1) {
      const item = object.get(at);
      if (isAction(item)) object.remove(at);
      else clean(item, context, depth + 1);
    }
  } else if (object instanceof PDFDict) {
    for (const name of ACTIVE) object.delete(PDFName.of(name));
    for (const [key, value] of object.entries()) {
      const meant = value instanceof PDFRef ? context.lookup(value) : value;
      if (isAction(meant)) object.delete(key);
      else clean(value, context, depth + 1);
    }
  }
}

/** A file within the file: without its name in the catalogue it is still in there. */
function isCarried(object) {
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return false;
  const type = dict.get(PDFName.of("Type"));
  return type === PDFName.of("EmbeddedFile") || type === PDFName.of("Filespec");
}

function isAction(object) {
  if (!(object instanceof PDFDict)) return false;
  const does = object.get(PDFName.of("S"));
  const subtype = object.get(PDFName.of("Subtype"));
  return (
    ACTIONS.some((name) => does === PDFName.of(name)) ||
    subtype === PDFName.of("FileAttachment") ||
    subtype === PDFName.of("RichMedia")
  );
}
