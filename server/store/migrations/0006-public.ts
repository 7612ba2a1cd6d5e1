// What the public sends: reports of wrong postings, and addresses that want the weekly mail.
import type { ColumnDefinitionBuilder } from "kysely";
import type { Step } from "../migrate.ts";

const given = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull();

export const publicTables: Step = {
  number: 6,
  name: "public",
  up: async (db) => {
    await db.schema
      .createTable("report")
      .addColumn("number", "text", key)
      .addColumn("owner", "text")
      .addColumn("code", "text")
      .addColumn("locale", "text", given)
      .addColumn("message", "text", given)
      .addColumn("at", "bigint", given)
      .addColumn("settled_at", "bigint")
      .execute();
    await db.schema
      .createTable("subscriber")
      .addColumn("id", "text", key)
      .addColumn("address", "text", given)
      .addColumn("locale", "text", given)
      .addColumn("channels", "text", given)
      .addColumn("created_at", "bigint", given)
      .addColumn("confirmed_at", "bigint")
      .addColumn("told_until", "bigint", given)
      .execute();
    await db.schema.createIndex("subscriber_address").on("subscriber").column("address").execute();
  },
};
