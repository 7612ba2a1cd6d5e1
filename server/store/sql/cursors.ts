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

export function writeCursors(engine: Engine): Pick<SideWrites, "putCursor" | "moveCursor"> {
  return {
    putCursor: (follower, revision) =>
      engine.write((tx) => putRow(tx, "follower", { name: follower, revision }, "replaced")),
    moveCursor: (follower, from, to) =>
      engine.write(async (tx) => {
        const moved = await tx
          .updateTable("follower")
          .set({ revision: to })
          .where("name", "=", follower)
          .where("revision", "=", from)
          .returning("name")
          .execute();
        if (moved.length > 0 || from !== 0) return moved.length > 0;
        const begun = await tx
          .insertInto("follower")
          .values({ name: follower, revision: to })
          .onConflict((clash) => clash.column("name").doNothing())
          .returning("name")
          .execute();
        return begun.length > 0;
      }),
  };
}
