// Postings in SQL. Called by createStore only.
import type { Kysely } from "kysely";
import type { Posting, Revision } from "../../domain/posting.ts";
import type { Reader, Writer } from "../store.ts";
import type { PostingRow, Tables } from "./tables.ts";
import { seal, unseal, unsealAll } from "./seal.ts";

export function readPostings(
  db: Kysely<Tables>,
): Pick<Reader, "posting" | "postingByOrigin" | "postings" | "postingsSince"> {
  const all = db.selectFrom("posting").selectAll();
  return {
    posting: async (code) => unseal(await all.where("code", "=", code).executeTakeFirst()),
    postingByOrigin: async (system, id) =>
      unseal(await all.where("origin_system", "=", system).where("origin_id", "=", id).executeTakeFirst()),
    // Sorted here: PostgreSQL's order of texts depends on how its database was made.
    postings: async () => unsealAll<Posting>(await all.execute()).sort(byCode),
    postingsSince: async (revision) => {
      const rows = await all.where("revision", ">", revision).execute();
      return unsealAll<Posting>(rows).sort((a, b) => a.revision - b.revision || byCode(a, b));
    },
  };
}

export function writePostings(
  db: Kysely<Tables>,
  revision: Revision,
): Pick<Writer, "putPosting" | "codeTaken" | "removeDemonstration"> {
  return {
    putPosting: async (posting) => {
      const row = rowOf({ ...posting, revision });
      await db
        .insertInto("posting")
        .values(row)
        .onConflict((clash) => clash.column("code").doUpdateSet(row))
        .execute();
      await db
        .insertInto("taken_code")
        .values({ code: row.code })
        .onConflict((clash) => clash.doNothing())
        .execute();
    },
    codeTaken: async (code) =>
      (await db.selectFrom("taken_code").select("code").where("code", "=", code).executeTakeFirst()) !== undefined,
    removeDemonstration: async () => {
      const ours = db.selectFrom("posting").select("code").where("demonstration", "=", 1);
      await db.deleteFrom("version").where("code", "in", ours).execute();
      await db.deleteFrom("translation").where("code", "in", ours).execute();
      const gone = await db.deleteFrom("posting").where("demonstration", "=", 1).executeTakeFirst();
      await db.updateTable("counter").set({ horizon: revision }).execute();
      return Number(gone.numDeletedRows);
    },
  };
}

function rowOf(posting: Posting): PostingRow {
  return seal(
    {
      code: posting.code,
      owner: posting.owner,
      section: (posting.published?.content ?? posting.working)?.section ?? null,
      state: posting.state,
      origin_system: posting.origin?.system ?? null,
      origin_id: posting.origin?.id ?? null,
      revision: posting.revision,
      public_revision: posting.publicRevision,
      demonstration: posting.demonstration ? 1 : 0,
    },
    posting,
  );
}

function byCode(a: Posting, b: Posting): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
