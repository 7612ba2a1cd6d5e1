// A PostgreSQL server as the database, for several instances. A restart of it never ends this process: calls made meanwhile are
// refused as `storeUnavailable`, later ones work again. Called by openStore and restore, and by tests.
import { Kysely, PostgresDialect, sql } from "kysely";
import { createStore } from "./createStore.ts";
import type { Engine } from "./engine.ts";
import type { MigrateOptions } from "./migrate.ts";
import { migrate } from "./migrate.ts";
import { STEPS } from "./migrations/steps.ts";
import { openPool } from "./postgresPool.ts";
import type { Tables } from "./sql/tables.ts";
import type { Store } from "./store.ts";
import { PATIENCE, takeTurns } from "./takeTurns.ts";

/** Any number, the same in every instance: "bacheca" in ASCII, shortened. */
const SCHEMA_LOCK = 0x62616368;

export type PostgresOptions = Partial<Pick<MigrateOptions, "steps" | "beforeCommit"> & { readonly patience: number }>;

export async function openPostgres(
  url: string,
  { patience = PATIENCE, ...options }: PostgresOptions = {},
): Promise<Store> {
  const engine = openPostgresEngine(url, patience);
  try {
    await migrate(engine, { steps: STEPS, ...options });
  } catch (error) {
    await engine.close();
    throw error;
  }
  return createStore(engine);
}

export function openPostgresEngine(url: string, patience = PATIENCE): Engine {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url) }) });
  const inTurn = takeTurns(patience);
  return {
    name: "postgres",
    reads: db,
    // Writers of this process queue here: waiting at the counter row they would hold every connection, and readers none.
    write: (work) => inTurn(() => db.transaction().execute(work)),
    snapshot: (work) => db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work),
    lockSchema: async (tx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(SCHEMA_LOCK)})`.execute(tx);
    },
    structuralDamages: async () => [],
    close: async () => {
      await inTurn(async () => {});
      await db.destroy();
    },
  };
}
