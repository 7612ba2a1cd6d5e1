// XLIFF 1.2, the format every tool of translators reads. State in the target's attribute, the seal in a note. Called by exportTranslations and readExchange.
import type { TranslationState } from "../domain/translation.ts";
import type { ExchangeFile, ExchangeUnit } from "./unit.ts";
import type { Element } from "./xml.ts";
import { elementsBelow, elementsOf, escapeXml, textOf } from "./xml.ts";

const STATES: Readonly<Record<TranslationState, string>> = {
  missing: "new",
  machine: "needs-review-translation",
  draft: "needs-translation",
  review: "translated",
  approved: "final",
};

export function writeXliff12({ from, to, units }: ExchangeFile): string {
  const body = units.map(({ id, source, target, state, seal, notes }) => {
    const lines = notes.map((note) => `        <note>${escapeXml(note)}</note>`);
    return [
      `      <trans-unit id="${escapeXml(id)}" approved="${state === "approved" ? "yes" : "no"}" xml:space="preserve">`,
      `        <source>${escapeXml(source)}</source>`,
      `        <target state="${STATES[state]}"${state === "machine" ? ' state-qualifier="mt-suggestion"' : ""}>${escapeXml(target)}</target>`,
      `        <note from="seal">${seal}</note>`,
      ...lines,
      "      </trans-unit>",
    ].join("\n");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file original="bacheca" datatype="plaintext" source-language="${from}" target-language="${to}">`,
    "    <body>",
    ...body,
    "    </body>",
    "  </file>",
    "</xliff>",
    "",
  ].join("\n");
}

export function readXliff12(root: Element): ExchangeFile[] {
  return elementsBelow(root, "file").map((file) => ({
    from: file.attributes["source-language"] ?? "",
    to: file.attributes["target-language"] ?? "",
    units: elementsBelow(file, "trans-unit").map(unitOf),
  }));
}

function unitOf(unit: Element): ExchangeUnit {
  const [target] = elementsOf(unit, "target");
  const said = target?.attributes.state ?? "";
  const notes = elementsOf(unit, "note");
  const state: TranslationState =
    unit.attributes.approved === "yes" || said === "final" || said === "signed-off"
      ? "approved"
      : target?.attributes["state-qualifier"]?.startsWith("mt-") === true
        ? "machine"
        : said === "translated" || said.startsWith("needs-review")
          ? "review"
          : said === "new"
            ? "missing"
            : "draft";
  return {
    id: unit.attributes.id ?? "",
    source: textOf(elementsOf(unit, "source")[0]),
    target: textOf(target),
    state,
    seal: textOf(notes.find(({ attributes }) => attributes.from === "seal")),
    notes: [],
  };
}
