// Seals a row with the SHA-256 of everything in it, and opens only rows whose seal holds. [ST5]
// SQLite's own integrity check misses nearly every flipped bit in a text; this finds them.
// Called by every file here that stores records.
import type { KeptFile } from "../../domain/attachment.ts";
import type { Display } from "../../domain/display.ts";
import type { MemoryEntry, OccupationAlias } from "../../domain/memory.ts";
import type { Note } from "../../domain/note.ts";
import type { Owner } from "../../domain/owner.ts";
import type { Posting } from "../../domain/posting.ts";
import type { Template } from "../../domain/template.ts";
import type { Term } from "../../domain/term.ts";
import type { Translation } from "../../domain/translation.ts";
import type { Urgent } from "../../domain/urgent.ts";
import type { Sheet, Wall } from "../../domain/wall.ts";
import { canonicalJson } from "../canonical.ts";
import { digest } from "../digest.ts";
import type { Account, Version } from "../store.ts";
import type { SealedTables } from "./tables.ts";

interface Records {
  kept_file: KeptFile;
  template: Template;
  memory: MemoryEntry;
  term: Term;
  occupation_alias: OccupationAlias;
  posting: Posting;
  version: Version;
  translation: Translation;
  owner: Owner;
  account: Account;
  display: Display;
  urgent: Urgent;
  wall: Wall;
  sheet: Sheet;
  note: Note;
}

/** The columns beside the document, in the order they are sealed in. */
const COLUMNS: { readonly [T in keyof SealedTables]: readonly (keyof SealedTables[T])[] } = {
  posting: [
    "code",
    "owner",
    "section",
    "state",
    "origin_system",
    "origin_id",
    "revision",
    "public_revision",
    "demonstration",
  ],
  version: ["code", "revision"],
  translation: ["code", "segment", "locale", "source_hash"],
  owner: ["id", "kind"],
  memory: ["id", "pair", "skeleton", "jobs", "at"],
  term: ["id", "owner"],
  occupation_alias: ["key", "reference"],
  account: ["login"],
  display: ["id", "office"],
  urgent: ["id", "until"],
  kept_file: ["id", "owner"],
  template: ["id", "owner"],
  wall: ["id", "office"],
  sheet: ["id", "office", "hanging"],
  note: ["id", "owner", "removed"],
};

export type SealedTable = keyof SealedTables;

export function sealOf<T extends SealedTable>(table: T, row: Omit<SealedTables[T], "hash">): string {
  // By hand rather than as JSON: every row that is read comes through here.
  const columns = row as Record<string, unknown>;
  let text = "";
  for (const column of COLUMNS[table]) text += `${columns[column as string]}\n`;
  return digest(text + columns.document);
}

export function seal<T extends SealedTable>(
  table: T,
  columns: Omit<SealedTables[T], "document" | "hash">,
  record: Records[T],
): SealedTables[T] {
  const row = { ...columns, document: canonicalJson(record) } as unknown as Omit<SealedTables[T], "hash">;
  return { ...row, hash: sealOf(table, row) } as unknown as SealedTables[T];
}

/** The record, or null where there is none or its row is damaged. */
export function unseal<T extends SealedTable>(table: T, row: SealedTables[T] | undefined): Records[T] | null {
  if (row === undefined || sealOf(table, row) !== row.hash) return null;
  return JSON.parse(row.document) as Records[T];
}

export function unsealAll<T extends SealedTable>(table: T, rows: readonly SealedTables[T][]): Records[T][] {
  return rows.filter((row) => sealOf(table, row) === row.hash).map((row) => JSON.parse(row.document) as Records[T]);
}
