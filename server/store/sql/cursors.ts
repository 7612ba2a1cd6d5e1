// How far each follower has read the log. Called by createStore only.
import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import type { Reader, SideWrites } from "../store.ts";
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
      engine.write(async (tx) => {
        const insert = tx.insertInto("follower").values({ name: follower, revision });
        await insert.onConflict((clash) => clash.column("name").doUpdateSet({ revision })).execute();
      }),
  };
}
