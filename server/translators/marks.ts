// How the marks <x id="n"/> travel: as XML elements where a service reads markup, as [#n#] where it reads plain text. Called by the adapters.
// [MT4] What comes back is read strictly: markup nobody sent is a failure, never part of a draft.
import { TranslatorFailure } from "./translator.ts";

const MARK = /<x id="(\d+)"\/>/;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** Text with marks as XML or HTML: everything else escaped. */
export function toMarkup(text: string): string {
  return text
    .split(/(<x id="\d+"\/>)/)
    .map((part) => (MARK.test(part) ? part : part.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")))
    .join("");
}

/** Throws TranslatorFailure translatorMarkup where there are elements that were not sent. */
export function fromMarkup(text: string): string {
  const marked = text.replace(/<x\s+id=["']?(\d+)["']?\s*(?:\/>|>\s*<\/x>)/gi, "\uE001$1\uE002");
  if (/[<>]/.test(marked)) throw new TranslatorFailure("reject", "translatorMarkup");
  const plain = marked.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return point > 31 && point < 0x110000 ? String.fromCodePoint(point) : "";
  });
  return plain.replace(/\uE001(\d+)\uE002/g, '<x id="$1"/>');
}

export function toPlain(text: string): string {
  return text.replace(/<x id="(\d+)"\/>/g, "[#$1#]");
}

/** Throws TranslatorFailure translatorMarkup where there are elements: plain text has none. */
export function fromPlain(text: string): string {
  if (/<\/?[a-z!]/i.test(text)) throw new TranslatorFailure("reject", "translatorMarkup");
  return text.replace(/\[\s*#\s*(\d+)\s*#\s*\]/g, '<x id="$1"/>');
}
