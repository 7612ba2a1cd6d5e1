// The log in SQL: append-only, each event chained to the one before it. [ST6][E1] Called by createStore and restore.
import type { Kysely } from "kysely";
import type { Actor, LogEvent, Verb } from "../../domain/event.ts";
import type { Instant } from "../../domain/time.ts";
import { canonicalJson } from "../canonical.ts";
import { digest } from "../digest.ts";
import type { Reader, Writer } from "../store.ts";
import { putRow } from "./putRow.ts";
import type { CounterRow, EventRow, Tables } from "./tables.ts";

export function readEvents(db: Kysely<Tables>): Pick<Reader, "events" | "recentEvents"> {
  const all = () => db.selectFrom("event").selectAll();
  const oldestFirst = () => all().orderBy("revision").orderBy("place");
  return {
    events: async (since, limit) => {
      const rows = await oldestFirst()
        .where("revision", ">", since)
        .limit(limit + 1)
        .execute();
      const beyond = rows[limit]?.revision;
      if (beyond === undefined) return rows.map(eventOf);
      const whole = rows.filter((row) => row.revision < beyond);
      // A cursor stands on revisions: half of one would be read again for ever, or its rest never.
      const chosen = whole.length > 0 ? whole : await oldestFirst().where("revision", "=", beyond).execute();
      return chosen.map(eventOf);
    },
    recentEvents: async (limit, subject) => {
      const newest = all().orderBy("revision", "desc").orderBy("place", "desc").limit(limit);
      const rows = await (subject === undefined ? newest : newest.where("subject", "=", subject)).execute();
      return rows.map(eventOf);
    },
  };
}

/** Events of one transaction; `counter` is the row as advanced by it. `newest` is what its `chain` must become. */
export function writeEvents(
  db: Kysely<Tables>,
  counter: CounterRow,
  actor: Actor,
  at: Instant,
): Pick<Writer, "record"> & { newest(): string } {
  let place = 0;
  let newest = counter.chain;
  return {
    newest: () => newest,
    record: async (verb: Verb, subject, facts = {}) => {
      const text = canonicalJson(facts);
      const row = {
        revision: counter.revision,
        place,
        at,
        actor,
        verb,
        subject,
        facts: text,
        facts_hash: digest(text),
      };
      // Counted before waiting, so that events recorded side by side still follow each other.
      place += 1;
      newest = chainHash(newest, row);
      await putRow(db, "event", { ...row, hash: newest }, "fails");
    },
  };
}

export function chainHash(before: string, row: Omit<EventRow, "facts" | "hash">): string {
  const { revision, place, at, actor, verb, subject, facts_hash } = row;
  return digest(before + canonicalJson([revision, place, at, actor, verb, subject, facts_hash]));
}

function eventOf({ revision, place, at, actor, verb, subject, facts }: EventRow): LogEvent {
  const told = facts === null ? {} : (JSON.parse(facts) as LogEvent["facts"]);
  return { revision, index: place, at, actor, verb: verb as Verb, subject, facts: told };
}
