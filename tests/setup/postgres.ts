// A PostgreSQL server of our own for the whole test run, on a free port, in a temporary folder.
// vitest calls it once before all tests; test files get its address through freshDatabase().
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Empty when this machine has no PostgreSQL. */
    postgresUrl: string;
  }
}

export default async function startPostgres(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const programs = findPostgresPrograms();
  if (programs === undefined) {
    project.provide("postgresUrl", "");
    return undefined;
  }
  // The keeper owns the server and lives in its own process group: it also sees to the end when vitest is killed.
  const keeper = spawn(process.execPath, [join(import.meta.dirname, "postgresKeeper.mjs"), programs], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  const ended = once(keeper, "exit");
  const [url] = await Promise.race([once(createInterface(keeper.stdout), "line"), ended.then(() => [undefined])]);
  if (typeof url !== "string") throw new Error("PostgreSQL did not start; its own words are above");
  project.provide("postgresUrl", url);
  return async () => {
    keeper.stdin.end();
    await ended;
  };
}

/** Folder of initdb and postgres, the newest version first: Debian's layout, then the PATH. */
export function findPostgresPrograms(): string | undefined {
  const folders = [...debianVersions(), ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => {
    try {
      const names = readdirSync(folder);
      return names.includes("initdb") && names.includes("postgres");
    } catch {
      return false;
    }
  });
}

function debianVersions(): string[] {
  try {
    const versions = readdirSync("/usr/lib/postgresql").sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => `/usr/lib/postgresql/${version}/bin`);
  } catch {
    return [];
  }
}
