// TMX 1.4: a memory for another tool, and a memory from another tool. State and seal are properties. Called by exportTranslations and readExchange.

import { TRANSLATION_STATES } from "../domain/translation.ts";
import type { ExchangeFile, ExchangeUnit } from "./unit.ts";
import type { Element } from "./xml.ts";
import { elementsBelow, elementsOf, escapeXml, textOf } from "./xml.ts";

export function writeTmx({ from, to, units }: ExchangeFile): string {
  const body = units.map(({ id, source, target, state, seal }) =>
    [
      `    <tu tuid="${escapeXml(id)}">`,
      `      <prop type="x-state">${state}</prop>`,
      `      <prop type="x-seal">${seal}</prop>`,
      `      <tuv xml:lang="${from}"><seg>${escapeXml(source)}</seg></tuv>`,
      `      <tuv xml:lang="${to}"><seg>${escapeXml(target)}</seg></tuv>`,
      "    </tu>",
    ].join("\n"),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    `  <header creationtool="bacheca" creationtoolversion="1" segtype="sentence" o-tmf="bacheca" adminlang="${from}" srclang="${from}" datatype="plaintext"/>`,
    "  <body>",
    ...body,
    "  </body>",
    "</tmx>",
    "",
  ].join("\n");
}

/** One file a language pair: a TMX may hold several. */
export function readTmx(root: Element): ExchangeFile[] {
  const header = elementsBelow(root, "header")[0];
  const from = short(header?.attributes.srclang ?? "");
  const files = new Map<string, ExchangeUnit[]>();
  for (const unit of elementsBelow(root, "tu")) {
    const prop = (type: string) => textOf(elementsOf(unit, "prop").find(({ attributes }) => attributes.type === type));
    const said = elementsOf(unit, "tuv").map((tuv) => ({
      locale: short(tuv.attributes["xml:lang"] ?? tuv.attributes.lang ?? ""),
      text: textOf(elementsOf(tuv, "seg")[0]),
    }));
    const source = said.find(({ locale }) => locale === from);
    if (source === undefined) continue;
    const state = TRANSLATION_STATES.find((one) => one === prop("x-state")) ?? "review";
    for (const { locale, text } of said.filter((one) => one !== source)) {
      const one = {
        id: unit.attributes.tuid ?? "",
        source: source.text,
        target: text,
        state,
        seal: prop("x-seal"),
        notes: [],
      };
      files.set(locale, [...(files.get(locale) ?? []), one]);
    }
  }
  return [...files].map(([to, units]) => ({ from, to, units }));
}

/** "en-GB" is our "en". */
function short(tag: string): string {
  return (tag.split(/[-_]/)[0] ?? "").toLowerCase();
}
