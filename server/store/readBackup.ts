// Reads a backup: its header first, then its rows. The last line must be there and agree, else nothing was read. Called by restore.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refusal } from "../domain/refusal.ts";
import type { BackupFooter, BackupHeader, BackupRow } from "./backup.ts";
import { BACKUP_FORMAT } from "./backup.ts";
import { KEYS } from "./sql/eachRow.ts";

export interface OpenBackup {
  readonly header: BackupHeader;
  /** Throws Refusal `backupUnreadable` at the end where the file is cut off or altered: the caller's transaction must not stand. */
  readonly rows: AsyncGenerator<BackupRow>;
}

export async function readBackup(file: string): Promise<OpenBackup> {
  const lines = linesOf(file);
  const first = await lines.next();
  const header = first.done === true ? undefined : (parse(first.value, file) as unknown as BackupHeader);
  if (header?.format !== BACKUP_FORMAT) throw unreadable(file);
  return { header, rows: rowsOf(lines, first.value as string, file) };
}

async function* rowsOf(lines: AsyncGenerator<string>, header: string, file: string): AsyncGenerator<BackupRow> {
  const hash = createHash("sha256").update(`${header}\n`);
  let rows = 0;
  let footer: BackupFooter | undefined;
  for await (const text of lines) {
    if (footer !== undefined) throw unreadable(file);
    const line = parse(text, file) as unknown as BackupRow | BackupFooter;
    if (!("table" in line)) {
      footer = line;
      continue;
    }
    if (!Object.hasOwn(KEYS, line.table)) throw unreadable(file);
    hash.update(`${text}\n`);
    rows += 1;
    yield line;
  }
  if (footer?.rows !== rows || footer.digest !== hash.digest("hex")) throw unreadable(file);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let broken: unknown;
  const bytes = pipeline(createReadStream(file), createGunzip(), (error) => {
    broken = error;
  });
  try {
    yield* createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    broken = error;
  }
  if (broken) throw unreadable(file, broken);
}

function parse(text: string, file: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, cause?: unknown): Refusal {
  return Object.assign(new Refusal("backupUnreadable", { file }), { cause });
}
