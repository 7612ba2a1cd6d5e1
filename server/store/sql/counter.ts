// The one row that counts revisions. Advancing it is the first statement of a writing transaction: on PostgreSQL its lock is what
// makes writers wait for each other, so that revision order is commit order. [ST1] Called by createStore and restore.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Reader } from "../store.ts";
import type { CounterRow, Tables } from "./tables.ts";

export function readHead(db: Kysely<Tables>): Pick<Reader, "head"> {
  return { head: () => db.selectFrom("counter").select(["epoch", "revision", "horizon"]).executeTakeFirstOrThrow() };
}

export function advanceCounter(db: Kysely<Tables>, by = 1): Promise<CounterRow> {
  return db
    .updateTable("counter")
    .set({ revision: sql<number>`revision + ${sql.lit(by)}` })
    .returningAll()
    .executeTakeFirstOrThrow();
}
