// The last picture each display drew of itself when asked: shown to staff, not part of any backup.
import type { Step } from "../migrate.ts";

export const pictures: Step = {
  number: 16,
  name: "pictures",
  up: async (db) => {
    await db.schema
      .createTable("display_picture")
      .addColumn("display", "text", (column) => column.primaryKey().notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("picture", "text", (column) => column.notNull())
      .execute();
  },
};
