// What the two engines differ in, and nothing more: how a connection is had and a transaction begun. The SQL itself is in sql/, once.
// Made by sqlite.ts and postgres.ts; used by createStore, migrate, backup and restore.
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./sql/tables.ts";

export interface Engine {
  readonly name: "sqlite" | "postgres";
  /** Sees committed rows only. [ST4] */
  readonly reads: Kysely<Tables>;
  /** Writers wait for each other here (SQLite) or at the counter row (PostgreSQL). [ST10] */
  write<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Every read in it sees the same committed state. */
  snapshot<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Makes other processes wait until the transaction ends, before any table exists. */
  lockSchema(tx: Transaction<Tables>): Promise<void>;
  /** What the engine itself finds wrong with its file; empty where it cannot look. */
  structuralDamages(): Promise<string[]>;
  close(): Promise<void>;
}
