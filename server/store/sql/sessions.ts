// Signed-in browsers in SQL. Called by createStore only.
import type { Engine } from "../engine.ts";
import type { Session, SideWrites } from "../store.ts";
import type { SessionRow } from "./tables.ts";

export function keepSessions(engine: Engine): Omit<SideWrites, "putCursor" | "moveCursor"> {
  return {
    putSession: (session) =>
      engine.write(async (tx) => {
        const row = rowOf(session);
        await tx
          .insertInto("session")
          .values(row)
          .onConflict((clash) => clash.column("id").doUpdateSet(row))
          .execute();
      }),
    session: async (id) => {
      const row = await engine.reads.selectFrom("session").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : sessionOf(row);
    },
    sessionsOf: async (login) => {
      const rows = await engine.reads.selectFrom("session").selectAll().where("login", "=", login).execute();
      return rows.map(sessionOf).sort((a, b) => b.seenAt - a.seenAt);
    },
    touchSession: (id, seenAt) =>
      engine.write(async (tx) => {
        await tx.updateTable("session").set({ seen_at: seenAt }).where("id", "=", id).execute();
      }),
    removeSession: (id) =>
      engine.write(async (tx) => {
        await tx.deleteFrom("session").where("id", "=", id).execute();
      }),
    removeSessionsOf: (login) =>
      engine.write(async (tx) => {
        const gone = await tx.deleteFrom("session").where("login", "=", login).returning("id").execute();
        return gone.map(({ id }) => id);
      }),
    removeExpiredSessions: (now) =>
      engine.write(async (tx) => {
        await tx.deleteFrom("session").where("expires", "<=", now).execute();
      }),
  };
}

function rowOf({ id, login, createdAt, seenAt, expires }: Session): SessionRow {
  return { id, login, created_at: createdAt, seen_at: seenAt, expires };
}

function sessionOf({ id, login, created_at, seen_at, expires }: SessionRow): Session {
  return { id, login, createdAt: created_at, seenAt: seen_at, expires };
}
