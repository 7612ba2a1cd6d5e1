// Follows the chain of events from the first to the newest. [E1] Called by createStore and restore.
import type { Kysely } from "kysely";
import type { Revision } from "../../domain/posting.ts";
import { digest } from "../digest.ts";
import { eachRow } from "./eachRow.ts";
import { chainHash } from "./events.ts";
import type { Tables } from "./tables.ts";

/** First revision at which it breaks; the head's where the end is missing; null where it holds. */
export async function findBrokenChain(db: Kysely<Tables>): Promise<Revision | null> {
  let before = "";
  for await (const row of eachRow(db, "event")) {
    const factsHold = row.facts === null || digest(row.facts) === row.facts_hash;
    if (!factsHold || chainHash(before, row) !== row.hash) return row.revision;
    before = row.hash;
  }
  const counter = await db.selectFrom("counter").selectAll().executeTakeFirstOrThrow();
  return counter.chain === before ? null : counter.revision;
}
