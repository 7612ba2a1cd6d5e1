// Brings a database to the newest schema: each step in one transaction together with its record, so that a kill leaves the old
// schema or the new one, and the next start goes on from there. [ST8] Called by sqlite.ts, postgres.ts and restore.
import type { Transaction } from "kysely";
import { sql } from "kysely";
import { Refusal } from "../domain/refusal.ts";
import type { Engine } from "./engine.ts";
import type { Tables } from "./sql/tables.ts";

export interface Step {
  readonly number: number;
  readonly name: string;
  /** Must work on both engines, and may not look at anything but the database. */
  up(db: Transaction<Tables>): Promise<void>;
}

export interface MigrateOptions {
  readonly steps: readonly Step[];
  /** Before the first step of a database that already holds something. */
  readonly beforeSteps?: (found: number) => Promise<void>;
  /** For tests that end the process: called inside the transaction, when a step is done and not yet committed. */
  readonly beforeCommit?: (step: Step) => void;
}

/** Throws Refusal `newerSchema` and changes nothing where the database is ahead of `steps`. */
export async function migrate(engine: Engine, { steps, beforeSteps, beforeCommit }: MigrateOptions): Promise<void> {
  const found = await engine.write(async (tx) => {
    await engine.lockSchema(tx);
    await sql`create table if not exists schema_step (number integer primary key, name text not null)`.execute(tx);
    return refuseNewer(await reached(tx), steps);
  });
  const pending = steps.filter((step) => step.number > found);
  if (pending.length > 0 && found > 0) await beforeSteps?.(found);
  for (const step of pending) {
    await engine.write(async (tx) => {
      await engine.lockSchema(tx);
      // Another process may have taken the step while this one waited.
      if (refuseNewer(await reached(tx), steps) >= step.number) return;
      await step.up(tx);
      await tx.insertInto("schema_step").values({ number: step.number, name: step.name }).execute();
      beforeCommit?.(step);
    });
  }
}

async function reached(tx: Transaction<Tables>): Promise<number> {
  const row = await tx.selectFrom("schema_step").select("number").orderBy("number", "desc").limit(1).executeTakeFirst();
  return row?.number ?? 0;
}

function refuseNewer(found: number, steps: readonly Step[]): number {
  const known = steps.at(-1)?.number ?? 0;
  if (found > known) throw new Refusal("newerSchema", { found, known });
  return found;
}
