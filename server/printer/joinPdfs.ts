// Joins the chunks of one long document into one file whose tags stay whole: one tree of structure, one numbering of its marks.
// Called by finishPdf. Only for files the browser printed of one template. Objects are moved, not copied: the parts are of no use afterwards,
// and an object that was moved must be looked up in the whole, not through itself.

import type { PDFDocument, PDFObject } from "pdf-lib";
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream } from "pdf-lib";
import { giveWay } from "../giveWay.ts";

const name = (text: string): PDFName => PDFName.of(text);
const OBJECTS_A_TURN = 500;

/** @returns the first of them, with the pages of all */
export async function joinPdfs(documents: readonly PDFDocument[]): Promise<PDFDocument> {
  const [whole, ...parts] = documents;
  if (whole === undefined) throw new RangeError("nothing to join");
  if (parts.length === 0) return whole;
  const { context, catalog } = whole;
  const tree = structureOf(whole);
  const marks = leavesOf(tree, "ParentTree", "Nums").leaves;
  const names = leavesOf(tree, "IDTree", "Names").leaves;
  const body = bodyOf(tree);
  const bodyRef = refAt(tree, body);
  const sections = kidsOf(body);
  const pages = catalog.Pages();
  const pagesRef = catalog.get(name("Pages")) as PDFRef;
  let nextMark = nextKey(tree);
  for (const part of parts) {
    const from = structureOf(part);
    const partBody = bodyOf(from);
    const partMarks = leavesOf(from, "ParentTree", "Nums");
    const partNames = leavesOf(from, "IDTree", "Names");
    const partSections = kidsOf(partBody);
    const sectionDicts = partSections.map((section) => part.context.lookup(section, PDFDict));
    const partPages = part.catalog.Pages();
    const partPagesRef = part.catalog.get(name("Pages")) as PDFRef;
    for (const { node } of part.getPages()) {
      moveMark(node, "StructParents", nextMark);
      for (const note of node.Annots()?.asArray() ?? [])
        moveMark(part.context.lookup(note, PDFDict), "StructParent", nextMark);
    }
    const { Root, Info } = part.context.trailerInfo;
    const left = new Set([Root, Info, refAt(from, partBody), ...partMarks.nodes, ...partNames.nodes]);
    left.add(part.catalog.get(name("StructTreeRoot")));
    const moved = await moveObjects(part, whole, left);

    for (const section of sectionDicts) section.set(name("P"), bodyRef);
    sections.push(...partSections.map(moved));
    for (let at = 0; at < partMarks.leaves.length; at += 2) {
      const key = (partMarks.leaves[at] as PDFNumber).asNumber() + nextMark;
      marks.push(PDFNumber.of(key), moved(partMarks.leaves[at + 1] as PDFObject));
    }
    names.push(...partNames.leaves.map(moved));
    nextMark += nextKey(from);
    pages.Kids().push(moved(partPagesRef));
    pages.set(name("Count"), PDFNumber.of(pages.Count().asNumber() + partPages.Count().asNumber()));
    partPages.set(name("Parent"), pagesRef);
  }
  body.set(name("K"), context.obj(sections));
  tree.set(name("ParentTree"), context.register(context.obj({ Nums: marks })));
  tree.set(name("ParentTreeNextKey"), PDFNumber.of(nextMark));
  if (names.length > 0) tree.set(name("IDTree"), context.register(context.obj({ Names: names })));
  return whole;
}

/** Gives all objects of the part but those `left` numbers after the whole's own. @returns what does the same to a value that refers to them */
async function moveObjects(
  part: PDFDocument,
  whole: PDFDocument,
  left: ReadonlySet<unknown>,
): Promise<(value: PDFObject) => PDFObject> {
  const { context } = whole;
  const by = context.largestObjectNumber;
  const refs: PDFRef[] = [];
  const refOf = ({ objectNumber }: PDFRef): PDFRef => {
    refs[objectNumber] ??= PDFRef.of(objectNumber + by);
    return refs[objectNumber];
  };
  const moved = (value: PDFObject): PDFObject => {
    if (value instanceof PDFRef) return refOf(value);
    if (value instanceof PDFArray) {
      for (let at = 0; at < value.size(); at += 1) value.set(at, moved(value.get(at)));
    } else if (value instanceof PDFDict) {
      for (const [key, inner] of value.entries()) {
        if (inner instanceof PDFRef || inner instanceof PDFArray || inner instanceof PDFDict)
          value.set(key, moved(inner));
      }
    } else if (value instanceof PDFStream) moved(value.dict);
    return value;
  };
  for (const [at, [ref, object]] of part.context.enumerateIndirectObjects().entries()) {
    if (!left.has(ref)) context.assign(refOf(ref), moved(object));
    if (at % OBJECTS_A_TURN === 0) await giveWay();
  }
  return moved;
}

const structureOf = (document: PDFDocument): PDFDict => document.catalog.lookup(name("StructTreeRoot"), PDFDict);

/** The one element that holds all others. */
function bodyOf(tree: PDFDict): PDFDict {
  const kids = tree.lookup(name("K"));
  return kids instanceof PDFArray ? kids.lookup(0, PDFDict) : tree.lookup(name("K"), PDFDict);
}

const refAt = (tree: PDFDict, body: PDFDict): PDFRef => tree.context.getObjectRef(body) as PDFRef;

function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.get(name("K"));
  const direct = kids instanceof PDFRef ? element.context.lookup(kids) : kids;
  return direct instanceof PDFArray ? [...direct.asArray()] : kids === undefined ? [] : [kids];
}

const nextKey = (tree: PDFDict): number => tree.lookup(name("ParentTreeNextKey"), PDFNumber).asNumber();

interface Leaves {
  /** Keys and values in turn. */
  readonly leaves: PDFObject[];
  /** The objects the tree was made of. */
  readonly nodes: PDFObject[];
}

/** A number or name tree, flat. */
function leavesOf(tree: PDFDict, entry: string, leaf: "Nums" | "Names"): Leaves {
  const gathered: Leaves = { leaves: [], nodes: [] };
  const gather = (at: PDFObject | undefined): void => {
    if (at === undefined) return;
    gathered.nodes.push(at);
    const node = tree.context.lookup(at, PDFDict);
    for (const kid of node.lookupMaybe(name("Kids"), PDFArray)?.asArray() ?? []) gather(kid);
    gathered.leaves.push(...(node.lookupMaybe(name(leaf), PDFArray)?.asArray() ?? []));
  };
  gather(tree.get(name(entry)));
  return gathered;
}

function moveMark(dict: PDFDict, key: string, by: number): void {
  const mark = dict.lookupMaybe(name(key), PDFNumber);
  if (mark !== undefined) dict.set(name(key), PDFNumber.of(mark.asNumber() + by));
}
