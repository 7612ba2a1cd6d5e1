// One PostgreSQL server for the whole test run. vitest calls it once before all tests; test files get its address through freshDatabase().
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { runPostgres } from "./runPostgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Empty when this machine has no PostgreSQL. */
    postgresUrl: string;
  }
}

export default async function startPostgres(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = await runPostgres(join(import.meta.dirname, "postgresKeeper.mjs"));
  project.provide("postgresUrl", server?.url ?? "");
  return server?.end;
}
