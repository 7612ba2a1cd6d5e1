// Displays, urgent notices, pairings and counts in SQL. Called by createStore only.
import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { Display, Seen } from "../../domain/display.ts";
import { wholeProfile } from "../../domain/display.ts";
import type { Count, DisplayReader, DisplaySide, DisplayWriter } from "../displayStore.ts";
import type { Engine } from "../engine.ts";
import { putRow } from "./putRow.ts";
import { seal, unseal, unsealAll } from "./seal.ts";
import type { Tables } from "./tables.ts";

/** Batches older than this are forgotten: no display keeps counts so long. */
const BATCH_KEPT = 40 * 86_400_000;

export function readDisplays(db: Kysely<Tables>): DisplayReader {
  return {
    displays: async () =>
      unsealAll("display", await db.selectFrom("display").selectAll().execute())
        .map(whole)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    display: async (id) => {
      const found = unseal(
        "display",
        await db.selectFrom("display").selectAll().where("id", "=", id).executeTakeFirst(),
      );
      return found === null ? null : whole(found);
    },
    token: async (hash) => {
      const row = await db.selectFrom("display_token").selectAll().where("token_hash", "=", hash).executeTakeFirst();
      return row === undefined
        ? null
        : { hash: row.token_hash, display: row.display, since: row.since, revokedAt: row.revoked_at };
    },
    urgents: async (at) =>
      unsealAll("urgent", await db.selectFrom("urgent").selectAll().where("until", ">", at).execute()).sort(
        (a, b) => b.from - a.from,
      ),
    urgent: async (id) =>
      unseal("urgent", await db.selectFrom("urgent").selectAll().where("id", "=", id).executeTakeFirst()),
  };
}

const whole = (display: Display): Display => ({ ...display, profile: wholeProfile(display.profile) });

export function writeDisplays(db: Kysely<Tables>): Omit<DisplayWriter, keyof DisplayReader> {
  return {
    putDisplay: (display) =>
      putRow(db, "display", seal("display", { id: display.id, office: display.office }, display), "replaced"),
    putToken: ({ hash, display, since, revokedAt }) =>
      putRow(db, "display_token", { token_hash: hash, display, since, revoked_at: revokedAt }, "replaced"),
    revokeTokens: async (display, at) => {
      await db
        .updateTable("display_token")
        .set({ revoked_at: at })
        .where("display", "=", display)
        .where("revoked_at", "is", null)
        .execute();
    },
    putUrgent: (urgent) =>
      putRow(db, "urgent", seal("urgent", { id: urgent.id, until: urgent.until }, urgent), "replaced"),
  };
}

export function keepDisplays(engine: Engine): DisplaySide {
  const { reads } = engine;
  return {
    putPairing: ({ code, tokenHash, expires }) =>
      engine.write(async (tx) => {
        await tx.deleteFrom("pairing").where("token_hash", "=", tokenHash).execute();
        const put = await tx
          .insertInto("pairing")
          .values({ code, token_hash: tokenHash, expires })
          .onConflict((clash) => clash.column("code").doNothing())
          .returning("code")
          .execute();
        return put.length > 0;
      }),
    takePairing: (code, now) =>
      engine.write(async (tx) => {
        const row = await tx
          .deleteFrom("pairing")
          .where("code", "=", code)
          .where("expires", ">", now)
          .returningAll()
          .executeTakeFirst();
        return row === undefined ? null : { code: row.code, tokenHash: row.token_hash, expires: row.expires };
      }),
    removeExpiredPairings: (now) =>
      engine.write(async (tx) => {
        await tx.deleteFrom("pairing").where("expires", "<=", now).execute();
      }),
    putSeen: (seen) =>
      engine.write(async (tx) => {
        for (const one of seen) {
          const row = { at: one.at, document: JSON.stringify(one) };
          await tx
            .insertInto("display_seen")
            .values({ display: one.display, ...row })
            .onConflict((clash) => clash.column("display").doUpdateSet(row))
            .execute();
        }
      }),
    seen: async () =>
      (await reads.selectFrom("display_seen").selectAll().execute()).map(
        ({ document }) => JSON.parse(document) as Seen,
      ),
    putPicture: ({ display, ...row }) =>
      engine.write(async (tx) => {
        await tx
          .insertInto("display_picture")
          .values({ display, ...row })
          .onConflict((clash) => clash.column("display").doUpdateSet(row))
          .execute();
      }),
    picture: async (display) =>
      (await reads.selectFrom("display_picture").selectAll().where("display", "=", display).executeTakeFirst()) ?? null,
    addBatch: (display, batch, at, counts) =>
      engine.write(async (tx) => {
        await tx
          .deleteFrom("display_batch")
          .where("at", "<", at - BATCH_KEPT)
          .execute();
        const put = await tx
          .insertInto("display_batch")
          .values({ display, batch, at })
          .onConflict((clash) => clash.columns(["display", "batch"]).doNothing())
          .returning("batch")
          .execute();
        if (put.length === 0) return false;
        await add(tx, counts);
        return true;
      }),
    addCounts: (counts) => engine.write((tx) => add(tx, counts)),
    counts: async (from, to) =>
      reads.selectFrom("view_count").selectAll().where("day", ">=", from).where("day", "<=", to).execute() as Promise<
        Count[]
      >,
  };
}

async function add(tx: Kysely<Tables>, counts: readonly Count[]): Promise<void> {
  for (const count of counts) {
    await tx
      .insertInto("view_count")
      .values(count)
      .onConflict((clash) =>
        clash
          .columns(["day", "kind", "place", "code", "locale"])
          .doUpdateSet({ times: sql<number>`view_count.times + ${count.times}` }),
      )
      .execute();
  }
}
