// Brings a backup back into an empty place. All in one transaction: a restore that fails leaves the place empty. [ST7]
// Called by cli.ts.
import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { Refusal } from "../domain/refusal.ts";
import type { Instant } from "../domain/time.ts";
import type { BackupRow } from "./backup.ts";
import type { Engine } from "./engine.ts";
import { migrate } from "./migrate.ts";
import { STEPS } from "./migrations/steps.ts";
import type { StorePlace } from "./openStore.ts";
import { sqliteFile } from "./openStore.ts";
import type { OpenBackup } from "./readBackup.ts";
import { readBackup } from "./readBackup.ts";
import { findBrokenChain } from "./sql/chain.ts";
import { advanceCounter } from "./sql/counter.ts";
import { findDamages } from "./sql/damages.ts";
import { chunkOf } from "./sql/eachRow.ts";
import { writeEvents } from "./sql/events.ts";
import type { Tables } from "./sql/tables.ts";
import { openSqliteEngine } from "./sqlite.ts";
import type { Damage } from "./store.ts";

/** Printed revisions carry the counter; this much is more than anyone commits between a backup and its restore. */
const LEAP = 1_000_000;
const BATCH = 200;

/** As in a configuration, or only what is meant. */
export type RestoreTarget = StorePlace | Pick<StorePlace, "dataDir"> | { readonly databaseUrl: string };

export interface Restored {
  /** Those that are whole. */
  readonly postings: number;
  /** Rows kept in the backup already damaged; they stay left out. Table `event`: where the chain breaks. */
  readonly damages: Damage[];
}

/** Throws Refusal `placeNotEmpty` where the place is not empty, `newerSchema`, or `backupUnreadable` where the file is not whole. */
export async function restore(file: string, target: RestoreTarget, at: Instant = Date.now()): Promise<Restored> {
  const backup = await readBackup(file);
  const { schema } = backup.header;
  const known = STEPS.at(-1)?.number ?? 0;
  if (schema > known) throw new Refusal("newerSchema", { found: schema, known });
  const engine = await openEngine(target);
  try {
    // The rows have the shape of their own time: first that schema, then the rows, then what came later.
    await migrate(engine, { steps: STEPS.filter((step) => step.number <= schema) });
    await engine.write((tx) => fill(tx, backup, at));
    await migrate(engine, { steps: STEPS });
    return await engine.snapshot(verify);
  } finally {
    await engine.close();
  }
}

async function openEngine(target: RestoreTarget): Promise<Engine> {
  if ("databaseUrl" in target && target.databaseUrl !== null) {
    const { openPostgresEngine } = await import("./postgres.ts");
    return openPostgresEngine(target.databaseUrl);
  }
  if ("dataDir" in target) return openSqliteEngine(sqliteFile(target.dataDir));
  throw new TypeError("neither a data folder nor a database");
}

async function fill(tx: Transaction<Tables>, backup: OpenBackup, at: Instant): Promise<void> {
  if (!(await isEmpty(tx))) throw new Refusal("placeNotEmpty");
  await tx.deleteFrom("counter").execute();
  let batch: BackupRow[] = [];
  const write = async () => {
    const [first] = batch;
    if (first !== undefined) {
      const rows = batch.map(({ row }) => row as unknown as Tables[typeof first.table]);
      await tx.insertInto(first.table).values(rows).execute();
    }
    batch = [];
  };
  for await (const line of backup.rows) {
    if (batch.length === Math.min(BATCH, chunkOf(line.table)) || (batch[0]?.table ?? line.table) !== line.table)
      await write();
    batch.push(line);
  }
  await write();
  const counter = await advanceCounter(tx, LEAP);
  const events = writeEvents(tx, counter, "system:restore", at);
  await events.record("store.restored", "store", { epoch: backup.header.epoch, revision: backup.header.revision });
  await tx
    .updateTable("counter")
    .set({ epoch: randomUUID(), horizon: counter.revision, chain: events.newest() })
    .execute();
}

async function isEmpty(tx: Transaction<Tables>): Promise<boolean> {
  const counter = await tx.selectFrom("counter").select("revision").executeTakeFirst();
  if (counter?.revision !== 0) return false;
  for (const table of ["posting", "owner", "account", "event", "taken_code", "setting"] as const) {
    if ((await tx.selectFrom(table).selectAll().limit(1).execute()).length > 0) return false;
  }
  return true;
}

async function verify(tx: Transaction<Tables>): Promise<Restored> {
  const damages = await findDamages(tx);
  const broken = await findBrokenChain(tx);
  if (broken !== null) damages.push({ table: "event", key: String(broken) });
  const { count } = await tx
    .selectFrom("posting")
    .select((row) => row.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return { postings: count - damages.filter(({ table }) => table === "posting").length, damages };
}
