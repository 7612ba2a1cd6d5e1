// Settings in SQL: texts by key. Called by createStore only.
import type { Kysely } from "kysely";
import type { Reader, Writer } from "../store.ts";
import { putRow } from "./putRow.ts";
import type { Tables } from "./tables.ts";

export function readSettings(db: Kysely<Tables>): Pick<Reader, "setting"> {
  return {
    setting: async (key) =>
      (await db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst())?.value ?? null,
  };
}

export function writeSettings(db: Kysely<Tables>): Pick<Writer, "putSetting"> {
  return {
    putSetting: (key, value) => putRow(db, "setting", { key, value }, "replaced"),
  };
}
