// Inserts a row; one that is already there under its key is replaced, kept, or fails the write. Called by every file here that puts.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import { compileOnce } from "./compileOnce.ts";
import type { KeptTable } from "./eachRow.ts";
import { KEYS } from "./eachRow.ts";
import type { Tables } from "./tables.ts";

type Loose = Record<string, Record<string, unknown>>;

export async function putRow<T extends KeptTable>(
  db: Kysely<Tables>,
  table: T,
  row: Tables[T],
  known: "replaced" | "kept" | "fails",
): Promise<void> {
  // Sorted, so that the parameters stand as they did when the statement was compiled.
  const cells = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = compileOnce(db, `${table} ${known}`, () => {
    const loose = db as unknown as Kysely<Loose>;
    const insert = loose.insertInto(table as string).values(Object.fromEntries(cells));
    if (known === "fails") return insert;
    if (known === "kept") return insert.onConflict((clash) => clash.columns([...KEYS[table]]).doNothing());
    const given = Object.fromEntries(cells.map(([column]) => [column, sql.ref(`excluded.${column}`)]));
    return insert.onConflict((clash) => clash.columns([...KEYS[table]]).doUpdateSet(given));
  });
  await db.executeQuery({ ...query, parameters: cells.map(([, cell]) => cell) });
}
