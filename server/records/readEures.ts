// Vacancies of the European exchange as records: one PositionOpening, many under one root, or the answer of getDetails. Called by readRecords.
// [EX6] No document type, no entity of the file's own, nothing fetched: the reader of exchange/xml.ts refuses them.

import { Refusal } from "../domain/refusal.ts";
import { elementsBelow, localName, readXml } from "../exchange/xml.ts";
import type { RecordRow } from "./problem.ts";
import { readPositionOpening } from "./readPositionOpening.ts";

export interface EuresRows {
  readonly rows: readonly RecordRow[];
  /** Ids of those their senders have closed: to be taken down, if they are here. */
  readonly over: readonly string[];
}

/** What an import of them is remembered under, so that a later file finds the same postings. */
export const EURES_SYSTEM = "eures";

/** @throws Refusal importUnreadable */
export function readEures(documents: readonly string[]): EuresRows {
  const rows: RecordRow[] = [];
  const over: string[] = [];
  for (const document of documents) {
    for (const element of openingsOf(document)) {
      const opening = readPositionOpening(element);
      if (opening === null) throw new Refusal("importUnreadable", { why: ["noOpening"] });
      if (opening.isOver) over.push(opening.id);
      else rows.push({ row: rows.length + 1, value: opening.record });
    }
  }
  if (rows.length + over.length === 0) throw new Refusal("importUnreadable", { why: ["noOpening"] });
  return { rows, over };
}

function openingsOf(document: string) {
  // What readXml passes over unread has no place in an exchange between services.
  if (/<!DOCTYPE/i.test(document)) throw new Refusal("importUnreadable", { why: ["xmlSyntax"] });
  try {
    const root = readXml(document.trim());
    return localName(root) === "PositionOpening" ? [root] : elementsBelow(root, "PositionOpening");
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal("importUnreadable", { why: ["xmlSyntax"] });
    throw error;
  }
}

/** The documents in an answer of getDetails, or null where the value is none. */
export function documentsOfDetails(value: Readonly<Record<string, unknown>>): string[] | null {
  const { details } = value;
  if (typeof details !== "object" || details === null || Array.isArray(details)) return null;
  return Object.values(details).flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "content" in one && typeof one.content === "string" ? [one.content] : [],
  );
}
