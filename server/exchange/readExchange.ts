// Reads a file of any of the formats, told apart by what it holds. Called by services/takeExchange.

import { Refusal } from "../domain/refusal.ts";
import { readCsv } from "./csv.ts";
import { readTmx } from "./tmx.ts";
import type { ExchangeFile } from "./unit.ts";
import { readXliff12 } from "./xliff12.ts";
import { readXliff21 } from "./xliff21.ts";
import { localName, readXml } from "./xml.ts";

/** @throws Refusal exchangeUnreadable */
export function readExchange(text: string): ExchangeFile[] {
  if (!/^\uFEFF?\s*</.test(text)) return readCsv(text);
  const root = readXml(text.trim());
  const name = localName(root);
  if (name === "tmx") return readTmx(root);
  if (name === "xliff") return (root.attributes.version ?? "").startsWith("2") ? readXliff21(root) : readXliff12(root);
  throw new Refusal("exchangeUnreadable", { why: "format" });
}
