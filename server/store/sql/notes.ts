// Notes and calendar subscriptions in SQL. Called by createStore only.
import type { Kysely } from "kysely";
import type { Subscription } from "../../domain/calendar.ts";
import type { NoteReader, NoteWriter } from "../noteStore.ts";
import { putRow } from "./putRow.ts";
import { seal, unseal, unsealAll } from "./seal.ts";
import type { SubscriptionRow, Tables } from "./tables.ts";

export function readNotes(db: Kysely<Tables>): NoteReader {
  const subscriptions = () => db.selectFrom("calendar_subscription").selectAll();
  return {
    all: async () => {
      const rows = await db.selectFrom("note").selectAll().where("removed", "=", 0).execute();
      return unsealAll("note", rows).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
    },
    one: async (id) => unseal("note", await db.selectFrom("note").selectAll().where("id", "=", id).executeTakeFirst()),
    subscription: async (hash) =>
      subscriptionOf(await subscriptions().where("token_hash", "=", hash).executeTakeFirst()),
    subscriptionOf: async (login) =>
      subscriptionOf(await subscriptions().where("login", "=", login).executeTakeFirst()),
  };
}

export function writeNotes(db: Kysely<Tables>): Omit<NoteWriter, keyof NoteReader> {
  return {
    putNote: (note) =>
      putRow(
        db,
        "note",
        seal("note", { id: note.id, owner: note.owner, removed: note.removed ? 1 : 0 }, note),
        "replaced",
      ),
    putSubscription: ({ tokenHash, login, owner, locale, at }) =>
      putRow(db, "calendar_subscription", { login, token_hash: tokenHash, owner, locale, at }, "replaced"),
    removeSubscription: async (login) => {
      await db.deleteFrom("calendar_subscription").where("login", "=", login).execute();
    },
  };
}

function subscriptionOf(row: SubscriptionRow | undefined): Subscription | null {
  if (row === undefined) return null;
  const { token_hash, ...rest } = row;
  return { ...rest, tokenHash: token_hash };
}
