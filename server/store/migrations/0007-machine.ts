// The queue of machine translation: one job per posting and language, and how the service stands.
import type { ColumnDefinitionBuilder } from "kysely";
import type { Step } from "../migrate.ts";

const given = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull();

export const machine: Step = {
  number: 7,
  name: "machine",
  up: async (db) => {
    await db.schema
      .createTable("machine_job")
      .addColumn("code", "text", given)
      .addColumn("locale", "text", given)
      .addColumn("state", "text", given)
      .addColumn("due", "bigint", given)
      .addColumn("secret_hash", "text")
      .addColumn("document", "text", given)
      .addPrimaryKeyConstraint("machine_job_key", ["code", "locale"])
      .execute();
    await db.schema.createIndex("machine_job_due").on("machine_job").columns(["state", "due"]).execute();
    await db.schema.createIndex("machine_job_secret").on("machine_job").column("secret_hash").execute();
    await db.schema
      .createTable("machine_health")
      .addColumn("name", "text", key)
      .addColumn("document", "text", given)
      .execute();
  },
};
