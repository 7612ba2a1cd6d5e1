// The first schema: records with their seals, the log, the counter. Written for both engines: only text and whole numbers.
// A step never changes once released; the next one gets the next number and its line in steps.ts.
import { randomUUID } from "node:crypto";
import type { ColumnDefinitionBuilder } from "kysely";
import type { Step } from "../migrate.ts";

const given = (column: ColumnDefinitionBuilder) => column.notNull();

export const records: Step = {
  number: 1,
  name: "records",
  up: async (db) => {
    const table = (name: string) => db.schema.createTable(name);
    const index = (name: string) => db.schema.createIndex(name);

    await table("counter")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("revision", "bigint", given)
      .addColumn("horizon", "bigint", given)
      .addColumn("epoch", "text", given)
      .addColumn("chain", "text", given)
      .execute();
    await db.insertInto("counter").values({ id: 1, revision: 0, horizon: 0, epoch: randomUUID(), chain: "" }).execute();

    await table("posting")
      .addColumn("code", "text", (column) => column.primaryKey().notNull())
      .addColumn("owner", "text", given)
      .addColumn("section", "text")
      .addColumn("state", "text", given)
      .addColumn("origin_system", "text")
      .addColumn("origin_id", "text")
      .addColumn("revision", "bigint", given)
      .addColumn("public_revision", "bigint")
      .addColumn("demonstration", "integer", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .execute();
    await index("posting_revision").on("posting").column("revision").execute();
    await index("posting_origin").on("posting").columns(["origin_system", "origin_id"]).unique().execute();

    await table("version")
      .addColumn("code", "text", given)
      .addColumn("revision", "bigint", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .addPrimaryKeyConstraint("version_key", ["code", "revision"])
      .execute();

    await table("translation")
      .addColumn("code", "text", given)
      .addColumn("segment", "text", given)
      .addColumn("locale", "text", given)
      .addColumn("source_hash", "text", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .addPrimaryKeyConstraint("translation_key", ["code", "segment", "locale", "source_hash"])
      .execute();

    await table("owner")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("kind", "text", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .execute();

    await table("account")
      .addColumn("login", "text", (column) => column.primaryKey().notNull())
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .execute();

    await table("event")
      .addColumn("revision", "bigint", given)
      .addColumn("place", "integer", given)
      .addColumn("at", "bigint", given)
      .addColumn("actor", "text", given)
      .addColumn("verb", "text", given)
      .addColumn("subject", "text", given)
      .addColumn("facts", "text")
      .addColumn("facts_hash", "text", given)
      .addColumn("hash", "text", given)
      .addPrimaryKeyConstraint("event_key", ["revision", "place"])
      .execute();
    await index("event_subject").on("event").columns(["subject", "revision"]).execute();

    await table("taken_code")
      .addColumn("code", "text", (column) => column.primaryKey().notNull())
      .execute();

    await table("setting")
      .addColumn("key", "text", (column) => column.primaryKey().notNull())
      .addColumn("value", "text", given)
      .execute();

    await table("session")
      .addColumn("id", "text", (column) => column.primaryKey().notNull())
      .addColumn("login", "text", given)
      .addColumn("created_at", "bigint", given)
      .addColumn("seen_at", "bigint", given)
      .addColumn("expires", "bigint", given)
      .execute();
    await index("session_login").on("session").column("login").execute();

    await table("follower")
      .addColumn("name", "text", (column) => column.primaryKey().notNull())
      .addColumn("revision", "bigint", given)
      .execute();
  },
};
