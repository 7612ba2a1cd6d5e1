// Joins the finished chunks of one long document into one file whose tags stay whole: one tree of structure, one numbering of its marks.
// Called by printDocument. Only for files of finishPdf: the chunks share template, language, title and date.

import type { PDFContext, PDFObject } from "pdf-lib";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFObjectCopier, PDFRef, PDFString } from "pdf-lib";
import { identify, SAVE } from "./finishPdf.ts";

const name = (text: string): PDFName => PDFName.of(text);
const NODE = /^node\d{8}$/;

/** @param key identity of the whole, at least 32 hexadecimal digits */
export async function joinPdfs(chunks: readonly Uint8Array[], key: string): Promise<Uint8Array> {
  const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: 200 });
  const [first, ...rest] = chunks;
  if (first === undefined) throw new RangeError("nothing to join");
  const whole = await load(first);
  const { context } = whole;
  const tree = structureOf(whole);
  const marks = flat(tree, "ParentTree", "Nums");
  const names = flat(tree, "IDTree", "Names");
  const body = bodyOf(tree);
  const bodyRef = tree.get(name("K"));
  const sections = kidsOf(body);
  let nextMark = nextKey(tree);
  for (const bytes of rest) {
    const part = await load(bytes);
    renameNodes(part.context, names.length / 2);
    const copier = PDFObjectCopier.for(part.context, context);
    const from = structureOf(part);
    const copied = copier.copy(from);
    for (const page of part.getPages()) {
      const ref = copier.copy(page.ref);
      const leaf = context.lookup(ref, PDFDict);
      moveMark(leaf, "StructParents", nextMark);
      for (const note of leaf.lookupMaybe(name("Annots"), PDFArray)?.asArray() ?? [])
        moveMark(context.lookup(note, PDFDict), "StructParent", nextMark);
      leaf.set(name("Parent"), whole.catalog.insertLeafNode(ref, whole.catalog.Pages().Count().asNumber()));
    }
    for (const section of kidsOf(bodyOf(copied))) {
      if (bodyRef !== undefined) context.lookup(section, PDFDict).set(name("P"), bodyRef);
      sections.push(section);
    }
    const moved = flat(copied, "ParentTree", "Nums");
    for (let at = 0; at < moved.length; at += 2)
      marks.push(PDFNumber.of((moved[at] as PDFNumber).asNumber() + nextMark), moved[at + 1] as PDFObject);
    names.push(...flat(copied, "IDTree", "Names"));
    nextMark += nextKey(from);
  }
  body.set(name("K"), context.obj(sections));
  tree.set(name("ParentTree"), context.register(context.obj({ Nums: marks })));
  tree.set(name("ParentTreeNextKey"), PDFNumber.of(nextMark));
  if (names.length > 0) tree.set(name("IDTree"), context.register(context.obj({ Names: names })));
  identify(context, key);
  return whole.save(SAVE);
}

const structureOf = (document: PDFDocument): PDFDict => document.catalog.lookup(name("StructTreeRoot"), PDFDict);

/** The one element that holds all others. */
function bodyOf(tree: PDFDict): PDFDict {
  const kids = tree.lookup(name("K"));
  return kids instanceof PDFArray ? kids.lookup(0, PDFDict) : tree.lookup(name("K"), PDFDict);
}

function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.get(name("K"));
  const direct = kids instanceof PDFRef ? element.context.lookup(kids) : kids;
  return direct instanceof PDFArray ? [...direct.asArray()] : kids === undefined ? [] : [kids];
}

const nextKey = (tree: PDFDict): number => tree.lookup(name("ParentTreeNextKey"), PDFNumber).asNumber();

/** The leaves of a number or name tree, keys and values in turn. */
function flat(tree: PDFDict, entry: string, leaf: "Nums" | "Names"): PDFObject[] {
  const gather = (node: PDFDict | undefined): PDFObject[] => {
    if (node === undefined) return [];
    const kids = node.lookupMaybe(name("Kids"), PDFArray);
    if (kids !== undefined) return kids.asArray().flatMap((_, at) => gather(kids.lookup(at, PDFDict)));
    return [...(node.lookupMaybe(name(leaf), PDFArray)?.asArray() ?? [])];
  };
  return gather(tree.lookupMaybe(name(entry), PDFDict));
}

function moveMark(dict: PDFDict, key: string, by: number): void {
  const mark = dict.lookupMaybe(name(key), PDFNumber);
  if (mark !== undefined) dict.set(name(key), PDFNumber.of(mark.asNumber() + by));
}

/** Cells are named from 1 in every chunk; later chunks go on where the one before ended, wherever the name is used. */
function renameNodes(context: PDFContext, by: number): void {
  const renamed = (value: PDFObject): PDFObject => {
    if (value instanceof PDFString && NODE.test(value.asString())) {
      return PDFString.of(`node${String(Number(value.asString().slice(4)) + by).padStart(8, "0")}`);
    }
    if (value instanceof PDFArray) for (let at = 0; at < value.size(); at += 1) value.set(at, renamed(value.get(at)));
    else if (value instanceof PDFDict) for (const [entry, inner] of value.entries()) value.set(entry, renamed(inner));
    return value;
  };
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict || object instanceof PDFArray) renamed(object);
  }
}
