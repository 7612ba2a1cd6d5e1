// Postings in SQL. Called by createStore only.
import type { Kysely, SelectQueryBuilder } from "kysely";
import type { Posting, Revision } from "../../domain/posting.ts";
import { giveWay } from "../../giveWay.ts";
import type { Reader, Writer } from "../store.ts";
import { compileOnce } from "./compileOnce.ts";
import { completePosting } from "./olderContents.ts";
import { putRow } from "./putRow.ts";
import { seal, unseal, unsealAll } from "./seal.ts";
import type { PostingRow, Tables } from "./tables.ts";

/** Rows read, checked and parsed before others get their turn: some two milliseconds. */
const STEP = 25;

export function readPostings(
  db: Kysely<Tables>,
): Pick<Reader, "posting" | "postingByOrigin" | "postings" | "postingsSince"> {
  const all = () => db.selectFrom("posting").selectAll();
  return {
    posting: async (code) => {
      const query = compileOnce(db, "posting", () => all().where("code", "=", code));
      const { rows } = await db.executeQuery<PostingRow>({ ...query, parameters: [code] });
      return completed(unseal("posting", rows[0]));
    },
    postingByOrigin: async (system, id) =>
      completed(
        unseal(
          "posting",
          await all().where("origin_system", "=", system).where("origin_id", "=", id).executeTakeFirst(),
        ),
      ),
    // Sorted here: PostgreSQL's order of texts depends on how its database was made.
    postings: async () => {
      const { rows } = await db.executeQuery<PostingRow>(compileOnce(db, "postings", all));
      return unsealAll("posting", rows).map(completePosting).sort(byCode);
    },
    postingsSince: async (revision) => {
      const codes = await db.selectFrom("posting").select("code").where("revision", ">", revision).execute();
      const found: Posting[] = [];
      // An import may be thousands: in steps, others being served in between.
      for (let start = 0; start < codes.length; start += STEP) {
        if (start > 0) await giveWay();
        const some = codes.slice(start, start + STEP).map(({ code }) => code);
        const rows = await all().where("code", "in", some).execute();
        found.push(...unsealAll("posting", rows).map(completePosting));
      }
      return found.sort((a, b) => a.revision - b.revision || byCode(a, b));
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
      await putRow(db, "posting", row, "replaced");
      await putRow(db, "taken_code", { code: row.code }, "kept");
    },
    codeTaken: async (code) =>
      (await db.selectFrom("taken_code").select("code").where("code", "=", code).executeTakeFirst()) !== undefined,
    removeDemonstration: async () => {
      const ours = db.selectFrom("posting").select("code").where("demonstration", "=", 1);
      await db.deleteFrom("version").where("code", "in", ours).execute();
      await db.deleteFrom("translation").where("code", "in", ours).execute();
      await forgetUses(db, ours);
      const gone = await db.deleteFrom("posting").where("demonstration", "=", 1).executeTakeFirst();
      await db.updateTable("counter").set({ horizon: revision }).execute();
      return Number(gone.numDeletedRows);
    },
  };
}

/** What was learnt from the demonstration goes with it. [SL3] */
async function forgetUses(
  db: Kysely<Tables>,
  codes: SelectQueryBuilder<Tables, "posting", { code: string }>,
): Promise<void> {
  const uses = db.selectFrom("memory_use").select("memory");
  const theirs = (await uses.where("code", "in", codes).distinct().execute()).map(({ memory }) => memory);
  await db.deleteFrom("memory_use").where("code", "in", codes).execute();
  const imported = '%"imported":true%';
  for (const id of theirs) {
    const gone = await db
      .deleteFrom("memory")
      .where("id", "=", id)
      .where("id", "not in", uses)
      .where("document", "not like", imported)
      .returning("id")
      .execute();
    if (gone.length > 0) await db.deleteFrom("memory_word").where("memory", "=", id).execute();
  }
}

function completed(posting: Posting | null): Posting | null {
  return posting && completePosting(posting);
}

function rowOf(posting: Posting): PostingRow {
  return seal(
    "posting",
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
