// Lets kysely speak to the embedded SQLite: its statements prepared once, transactions begun as told, a full disk a Refusal.
// Called by sqlite.ts.
import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite";
import type { DatabaseConnection, Driver, SqliteDatabase, SqliteStatement } from "kysely";
import { CompiledQuery, SqliteDialect, SqliteDriver } from "kysely";
import { Refusal } from "../domain/refusal.ts";

/** Statements kept prepared; lists of different lengths make different statements. */
const KEPT = 200;

export type Begin = (connection: DatabaseConnection) => Promise<void>;

export class EmbeddedDialect extends SqliteDialect {
  readonly #database: DatabaseSyncInstance;
  readonly #begin: Begin;

  constructor(database: DatabaseSyncInstance, begin: Begin) {
    super({ database: prepareOnce(database) });
    this.#database = database;
    this.#begin = begin;
  }

  override createDriver(): Driver {
    return new EmbeddedDriver(this.#database, this.#begin);
  }
}

class EmbeddedDriver extends SqliteDriver {
  readonly #database: DatabaseSyncInstance;
  readonly #begin: Begin;

  constructor(database: DatabaseSyncInstance, begin: Begin) {
    super({ database: prepareOnce(database) });
    this.#database = database;
    this.#begin = begin;
  }

  override beginTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#begin(connection);
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk rolls back by itself; a second rollback would hide the reason.
    if (this.#database.isTransaction) await connection.executeQuery(CompiledQuery.raw("rollback"));
  }
}

function prepareOnce(database: DatabaseSyncInstance): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (text) => {
      let statement = kept.get(text);
      if (statement === undefined) {
        if (kept.size >= KEPT) kept.clear();
        statement = adapt(explained(() => database.prepare(text)));
        kept.set(text, statement);
      }
      return statement;
    },
  };
}

function adapt(statement: StatementSyncInstance): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => explained(() => statement.all(...parameters)),
    run: (parameters) => explained(() => statement.run(...parameters)),
    iterate: (parameters) => statement.iterate(...parameters),
  };
}

/** SQLite's result codes that say "not now" rather than "wrong": busy, locked, read-only, disk error, disk full, cannot open. */
const FULL = 13;
const UNAVAILABLE = [5, 6, 8, 10, FULL, 14];

export function resultCode(error: unknown): number | null {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === "number" ? code & 0xff : null;
}

function explained<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const code = resultCode(error);
    if (code === null || !UNAVAILABLE.includes(code)) throw error;
    throw Object.assign(new Refusal(code === FULL ? "storeFull" : "storeUnavailable"), { cause: error });
  }
}
