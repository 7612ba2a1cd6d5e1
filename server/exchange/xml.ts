// Just enough XML for files of translators: elements, attributes, text, comments, CDATA. A document type is passed over where it only names one and
// refused where it declares anything, as are entities of its own and processing instructions beyond the first line: nothing of a file from outside
// is ever expanded or fetched. Called by the readers of XLIFF and TMX.
import { Refusal } from "../domain/refusal.ts";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const DEEP = 60;
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE\s[^[\]<>]*>|<!|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<|[^<]+/g;

/** @throws Refusal exchangeUnreadable */
export function readXml(text: string): Element {
  const source = text.replace(/^\uFEFF/, "");
  const root: { name: string; attributes: Record<string, string>; children: (Element | string)[] } = {
    name: "",
    attributes: {},
    children: [],
  };
  const open = [root];
  for (const found of source.matchAll(TOKEN)) {
    const [token, cdata, closing, opening, attributes = "", empty] = found;
    const inside = open.at(-1) as typeof root;
    if (token.startsWith("<!--") || (token.startsWith("<!DOCTYPE") && open.length === 1)) continue;
    if (cdata !== undefined) inside.children.push(cdata);
    else if (token.startsWith("<?")) {
      if (found.index !== 0) throw unreadable("instruction");
    } else if (closing !== undefined) {
      if (open.length < 2 || inside.name !== closing) throw unreadable("nesting");
      open.pop();
    } else if (opening !== undefined) {
      const element = { name: opening, attributes: readAttributes(attributes), children: [] };
      inside.children.push(element);
      if (empty === "/") continue;
      open.push(element);
      if (open.length > DEEP) throw unreadable("nesting");
    } else if (token.startsWith("<")) throw unreadable(token === "<!" ? "doctype" : "markup");
    else inside.children.push(decode(token));
  }
  const elements = root.children.filter((child) => typeof child !== "string");
  const [only] = elements;
  if (open.length > 1 || only === undefined || elements.length > 1) throw unreadable("cut");
  return only;
}

export function elementsOf(element: Element, name: string): Element[] {
  return element.children.filter((child): child is Element => typeof child !== "string" && localName(child) === name);
}

/** Every element of that name below, in order. */
export function elementsBelow(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    return [...(localName(child) === name ? [child] : []), ...elementsBelow(child, name)];
  });
}

export function localName({ name }: Element): string {
  return name.slice(name.indexOf(":") + 1);
}

/** All text, marks of tools inside it left out. */
export function textOf(element: Element | undefined): string {
  if (element === undefined) return "";
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function readAttributes(text: string): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [, name = "", double, single] of text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (Object.hasOwn(read, name)) throw unreadable("markup");
    Object.defineProperty(read, name, { value: decode(double ?? single ?? ""), enumerable: true });
  }
  return read;
}

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));?|&/gi, (whole, hex, decimal, name) => {
    if (name !== undefined && Object.hasOwn(ENTITIES, name)) return ENTITIES[name] as string;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : Number.NaN;
    if (!Number.isInteger(code) || code > 0x10ffff || (code < 32 && ![9, 10, 13].includes(code)))
      throw unreadable(whole === "&" ? "markup" : "entity");
    return String.fromCodePoint(code);
  });
}

function unreadable(why: string): Refusal {
  return new Refusal("exchangeUnreadable", { why });
}
