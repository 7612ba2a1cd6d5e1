// Reports and subscribers in SQL. Called by createStore only.

import type { Report } from "../../domain/report.ts";
import type { Subscriber } from "../../domain/subscriber.ts";
import type { Engine } from "../engine.ts";
import type { PublicStore } from "../publicStore.ts";
import type { ReportRow, SubscriberRow } from "./tables.ts";

export function keepPublic(engine: Engine): PublicStore {
  const { reads } = engine;
  return {
    addReport: (report) =>
      engine.write(async (tx) => {
        await tx.insertInto("report").values(rowOfReport(report)).execute();
      }),
    reports: async (limit) => {
      const rows = await reads.selectFrom("report").selectAll().orderBy("at", "desc").limit(limit).execute();
      return rows
        .map(reportOf)
        .sort((a, b) => Number(a.settledAt !== null) - Number(b.settledAt !== null) || b.at - a.at);
    },
    settleReport: (number, at) =>
      engine.write(async (tx) => {
        const open = tx
          .updateTable("report")
          .set({ settled_at: at })
          .where("number", "=", number)
          .where("settled_at", at === null ? "is not" : "is", null);
        return (await open.returning("number").execute()).length > 0;
      }),
    putSubscriber: (subscriber) =>
      engine.write(async (tx) => {
        const row = rowOfSubscriber(subscriber);
        const insert = tx.insertInto("subscriber").values(row);
        await insert.onConflict((clash) => clash.column("id").doUpdateSet(row)).execute();
      }),
    subscriber: async (id) => {
      const row = await reads.selectFrom("subscriber").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : subscriberOf(row);
    },
    subscribers: async () =>
      (await reads.selectFrom("subscriber").selectAll().orderBy("id").execute()).map(subscriberOf),
    removeSubscriber: (id) =>
      engine.write(
        async (tx) => (await tx.deleteFrom("subscriber").where("id", "=", id).returning("id").execute()).length > 0,
      ),
    tellSubscriber: (id, from, to) =>
      engine.write(async (tx) => {
        const claim = tx
          .updateTable("subscriber")
          .set({ told_until: to })
          .where("id", "=", id)
          .where("told_until", "=", from);
        return (await claim.returning("id").execute()).length > 0;
      }),
    removeOthers: ({ id, address }) =>
      engine.write(async (tx) => {
        await tx.deleteFrom("subscriber").where("address", "=", address).where("id", "!=", id).execute();
      }),
    removeUnconfirmed: (before) =>
      engine.write(async (tx) => {
        const old = tx.deleteFrom("subscriber").where("confirmed_at", "is", null).where("created_at", "<", before);
        return (await old.returning("id").execute()).length;
      }),
  };
}

function rowOfReport({ settledAt, ...report }: Report): ReportRow {
  return { ...report, settled_at: settledAt };
}

function reportOf({ settled_at, ...row }: ReportRow): Report {
  return { ...row, settledAt: settled_at };
}

function rowOfSubscriber({ channels, createdAt, confirmedAt, toldUntil, ...rest }: Subscriber): SubscriberRow {
  return {
    ...rest,
    channels: channels.join(" "),
    created_at: createdAt,
    confirmed_at: confirmedAt,
    told_until: toldUntil,
  };
}

function subscriberOf({ channels, created_at, confirmed_at, told_until, ...rest }: SubscriberRow): Subscriber {
  return {
    ...rest,
    channels: channels.split(" ").filter((one) => one !== ""),
    createdAt: created_at,
    confirmedAt: confirmed_at,
    toldUntil: told_until,
  };
}
