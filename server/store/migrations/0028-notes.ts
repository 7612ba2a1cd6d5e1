// What staff write for themselves: notes and reminders, and the secret addresses of their calendars.
import type { ColumnDefinitionBuilder } from "kysely";
import type { Step } from "../migrate.ts";

const given = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull();

export const notes: Step = {
  number: 28,
  name: "notes",
  up: async (db) => {
    await db.schema
      .createTable("note")
      .addColumn("id", "text", key)
      .addColumn("owner", "text", given)
      .addColumn("removed", "integer", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .execute();
    await db.schema
      .createTable("calendar_subscription")
      .addColumn("login", "text", key)
      .addColumn("token_hash", "text", (column) => column.notNull().unique())
      .addColumn("owner", "text")
      .addColumn("locale", "text", given)
      .addColumn("at", "bigint", given)
      .execute();
  },
};
