// The connections to PostgreSQL, each with somebody listening to its errors. Called by postgres.ts.
import type { PostgresPool } from "kysely";
import type { PoolClient, QueryResult } from "pg";
import { Pool, types } from "pg";
import { Refusal } from "../domain/refusal.ts";

const CONNECTIONS = 10;

export function openPool(url: string): PostgresPool {
  const pool = new Pool({
    connectionString: url,
    application_name: "bacheca",
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // A frozen instance must not hold the counter row, and with it every writer, for ever.
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser: readNumbers },
  });
  // Without listeners a restart of the server would end this process; the call that meets it learns of it anyway.
  const heard = () => {};
  pool.on("error", heard);
  pool.on("connect", (client) => client.on("error", heard));
  return {
    connect: () => lease(() => explained(() => pool.connect())),
    end: () => pool.end(),
  };
}

type KyselyClient = Awaited<ReturnType<PostgresPool["connect"]>>;

/** Statements that may be sent again: nothing has been done yet. */
const OPENING = /^(select|begin|start transaction)\b/;

async function lease(connect: () => Promise<PoolClient>): Promise<KyselyClient> {
  let client: PoolClient | null = await connect();
  let broken = false;
  let unused = true;
  function release(): void {
    client?.release(broken);
    client = null;
  }
  async function send(text: string, parameters: readonly unknown[]): Promise<QueryResult> {
    client ??= await connect();
    const held = client;
    try {
      const result = await explained(() => held.query(text, [...parameters]));
      // PostgreSQL answers the commit of a failed transaction by rolling back, without an error.
      if (text === "commit" && result.command !== "COMMIT")
        throw new Error("a statement of this transaction had failed");
      return result;
    } catch (error) {
      broken ||= error instanceof Refusal;
      throw error;
    }
  }
  async function query(text: string, parameters: readonly unknown[]): Promise<QueryResult> {
    // A connection that died while nobody used it says so only now, and so may every other one that lay idle.
    let attempts = unused && OPENING.test(text) ? CONNECTIONS + 1 : 1;
    unused = false;
    for (;;) {
      try {
        return await send(text, parameters);
      } catch (error) {
        attempts -= 1;
        if (attempts === 0 || client === null || !broken) throw error;
        release();
        broken = false;
      }
    }
  }
  // kysely also knows cursors, which nothing here asks for.
  return { query: query as unknown as KyselyClient["query"], release };
}

/** Revisions, instants and counts arrive as texts of 64 bits; all of ours fit a number. */
const BIGINT = 20;
const readNumbers: typeof types.getTypeParser = ((oid: number, format?: "text" | "binary") =>
  oid === BIGINT ? Number : types.getTypeParser(oid, format as "text")) as typeof types.getTypeParser;

/** SQLSTATE classes and codes that say "not now": connection, resources, shutdown, standby, waited too long. */
const UNAVAILABLE = /^(08|53|57P0|58)|^(25006|25P03|25P04|40001|40P01|55P03|57014)$/;
const SYSTEM = /^E[A-Z]+$/;

async function explained<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    throw Object.assign(new Refusal("storeUnavailable"), { cause: error });
  }
}

function isUnavailable(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === "string") return UNAVAILABLE.test(code) || SYSTEM.test(code);
  // The driver's own errors carry words only: "Connection terminated", "timeout exceeded when trying to connect".
  return typeof message === "string" && /connection|timeout/i.test(message);
}
