// How far each follower has read the log. Called by createStore only.
import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import type { Reader, SideWrites } from "../store.ts";
import { putRow } from "./putRow.ts";
import type { Tables } from "./tables.ts";

export function readCursors(db: Kysely<Tables>): Pick<Reader, "cursor"> {
  return {
    cursor: async (follower) =>
      (await db.selectFrom("follower").select("revision").where("name", "=", follower).executeTakeFirst())?.revision ??
      0,
  };
}

export function writeCursors(engine: Engine): Pick<SideWrites, "putCursor"> {
  return {
    putCursor: (follower, revision) =>
      engine.write((tx) => putRow(tx, "follower", { name: follower, revision }, "replaced")),
  };
}
