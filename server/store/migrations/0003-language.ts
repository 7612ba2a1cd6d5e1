// What the house learns of languages: the memory with an index of its words, the glossary, aliases of occupations, who is at which translation.
// The index is a plain table rather than an engine's own text search, so that both engines find the same; measured in `npm run bench -- translation`.
import type { ColumnDefinitionBuilder } from "kysely";
import type { Step } from "../migrate.ts";

const given = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull();

export const language: Step = {
  number: 3,
  name: "language",
  up: async (db) => {
    const table = (name: string) => db.schema.createTable(name);
    const index = (name: string) => db.schema.createIndex(name);
    await table("memory")
      .addColumn("id", "text", key)
      .addColumn("pair", "text", given)
      .addColumn("skeleton", "text", given)
      .addColumn("jobs", "text", given)
      .addColumn("at", "bigint", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .execute();
    await index("memory_skeleton").on("memory").columns(["pair", "skeleton", "jobs"]).execute();
    await table("memory_word")
      .addColumn("pair", "text", given)
      .addColumn("slots", "text", given)
      .addColumn("word", "text", given)
      .addColumn("size", "integer", given)
      .addColumn("memory", "text", given)
      .addPrimaryKeyConstraint("memory_word_key", ["pair", "slots", "word", "size", "memory"])
      .execute();
    await index("memory_word_memory").on("memory_word").column("memory").execute();
    await table("memory_use")
      .addColumn("memory", "text", given)
      .addColumn("code", "text", given)
      .addColumn("segment", "text", given)
      .addPrimaryKeyConstraint("memory_use_key", ["memory", "code", "segment"])
      .execute();
    await index("memory_use_code").on("memory_use").columns(["code", "segment"]).execute();
    await table("term")
      .addColumn("id", "text", key)
      .addColumn("owner", "text", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .execute();
    await table("occupation_alias")
      .addColumn("key", "text", given)
      .addColumn("reference", "text", given)
      .addColumn("document", "text", given)
      .addColumn("hash", "text", given)
      .addPrimaryKeyConstraint("occupation_alias_key", ["key", "reference"])
      .execute();
    await table("presence")
      .addColumn("login", "text", given)
      .addColumn("code", "text", given)
      .addColumn("locale", "text", given)
      .addColumn("at", "bigint", given)
      .addColumn("document", "text", given)
      .addPrimaryKeyConstraint("presence_key", ["login", "code", "locale"])
      .execute();
  },
};
