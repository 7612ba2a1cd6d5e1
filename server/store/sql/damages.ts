// Looks at every sealed row and names those whose seal does not hold. [ST5] Called by createStore and restore.
import type { Kysely } from "kysely";
import type { Damage } from "../store.ts";
import { eachRow, keyOf } from "./eachRow.ts";
import { sealOf } from "./seal.ts";
import type { Tables } from "./tables.ts";

const SEALED = [
  "posting",
  "version",
  "translation",
  "owner",
  "account",
  "display",
  "urgent",
  "wall",
  "sheet",
  "kept_file",
  "template",
  "note",
  "memory",
  "term",
  "occupation_alias",
] as const;

export async function findDamages(db: Kysely<Tables>): Promise<Damage[]> {
  const damages: Damage[] = [];
  for (const table of SEALED) {
    try {
      for await (const row of eachRow(db, table)) {
        if (sealOf(table, row) !== row.hash) damages.push({ table, key: keyOf(table, row).join("/") });
      }
    } catch (error) {
      // The engine itself stumbles over the place: the rest of this table cannot be looked at, the others can.
      damages.push({ table, key: `… ${error instanceof Error ? error.message : String(error)}` });
    }
  }
  return damages;
}
