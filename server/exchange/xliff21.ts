// XLIFF 2.1: state and sub-state of the segment, the seal in a note. Called by exportTranslations and readExchange.
import type { TranslationState } from "../domain/translation.ts";
import type { ExchangeFile, ExchangeUnit } from "./unit.ts";
import type { Element } from "./xml.ts";
import { elementsBelow, elementsOf, escapeXml, textOf } from "./xml.ts";

const STATES: Readonly<Record<TranslationState, string>> = {
  missing: "initial",
  machine: "translated",
  draft: "initial",
  review: "translated",
  approved: "final",
};

export function writeXliff21({ from, to, units }: ExchangeFile): string {
  const body = units.map(({ id, source, target, state, seal, notes }) => {
    const sub = state === "machine" || state === "draft" ? ` subState="bacheca:${state}"` : "";
    return [
      // An identifier may not hold a slash here.
      `    <unit id="${escapeXml(id.replace("/", "_"))}">`,
      "      <notes>",
      `        <note category="seal">${seal}</note>`,
      ...notes.map((note) => `        <note>${escapeXml(note)}</note>`),
      "      </notes>",
      `      <segment state="${STATES[state]}"${sub}>`,
      `        <source xml:space="preserve">${escapeXml(source)}</source>`,
      `        <target xml:space="preserve">${escapeXml(target)}</target>`,
      "      </segment>",
      "    </unit>",
    ].join("\n");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="${from}" trgLang="${to}">`,
    '  <file id="bacheca">',
    ...body,
    "  </file>",
    "</xliff>",
    "",
  ].join("\n");
}

export function readXliff21(root: Element): ExchangeFile[] {
  const { srcLang: from = "", trgLang: to = "" } = root.attributes;
  return [{ from, to, units: elementsBelow(root, "unit").map(unitOf) }];
}

function unitOf(unit: Element): ExchangeUnit {
  const segments = elementsOf(unit, "segment");
  const notes = elementsBelow(unit, "note");
  const states = segments.map(({ attributes }) => attributes.state ?? "initial");
  const sub = segments[0]?.attributes.subState ?? "";
  const state: TranslationState =
    sub === "bacheca:machine"
      ? "machine"
      : states.every((one) => one === "final")
        ? "approved"
        : states.some((one) => one === "initial")
          ? "draft"
          : "review";
  const join = (name: string) =>
    segments
      .map((segment) => textOf(elementsOf(segment, name)[0]))
      .join(" ")
      .trim();
  const target = join("target");
  return {
    id: (unit.attributes.id ?? "").replace("_", "/"),
    source: join("source"),
    target,
    state: state === "draft" && target === "" ? "missing" : state,
    seal: textOf(notes.find(({ attributes }) => attributes.category === "seal")).trim(),
    notes: [],
  };
}
