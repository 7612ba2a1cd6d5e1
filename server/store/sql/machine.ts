// The queue of machine translation in SQL. Called by createStore only.
import type { Kysely } from "kysely";
import type { MachineJob, TranslatorHealth } from "../../domain/machine.ts";
import { UNTRIED } from "../../domain/machine.ts";
import type { Engine } from "../engine.ts";
import type { MachineStore } from "../machineStore.ts";
import { putRow } from "./putRow.ts";
import type { MachineJobRow, Tables } from "./tables.ts";

const NAME = "service";

export function keepMachine(engine: Engine): MachineStore {
  const { reads } = engine;
  const one = async (db: Kysely<Tables>, code: string, locale: string) => {
    const rows = db.selectFrom("machine_job").selectAll().where("code", "=", code).where("locale", "=", locale);
    return jobOf(await rows.executeTakeFirst());
  };
  const put = (db: Kysely<Tables>, job: MachineJob) => putRow(db, "machine_job", rowOf(job), "replaced");
  const healthIn = async (db: Kysely<Tables>): Promise<TranslatorHealth> => {
    const row = await db.selectFrom("machine_health").selectAll().where("name", "=", NAME).executeTakeFirst();
    return row === undefined ? UNTRIED : { ...UNTRIED, ...(JSON.parse(row.document) as Partial<TranslatorHealth>) };
  };
  const waiting = (db: Kysely<Tables>) =>
    db
      .selectFrom("machine_job")
      .selectAll()
      .where("state", "in", ["waiting", "submitted"])
      .orderBy("due")
      .orderBy("code")
      .orderBy("locale")
      .limit(1);
  return {
    putJob: (job) => engine.write((tx) => put(tx, job)),
    job: (code, locale) => one(reads, code, locale),
    jobsOf: async (code) => {
      const rows = await reads
        .selectFrom("machine_job")
        .selectAll()
        .where("code", "=", code)
        .orderBy("locale")
        .execute();
      return rows.map((row) => jobOf(row) as MachineJob);
    },
    unfinished: async (limit) => {
      const rows = reads.selectFrom("machine_job").selectAll().where("state", "<>", "done");
      const sorted = rows.orderBy("due").orderBy("code").orderBy("locale").limit(limit);
      return (await sorted.execute()).map((row) => jobOf(row) as MachineJob);
    },
    jobOfSecret: async (secretHash) => {
      const row = reads.selectFrom("machine_job").selectAll().where("secret_hash", "=", secretHash);
      return jobOf(await row.executeTakeFirst());
    },
    claim: async (now, leaseEnd) => {
      // Most looks find nothing: they take no turn at writing.
      if ((await waiting(reads).where("due", "<=", now).execute()).length === 0) return null;
      return engine.write(async (tx) => {
        const due = waiting(tx).where("due", "<=", now);
        // On PostgreSQL several instances look at once: whoever comes second takes the next one.
        const row = await (engine.name === "postgres" ? due.forUpdate().skipLocked() : due).executeTakeFirst();
        const job = jobOf(row);
        if (job === null) return null;
        await put(tx, { ...job, due: leaseEnd });
        return job;
      });
    },
    nextDue: async () => (await waiting(reads).executeTakeFirst())?.due ?? null,
    change: (code, locale, work) =>
      engine.write(async (tx) => {
        const lock = tx.selectFrom("machine_job").selectAll().where("code", "=", code).where("locale", "=", locale);
        const job = jobOf(await (engine.name === "postgres" ? lock.forUpdate() : lock).executeTakeFirst());
        if (job === null) return null;
        const after = work(job);
        if (after !== null) await put(tx, after);
        return after ?? job;
      }),
    removeDone: (before) =>
      engine.write(async (tx) => {
        await tx.deleteFrom("machine_job").where("state", "=", "done").where("due", "<", before).execute();
      }),
    health: () => healthIn(reads),
    changeHealth: (work) =>
      engine.write(async (tx) => {
        // The row is there before it is locked: two first writers meet here and not at the insert.
        await putRow(tx, "machine_health", { name: NAME, document: JSON.stringify(UNTRIED) }, "kept");
        const lock = tx.selectFrom("machine_health").select("name").where("name", "=", NAME);
        if (engine.name === "postgres") await lock.forUpdate().execute();
        const after = work(await healthIn(tx));
        await putRow(tx, "machine_health", { name: NAME, document: JSON.stringify(after) }, "replaced");
        return after;
      }),
  };
}

function rowOf(job: MachineJob): MachineJobRow {
  const { code, locale, state, due, request } = job;
  return { code, locale, state, due, secret_hash: request?.secretHash ?? null, document: JSON.stringify(job) };
}

function jobOf(row: MachineJobRow | undefined): MachineJob | null {
  return row === undefined ? null : { ...(JSON.parse(row.document) as MachineJob), due: Number(row.due) };
}
