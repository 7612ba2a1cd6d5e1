// Owners in SQL. Called by createStore only.
import type { Kysely } from "kysely";
import type { Reader, Writer } from "../store.ts";
import { putRow } from "./putRow.ts";
import { seal, unseal, unsealAll } from "./seal.ts";
import type { Tables } from "./tables.ts";

export function readOwners(db: Kysely<Tables>): Pick<Reader, "owner" | "owners"> {
  const all = () => db.selectFrom("owner").selectAll();
  return {
    owner: async (id) => unseal("owner", await all().where("id", "=", id).executeTakeFirst()),
    owners: async () => unsealAll("owner", await all().execute()).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

export function writeOwners(db: Kysely<Tables>): Pick<Writer, "putOwner"> {
  return {
    putOwner: async (owner) => {
      const row = seal("owner", { id: owner.id, kind: owner.kind }, owner);
      await putRow(db, "owner", row, "replaced");
    },
  };
}
