// Writes every kept row as JSON lines, compressed: one format for both engines, so a backup of either restores into either.
// First line: what it is. Then one line a row. Last line: how many rows, and a digest of all lines before. Called by createStore.
import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Kysely } from "kysely";
import type { Epoch } from "../domain/board.ts";
import type { Revision } from "../domain/posting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Engine } from "./engine.ts";
import type { KeptTable } from "./sql/eachRow.ts";
import { eachRow, KEYS } from "./sql/eachRow.ts";
import type { Tables } from "./sql/tables.ts";

export const BACKUP_FORMAT = "bacheca-backup-1";

export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT;
  readonly engine: Engine["name"];
  /** Number of the newest step of the schema. */
  readonly schema: number;
  readonly epoch: Epoch;
  readonly revision: Revision;
}

export interface BackupRow {
  readonly table: KeptTable;
  readonly row: Readonly<Record<string, unknown>>;
}

export interface BackupFooter {
  readonly rows: number;
  readonly digest: string;
}

/** `db` is a snapshot. Throws Refusal `fileExists` where the file exists; a half-written one never has the name asked for. */
export async function writeBackup(db: Kysely<Tables>, engine: Engine["name"], file: string): Promise<void> {
  if (existsSync(file)) throw new Refusal("fileExists", { file });
  const part = `${file}.part`;
  try {
    const out = createWriteStream(part, { mode: 0o600, flush: true });
    await pipeline(Readable.from(linesOf(db, engine)), createGzip(), out);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function* linesOf(db: Kysely<Tables>, engine: Engine["name"]): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (value: BackupHeader | BackupRow) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  const counter = await db.selectFrom("counter").selectAll().executeTakeFirstOrThrow();
  const step = await db.selectFrom("schema_step").select("number").orderBy("number", "desc").executeTakeFirstOrThrow();
  const { epoch, revision } = counter;
  yield line({ format: BACKUP_FORMAT, engine, schema: step.number, epoch, revision });
  let rows = 0;
  for (const table of Object.keys(KEYS) as KeptTable[]) {
    for await (const row of eachRow(db, table)) {
      rows += 1;
      yield line({ table, row: { ...row } });
    }
  }
  const footer: BackupFooter = { rows, digest: hash.digest("hex") };
  yield `${JSON.stringify(footer)}\n`;
}
