// Displays: the paired devices with the digests of their tokens, pairings under way, what each last told of itself, urgent notices,
// and counts of cards shown and codes scanned.
import type { ColumnDefinitionBuilder } from "kysely";
import type { Step } from "../migrate.ts";

const given = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull();

export const displays: Step = {
  number: 4,
  name: "displays",
  up: async (db) => {
    const table = (name: string) => db.schema.createTable(name);
    await table("display")
      .addColumn("id", "text", key)
      .addColumn("office", "text", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .execute();
    await table("display_token")
      .addColumn("token_hash", "text", key)
      .addColumn("display", "text", given)
      .addColumn("since", "bigint", given)
      .addColumn("revoked_at", "bigint")
      .execute();
    await table("urgent")
      .addColumn("id", "text", key)
      .addColumn("until", "bigint", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .execute();
    await table("pairing")
      .addColumn("code", "text", key)
      .addColumn("token_hash", "text", (column) => column.notNull().unique())
      .addColumn("expires", "bigint", given)
      .execute();
    await table("display_seen")
      .addColumn("display", "text", key)
      .addColumn("at", "bigint", given)
      .addColumn("document", "text", given)
      .execute();
    await table("display_batch")
      .addColumn("display", "text", given)
      .addColumn("batch", "text", given)
      .addColumn("at", "bigint", given)
      .addPrimaryKeyConstraint("display_batch_key", ["display", "batch"])
      .execute();
    await table("view_count")
      .addColumn("day", "text", given)
      .addColumn("kind", "text", given)
      .addColumn("place", "text", given)
      .addColumn("code", "text", given)
      .addColumn("locale", "text", given)
      .addColumn("times", "bigint", given)
      .addPrimaryKeyConstraint("view_count_key", ["day", "kind", "place", "code", "locale"])
      .execute();
  },
};
