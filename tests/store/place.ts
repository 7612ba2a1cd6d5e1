// Where a contract test keeps its store: a new empty place each time, and a way to reach under the store with plain SQL.
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { Client } from "pg";
import { sqliteFile } from "../../server/store/openStore.ts";
import type { PostgresOptions } from "../../server/store/postgres.ts";
import { openPostgres } from "../../server/store/postgres.ts";
import type { RestoreTarget } from "../../server/store/restore.ts";
import type { SqliteOptions } from "../../server/store/sqlite.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import type { Store } from "../../server/store/store.ts";

export interface Place {
  /** A file, or the address of a database: what the child program is told. */
  readonly where: string;
  readonly target: RestoreTarget;
  open(options?: SqliteOptions & PostgresOptions): Promise<Store>;
  /** Straight to the rows, past the store. */
  run(statement: string): Promise<Record<string, unknown>[]>;
}

let count = 0;

export async function sqlitePlace(folder: string): Promise<Place> {
  count += 1;
  const dataDir = join(folder, `data-${count}`);
  const file = sqliteFile(dataDir);
  return {
    where: file,
    target: { dataDir },
    open: (options) => openSqlite(file, options),
    run: async (statement) => {
      const database = new DatabaseSync(file, { timeout: 5000 });
      try {
        return database.prepare(statement).all() as Record<string, unknown>[];
      } finally {
        database.close();
      }
    },
  };
}

/** One database serves a whole test file: its tables are dropped each time. */
export async function postgresPlace(url: string): Promise<Place> {
  const run = async (statement: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(statement)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  await run("DROP SCHEMA public CASCADE");
  await run("CREATE SCHEMA public");
  return {
    where: url,
    target: { databaseUrl: url },
    open: (options) => openPostgres(url, options),
    run,
  };
}
