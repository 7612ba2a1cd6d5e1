// The one row that counts revisions. Advancing it is the first statement of a writing transaction: on PostgreSQL its lock is what
// makes writers wait for each other, so that revision order is commit order. [ST1] Called by createStore and restore.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Reader } from "../store.ts";
import { compileOnce } from "./compileOnce.ts";
import type { CounterRow, Tables } from "./tables.ts";

export function readHead(db: Kysely<Tables>): Pick<Reader, "head"> {
  return { head: () => db.selectFrom("counter").select(["epoch", "revision", "horizon"]).executeTakeFirstOrThrow() };
}

export async function advanceCounter(db: Kysely<Tables>, by = 1): Promise<CounterRow> {
  const query = compileOnce(db, `advance ${by}`, () =>
    db
      .updateTable("counter")
      .set({ revision: sql<number>`revision + ${sql.lit(by)}` })
      .returningAll(),
  );
  return (await db.executeQuery<CounterRow>(query)).rows[0] as CounterRow;
}

export async function setChain(db: Kysely<Tables>, chain: string): Promise<void> {
  const query = compileOnce(db, "chain", () => db.updateTable("counter").set({ chain }));
  await db.executeQuery({ ...query, parameters: [chain] });
}
