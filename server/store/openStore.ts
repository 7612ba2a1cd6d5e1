// Opens the store the configuration names: PostgreSQL where a DATABASE_URL is given, else a file in the data folder.
// Called by main.ts and cli.ts.
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Config } from "../config.ts";
import { openSqlite } from "./sqlite.ts";
import type { Store } from "./store.ts";

export type StorePlace = Pick<Config, "databaseUrl" | "dataDir">;

export async function openStore({ databaseUrl, dataDir }: StorePlace): Promise<Store> {
  if (databaseUrl === null) return openSqlite(sqliteFile(dataDir));
  const { openPostgres } = await import("./postgres.ts");
  return openPostgres(databaseUrl);
}

/** The file of the embedded database; its folder is made where it is missing. */
export function sqliteFile(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return path.join(dataDir, "bacheca.sqlite");
}
