// Walls, and the sheets that hang or hung on them.
import type { ColumnDefinitionBuilder } from "kysely";
import type { Step } from "../migrate.ts";

const given = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull();

export const paper: Step = {
  number: 5,
  name: "paper",
  up: async (db) => {
    await db.schema
      .createTable("wall")
      .addColumn("id", "text", key)
      .addColumn("office", "text", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .execute();
    await db.schema
      .createTable("sheet")
      .addColumn("id", "text", key)
      .addColumn("office", "text", given)
      .addColumn("hanging", "integer", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .execute();
    await db.schema.createIndex("sheet_hanging").on("sheet").columns(["hanging", "office"]).execute();
  },
};
