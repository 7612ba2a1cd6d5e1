// A translation memory of another tool, as TMX 1.1 to 1.4: sentence pairs from the house's language or into it. Codes of that tool inside a sentence
// are left out; what it marks as machine translation is told as such. Called by services/importMemory.
import { Refusal } from "../domain/refusal.ts";
import type { Element } from "./xml.ts";
import { elementsBelow, elementsOf, localName, readXml } from "./xml.ts";

export interface ForeignPair {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly target: string;
  /** The file says so of the unit, of the variant or of the whole. */
  readonly machine: boolean;
}

/** Native codes of a tool; `hi` and `sub` hold words of the sentence. */
const CODES = new Set(["bpt", "ept", "ph", "it", "ut"]);
const MACHINE =
  /^(?:mt!?|machine(?:[ _-]?translat\w*)?|.*(?:google|deepl|libretranslate|systran|etranslation|microsoft translator|modernmt|amazon translate|openai|gpt).*)$/i;

/** `wanted`: the language sentences come from where the file says "*all*". @throws Refusal exchangeUnreadable */
export function readForeignTmx(text: string, wanted: string): ForeignPair[] {
  const root = readXml(text.trim());
  if (localName(root) !== "tmx") throw new Refusal("exchangeUnreadable", { why: "format" });
  const header = elementsBelow(root, "header")[0];
  const said = languageOf(header?.attributes.srclang);
  const whole = header !== undefined && isMachine(header);
  return elementsBelow(root, "tu").flatMap((unit, n) => {
    const own = languageOf(unit.attributes.srclang);
    const variants = elementsOf(unit, "tuv").map((tuv) => ({
      locale: languageOf(tuv.attributes["xml:lang"] ?? tuv.attributes.lang),
      text: sentenceOf(elementsOf(tuv, "seg")[0]),
      machine: isMachine(tuv),
    }));
    const from = [own, said, wanted].find((one) => variants.some(({ locale }) => locale === one));
    const source = variants.find(({ locale }) => locale === from);
    if (source === undefined || from === undefined) return [];
    return variants
      .filter((one) => one !== source)
      .map(({ locale, text: target, machine }) => ({
        id: unit.attributes.tuid ?? String(n + 1),
        from,
        to: locale,
        source: source.text,
        target,
        machine: machine || whole || isMachine(unit),
      }));
  });
}

/** "en-GB" and "EN_US" are our "en". */
function languageOf(tag = ""): string {
  return (tag.split(/[-_]/)[0] ?? "").toLowerCase();
}

function isMachine(element: Element): boolean {
  const { creationid = "", changeid = "", creationtool = "" } = element.attributes;
  const props = elementsOf(element, "prop").map((prop) => ({
    type: prop.attributes.type ?? "",
    text: sentenceOf(prop),
  }));
  const flagged = props.some(
    ({ type, text }) =>
      (/(?:^|[^a-z])mt(?:$|[^a-z])|machine/i.test(type) && !/^(?:no|false|0)?$/i.test(text)) ||
      (/origin|state|status|creation/i.test(type) && MACHINE.test(text)),
  );
  // Whoever corrected it last counts: a person may have gone over a machine's words.
  return flagged || MACHINE.test(changeid === "" ? creationid : changeid) || MACHINE.test(creationtool);
}

function sentenceOf(element: Element | undefined): string {
  if (element === undefined) return "";
  const told = (one: Element): string =>
    one.children
      .map((child) => (typeof child === "string" ? child : CODES.has(localName(child)) ? " " : told(child)))
      .join("");
  return told(element).replace(/\s+/g, " ").trim();
}
