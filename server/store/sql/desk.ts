// Files hung on postings and templates in SQL. Called by createStore only.
import type { Kysely } from "kysely";
import type { DeskReader, DeskWriter } from "../deskStore.ts";
import { withAttachments } from "./olderContents.ts";
import { putRow } from "./putRow.ts";
import { seal, unseal, unsealAll } from "./seal.ts";
import type { Tables } from "./tables.ts";

export function readDesk(db: Kysely<Tables>): DeskReader {
  return {
    file: async (id) =>
      unseal("kept_file", await db.selectFrom("kept_file").selectAll().where("id", "=", id).executeTakeFirst()),
    templates: async () =>
      unsealAll("template", await db.selectFrom("template").selectAll().execute())
        .map((template) => ({ ...template, content: withAttachments(template.content) }))
        .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1)),
    template: async (id) => {
      const row = await db.selectFrom("template").selectAll().where("id", "=", id).executeTakeFirst();
      const template = unseal("template", row);
      return template && { ...template, content: withAttachments(template.content) };
    },
  };
}

export function writeDesk(db: Kysely<Tables>): Omit<DeskWriter, keyof DeskReader> {
  return {
    putFile: (file) => putRow(db, "kept_file", seal("kept_file", { id: file.id, owner: file.owner }, file), "kept"),
    putTemplate: (template) =>
      putRow(db, "template", seal("template", { id: template.id, owner: template.owner }, template), "replaced"),
    removeTemplate: async (id) => void (await db.deleteFrom("template").where("id", "=", id).execute()),
  };
}
