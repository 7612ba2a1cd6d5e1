// What staff keep beside postings: files hung on them, and templates of their own.
import type { ColumnDefinitionBuilder } from "kysely";
import type { Step } from "../migrate.ts";

const given = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull();

export const desk: Step = {
  number: 31,
  name: "desk",
  up: async (db) => {
    for (const table of ["kept_file", "template"])
      await db.schema
        .createTable(table)
        .addColumn("id", "text", key)
        .addColumn("owner", "text", given)
        .addColumn("document", "text", given)
        .addColumn("hash", "text", given)
        .execute();
  },
};
