// What the pages of a finished PDF are drawn with, page by page. Only what leads to a page is read, by the file's own table of positions:
// of a hundred thousand tags of a long document none is needed to read its codes back. Called by drawnCodes.
import { inflateSync } from "node:zlib";
import type { PDFObject } from "pdf-lib";
import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFObjectParser,
  PDFObjectStreamParser,
  PDFRawStream,
  PDFRef,
  PDFXRefStreamParser,
} from "pdf-lib";

const name = (text: string): PDFName => PDFName.of(text);
/** The end of a file, where it says at which byte its table of positions stands. */
const TAIL = 64;
const LONGEST_HEAD = 40;

/**
 * Drawing operators of each page in turn, as Latin-1.
 * @param pdf with a cross-reference stream, as finishPdf writes it
 * @throws if it is not such a file
 */
export async function* pageContents(pdf: Uint8Array): AsyncGenerator<string> {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const context = PDFContext.create();
  const table = streamAt(Number(/startxref\s+(\d+)/.exec(bytes.toString("latin1", bytes.length - TAIL))?.[1]));
  const places = new Map(
    PDFXRefStreamParser.forStream(table)
      .parseIntoContext()
      .map((entry) => [entry.ref.objectNumber, entry]),
  );

  function objectAt(offset: number): PDFObject {
    const head = /^\s*\d+ \d+ obj\s*/.exec(bytes.toString("latin1", offset, offset + LONGEST_HEAD))?.[0];
    if (head === undefined) throw new Error(`The PDF has no object at ${offset}`);
    return PDFObjectParser.forBytes(bytes.subarray(offset + head.length), context).parseObject();
  }

  function streamAt(offset: number): PDFRawStream {
    const stream = objectAt(offset);
    if (!(stream instanceof PDFRawStream)) throw new Error(`The PDF has no stream at ${offset}`);
    return stream;
  }

  async function find(value: PDFObject | undefined): Promise<PDFObject | undefined> {
    if (!(value instanceof PDFRef)) return value;
    const known = context.lookup(value);
    if (known !== undefined) return known;
    const place = places.get(value.objectNumber);
    if (place === undefined) return undefined;
    // Its whole packet is read at once: what belongs together is packed together.
    if (place.inObjectStream) {
      const packet = streamAt(places.get(place.offset)?.offset ?? Number.NaN);
      await PDFObjectStreamParser.forStream(packet).parseIntoContext();
      return context.lookup(value);
    }
    const object = objectAt(place.offset);
    context.assign(value, object);
    return object;
  }

  async function* pagesOf(node: PDFObject | undefined): AsyncGenerator<PDFDict> {
    const dict = await find(node);
    if (!(dict instanceof PDFDict)) throw new Error("The PDF lacks a page it names");
    const kids = await find(dict.get(name("Kids")));
    if (!(kids instanceof PDFArray)) yield dict;
    else for (const kid of kids.asArray()) yield* pagesOf(kid);
  }

  async function drawingOf(contents: PDFObject | undefined): Promise<string> {
    const found = await find(contents);
    if (found instanceof PDFArray) return (await Promise.all(found.asArray().map(drawingOf))).join("\n");
    if (!(found instanceof PDFRawStream)) return "";
    const packed = found.getContents();
    const plain = found.dict.get(name("Filter")) === undefined ? packed : inflateSync(packed);
    return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength).toString("latin1");
  }

  const catalog = await find(context.trailerInfo.Root);
  const root = catalog instanceof PDFDict ? catalog.get(name("Pages")) : undefined;
  for await (const page of pagesOf(root)) yield drawingOf(page.get(name("Contents")));
}
