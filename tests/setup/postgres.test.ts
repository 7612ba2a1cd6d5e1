// The PostgreSQL of the test run: real, fresh per file, and gone when the one who started it is gone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { expect, test } from "vitest";
import { describeWith } from "./describeWith.ts";
import { freshDatabase, hasPostgres } from "./freshDatabase.ts";
import { findPostgresPrograms } from "./runPostgres.ts";

const url = hasPostgres() ? await freshDatabase() : "";

async function ask(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(statement).finally(() => client.end());
  return rows;
}

describeWith(["postgres"], "the PostgreSQL of the test run", () => {
  test("a fresh database is empty and is not the server's own", async () => {
    const [row] = await ask(
      url,
      "select current_database() as name, (select count(*)::int from pg_tables where schemaname = 'public') as tables",
    );
    expect(row).toEqual({ name: expect.stringMatching(/^test_[0-9a-f]{16}$/), tables: 0 });
  });

  test("the server stops and its folder goes when its starter is killed", async () => {
    // A starter that dies without a word: its end of the keeper's input closes.
    const keeper = spawn(
      process.execPath,
      [join(import.meta.dirname, "postgresKeeper.mjs"), findPostgresPrograms() as string],
      { stdio: ["pipe", "pipe", "inherit"] },
    );
    const [address] = (await once(createInterface(keeper.stdout), "line")) as [string];
    expect(await ask(address, "select 1 as one")).toEqual([{ one: 1 }]);
    keeper.stdin.destroy();
    await once(keeper, "exit");
    await wait(50);
    await expect(ask(address, "select 1")).rejects.toThrow(/ECONNREFUSED/);
  });
});
