// Every row of a table in the order of its key, a chunk at a time, however large the table.
// Called by damages, the chain's check and the backup.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Tables } from "./tables.ts";

const CHUNK = 500;
/** Files are megabytes each. */
const FEW = 4;

export const chunkOf = (table: KeptTable): number => (table === "kept_file" ? FEW : CHUNK);

/** The key columns of every table that holds something to keep; sessions are not (after a restore everyone signs in again), nor subscribers [SP4]. */
export const KEYS = {
  posting: ["code"],
  version: ["code", "revision"],
  translation: ["code", "segment", "locale", "source_hash"],
  owner: ["id"],
  account: ["login"],
  event: ["revision", "place"],
  taken_code: ["code"],
  setting: ["key"],
  display: ["id"],
  display_token: ["token_hash"],
  urgent: ["id"],
  wall: ["id"],
  sheet: ["id"],
  kept_file: ["id"],
  template: ["id"],
  note: ["id"],
  calendar_subscription: ["login"],
  display_batch: ["display", "batch"],
  view_count: ["day", "kind", "place", "code", "locale"],
  memory: ["id"],
  memory_word: ["pair", "slots", "word", "size", "memory"],
  memory_use: ["memory", "code", "segment"],
  term: ["id"],
  occupation_alias: ["key", "reference"],
  report: ["number"],
  machine_job: ["code", "locale"],
  machine_health: ["name"],
  follower: ["name"],
  counter: ["id"],
} as const satisfies { [T in keyof Tables]?: readonly (keyof Tables[T])[] };

export type KeptTable = keyof typeof KEYS;

export async function* eachRow<T extends KeptTable>(db: Kysely<Tables>, table: T): AsyncGenerator<Tables[T]> {
  const chunk = chunkOf(table);
  const columns = sql.join(KEYS[table].map((column) => sql.ref(column)));
  let after = sql``;
  for (;;) {
    const page = sql<Tables[T]>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(chunk)}`;
    const { rows } = await page.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < chunk) return;
    after = sql`where (${columns}) > (${sql.join(keyOf(table, last))})`;
  }
}

export function keyOf<T extends KeptTable>(table: T, row: Tables[T]): (string | number)[] {
  const values = row as Record<string, string | number>;
  return KEYS[table].map((column) => values[column] as string | number);
}
