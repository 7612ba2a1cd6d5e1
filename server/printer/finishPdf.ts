// Makes the browser's PDF fit to keep: complete tags for screen readers, archival metadata, fixed dates, and the same
// bytes whenever the same job is printed. Called by chromiumPrinter on every file, a long one in its chunks; yields to other work as it goes.

import type { PDFContext, PDFObject } from "pdf-lib";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRef,
  PDFStreamWriter,
  PDFString,
} from "pdf-lib";
import { joinPdfs } from "./joinPdfs.ts";
import { xmpPacket } from "./xmpPacket.ts";

export interface FinishFacts {
  readonly title: string;
  readonly lang: string;
  /** ISO instant. */
  readonly revisedAt: string;
  /** Identity of the content, at least 32 hexadecimal digits: printKey(job). */
  readonly key: string;
  readonly iccProfile: Uint8Array;
}

export interface FinishedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Base names of all fonts in the file: anything but Titillium Web means letters the typeface lacks. */
  readonly fonts: readonly string[];
}

/** After so many objects others have their turn. */
const OBJECTS_A_TURN = 200;
/** Objects packed together: a stream of its own for every fifty costs as much again as the packing. */
const OBJECTS_A_STREAM = 500;

const CREATOR = "Bacheca Viva";
const PRODUCER = "Chromium, pdf-lib";

// PDF 2.0 types that Chromium writes into an older file, and the nearest older type.
const ROLES = {
  Strong: "Span",
  Em: "Span",
  Aside: "Div",
  Title: "P",
  Sub: "Span",
  FENote: "Note",
  DocumentFragment: "Div",
};

/**
 * @param raws what the browser printed: one file, or the chunks of one document in order
 * @throws if one is not a PDF
 */
export async function finishPdf(raws: readonly Uint8Array[], facts: FinishFacts): Promise<FinishedPdf> {
  const fonts = new Set<string>();
  const documents: PDFDocument[] = [];
  let nodes = 0;
  for (const raw of raws) {
    const numbered = renumberNodes(raw, nodes);
    nodes += numbered.nodes;
    const document = await PDFDocument.load(numbered.bytes, { updateMetadata: false, parseSpeed: OBJECTS_A_TURN });
    const { context } = document;
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      if (object instanceof PDFDict) mend(context, ref, object, fonts);
    }
    documents.push(document);
  }
  const whole = await joinPdfs(documents);
  describe(whole, facts);
  // Counted in objects, turns come only where the count divides: of a long file every packed stream gives one.
  const turn = raws.length > 1 ? 1 : OBJECTS_A_TURN;
  const writer = PDFStreamWriter.forContext(whole.context, turn, true, OBJECTS_A_STREAM);
  return {
    bytes: await writer.serializeToBuffer(),
    pages: whole.catalog.Pages().Count().asNumber(),
    fonts: [...fonts].sort(),
  };
}

/**
 * The browser names cells after its running count of document nodes, which grows from job to job. Same width, so that
 * the file's table of positions stays true; same order, as the tree of names demands.
 * @param before nodes named in the chunks before
 */
function renumberNodes(raw: Uint8Array, before: number): { readonly bytes: Uint8Array; readonly nodes: number } {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString("latin1");
  const found = new Set(text.match(/\(node\d{8}\)/g));
  if (found.size === 0) return { bytes: raw, nodes: 0 };
  const names = new Map(
    [...found].sort().map((name, index) => [name, `(node${String(before + index + 1).padStart(8, "0")})`]),
  );
  const renamed = text.replace(/\(node\d{8}\)/g, (name) => names.get(name) ?? name);
  return { bytes: Buffer.from(renamed, "latin1"), nodes: found.size };
}

// Names are kept once by pdf-lib, so two equal ones are the same object.
const TYPE = PDFName.of("Type");
const KIND = PDFName.of("S");
const STRUCTURE = PDFName.of("StructElem");
const ITEM = PDFName.of("LI");
const MARK = PDFName.of("Lbl");
const BODY = PDFName.of("LBody");

function mend(context: PDFContext, ref: PDFRef, dict: PDFDict, fonts: Set<string>): void {
  const type = dict.get(TYPE);
  if (type === STRUCTURE) {
    if (dict.get(KIND) === ITEM) giveListBody(context, ref, dict);
  } else if (type === PDFName.of("Annot")) {
    if (dict.get(PDFName.of("Subtype")) === PDFName.of("Link")) giveContents(dict);
  } else if (type === PDFName.of("FontDescriptor")) {
    const name = dict.lookupMaybe(PDFName.of("FontName"), PDFName)?.decodeText() ?? "";
    fonts.add(name.replace(/^[A-Z]{6}\+/, ""));
  }
}

/** Everything of a list item but its mark goes into one LBody, as PDF/UA asks. */
function giveListBody(context: PDFContext, ref: PDFRef, item: PDFDict): void {
  const kids = item.get(PDFName.of("K"));
  const all: PDFObject[] = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : [];
  const typeOf = (kid: PDFObject): PDFObject | null => {
    const dict = context.lookup(kid);
    return dict instanceof PDFDict ? (dict.get(KIND) ?? null) : null;
  };
  const body = all.filter((kid) => typeOf(kid) !== MARK);
  // Marked content directly in the item would need a change in the parent tree too; the browser never writes it so.
  if (body.length === 0 || body.some((kid) => typeOf(kid) === null || typeOf(kid) === BODY)) return;
  const bodyRef = context.register(context.obj({ Type: "StructElem", S: "LBody", P: ref, K: body }));
  for (const kid of body) context.lookup(kid, PDFDict).set(PDFName.of("P"), bodyRef);
  item.set(PDFName.of("K"), context.obj([...all.filter((kid) => typeOf(kid) === MARK), bodyRef]));
}

/** A link says where it leads, for readers that do not show its text. */
function giveContents(annotation: PDFDict): void {
  if (annotation.has(PDFName.of("Contents"))) return;
  const uri = annotation.lookupMaybe(PDFName.of("A"), PDFDict)?.lookup(PDFName.of("URI"));
  const address = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : "";
  if (address) annotation.set(PDFName.of("Contents"), PDFHexString.fromText(address.replace(/^(mailto|tel):/i, "")));
}

function describe(document: PDFDocument, { title, lang, revisedAt, key, iccProfile }: FinishFacts): void {
  const { context, catalog } = document;
  const date = new Date(revisedAt);
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(lang);
  document.setCreator(CREATOR);
  document.setProducer(PRODUCER);
  document.setCreationDate(date);
  document.setModificationDate(date);
  const xmp = xmpPacket({ title, lang, revisedAt: date, creator: CREATOR, producer: PRODUCER });
  const metadata = context.stream(Buffer.from(xmp, "utf8"), { Type: "Metadata", Subtype: "XML" });
  catalog.set(PDFName.of("Metadata"), context.register(metadata));
  const profile = context.register(context.flateStream(iccProfile, { N: 3 }));
  const sRgb = PDFString.of("sRGB IEC61966-2.1");
  const intent = {
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: sRgb,
    Info: sRgb,
    DestOutputProfile: profile,
  };
  catalog.set(PDFName.of("OutputIntents"), context.obj([context.obj(intent)]));
  catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict)?.set(PDFName.of("RoleMap"), context.obj(ROLES));
  const id = PDFHexString.of(key.slice(0, 32).toUpperCase());
  context.trailerInfo.ID = context.obj([id, id]);
}
