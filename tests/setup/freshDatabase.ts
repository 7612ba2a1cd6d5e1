// A new, empty PostgreSQL database for one test file, dropped when the file is done.
// Call it at the top of a test file, outside of tests and hooks: const url = await freshDatabase();
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, inject } from "vitest";

/** False where PostgreSQL is not installed: see describeWith. */
export const hasPostgres = (): boolean => inject("postgresUrl") !== "";

/** Address of the new database. */
export async function freshDatabase(): Promise<string> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runOnServer(`CREATE DATABASE ${name}`);
  // FORCE: a test that failed may have left a connection open.
  afterAll(() => runOnServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return Object.assign(new URL(inject("postgresUrl")), { pathname: `/${name}` }).href;
}

async function runOnServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
