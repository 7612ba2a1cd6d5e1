// The embedded database: one file, one connection that writes, one that reads, one for consistent copies.
// Called by openStore and restore, and by tests.
import { chmodSync, closeSync, openSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { backup, DatabaseSync } from "@photostructure/sqlite";
import { CompiledQuery, Kysely } from "kysely";
import { Refusal } from "../domain/refusal.ts";
import { createStore } from "./createStore.ts";
import type { Engine } from "./engine.ts";
import type { MigrateOptions } from "./migrate.ts";
import { migrate } from "./migrate.ts";
import { STEPS } from "./migrations/steps.ts";
import type { Tables } from "./sql/tables.ts";
import type { Begin } from "./sqliteDialect.ts";
import { EmbeddedDialect, resultCode } from "./sqliteDialect.ts";
import { refuseOldSqlite } from "./sqliteVersion.ts";
import type { Store } from "./store.ts";
import { PATIENCE, takeTurns } from "./takeTurns.ts";

export type SqliteOptions = Partial<Pick<MigrateOptions, "steps" | "beforeCommit"> & { readonly patience: number }>;

export async function openSqlite(
  file: string,
  { patience = PATIENCE, ...options }: SqliteOptions = {},
): Promise<Store> {
  const engine = await openSqliteEngine(file, patience);
  try {
    await migrate(engine, { steps: STEPS, beforeSteps: (found) => keepCopy(file, found), ...options });
  } catch (error) {
    await engine.close();
    throw error;
  }
  return createStore(engine);
}

export async function openSqliteEngine(file: string, patience = PATIENCE): Promise<Engine> {
  // Password hashes are in it; SQLite gives its companion files the same rights.
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
  const [writing, reading, copying] = [await connect(file), await connect(file), await connect(file)];
  // Waiting is done by beginImmediate: SQLite's own would stop the whole process meanwhile.
  writing.exec("PRAGMA busy_timeout = 0");
  for (const connection of [reading, copying]) connection.exec("PRAGMA query_only = ON");
  const kysely = (connection: DatabaseSyncInstance, begin: Begin) =>
    new Kysely<Tables>({ dialect: new EmbeddedDialect(connection, begin) });
  const writes = kysely(writing, beginImmediate);
  const reads = kysely(reading, begin);
  const copies = kysely(copying, begin);
  const inTurn = takeTurns(patience);
  return {
    name: "sqlite",
    reads,
    write: (work) => inTurn(() => writes.transaction().execute(work)),
    snapshot: (work) => copies.transaction().execute(work),
    lockSchema: async () => {},
    structuralDamages: async () => checkIntegrity(reading),
    close: async () => {
      if (!writing.isOpen) return;
      await inTurn(async () => {});
      for (const [db, connection] of [
        [copies, copying],
        [reads, reading],
        [writes, writing],
      ] as const) {
        // What has been begun is finished first.
        await db
          .connection()
          .execute(async () => {})
          .catch(() => {});
        // The driver leaves prepared statements behind, so that closing alone would not empty the companion files.
        if (connection === writing) emptyCompanions(writing);
        await db.destroy();
        if (connection.isOpen) connection.close();
      }
    },
  };
}

function emptyCompanions(connection: DatabaseSyncInstance): void {
  try {
    connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {
    // A full disk: all of it is still safe beside the file, and read from there at the next start.
  }
}

async function connect(file: string): Promise<DatabaseSyncInstance> {
  const connection = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true, defensive: true });
  const { version } = connection.prepare("SELECT sqlite_version() AS version").get() as { version: string };
  refuseOldSqlite(version);
  // Two processes opening a new file at once: the switch to WAL does not wait by itself.
  await untilFree(async () => connection.exec("PRAGMA journal_mode = WAL"));
  connection.exec("PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA journal_size_limit = 67108864");
  return connection;
}

async function begin(connection: Parameters<Begin>[0]): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw("begin"));
}

async function beginImmediate(connection: Parameters<Begin>[0]): Promise<void> {
  await untilFree(() => connection.executeQuery(CompiledQuery.raw("begin immediate")));
}

/** Tries again while another process holds the file; after PATIENCE the refusal stands. */
async function untilFree(attempt: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (let pause = 2; ; pause = Math.min(pause * 2, 40)) {
    try {
      await attempt();
      return;
    } catch (error) {
      const busy = resultCode(error instanceof Refusal ? error.cause : error) === 5;
      if (!busy || Date.now() > deadline) throw error;
      await wait(pause);
    }
  }
}

function checkIntegrity(connection: DatabaseSyncInstance): string[] {
  try {
    const rows = connection.prepare("PRAGMA integrity_check").all() as { integrity_check: string }[];
    return rows.map((row) => row.integrity_check).filter((line) => line !== "ok");
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Before the schema changes, the file as it was. */
async function keepCopy(file: string, found: number): Promise<void> {
  const connection = await connect(file);
  try {
    await backup(connection, `${file}.schema-${found}`);
    chmodSync(`${file}.schema-${found}`, 0o600);
  } finally {
    connection.close();
  }
}
