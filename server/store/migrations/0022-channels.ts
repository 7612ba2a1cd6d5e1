// The weekly mail of one office's board alone.
import type { Step } from "../migrate.ts";

export const channels: Step = {
  number: 22,
  name: "channels",
  up: async (db) => {
    await db.schema.alterTable("subscriber").addColumn("office", "text").execute();
  },
};
