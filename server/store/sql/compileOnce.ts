// Queries that run often are compiled to SQL once per engine: kysely's building of them costs more than SQLite's answer.
// Called by upsert and by the reads of postings.
import type { Compilable, CompiledQuery, Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** By the dialect's adapter, which a database and all its transactions share. */
const compiled = new WeakMap<object, Map<string, CompiledQuery>>();

/** `name` stands for the query: the same name must always build the same SQL. Parameters are put in by the caller. */
export function compileOnce(db: Kysely<Tables>, name: string, build: () => Compilable): CompiledQuery {
  const { adapter } = db.getExecutor();
  const mine = compiled.get(adapter) ?? new Map<string, CompiledQuery>();
  compiled.set(adapter, mine);
  const query = mine.get(name) ?? build().compile();
  mine.set(name, query);
  return query;
}
