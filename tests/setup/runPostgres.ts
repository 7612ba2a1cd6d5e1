// A PostgreSQL server of our own on a free port, in a temporary folder. Called once a test run (postgres.ts) and by the translation benchmark.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createInterface } from "node:readline";

export interface PostgresServer {
  readonly url: string;
  end(): Promise<void>;
}

/**
 * Null where this machine has no PostgreSQL.
 * @param keeper where setup/postgresKeeper.mjs is. @throws Error when the server does not start
 */
export async function runPostgres(keeper: string): Promise<PostgresServer | null> {
  const programs = findPostgresPrograms();
  if (programs === undefined) return null;
  // The keeper owns the server and lives in its own process group: it also sees to the end when its starter is killed.
  const child = spawn(process.execPath, [keeper, programs], { stdio: ["pipe", "pipe", "inherit"], detached: true });
  const ended = once(child, "exit");
  const [url] = await Promise.race([once(createInterface(child.stdout), "line"), ended.then(() => [undefined])]);
  if (typeof url !== "string") throw new Error("PostgreSQL did not start; its own words are above");
  return {
    url,
    async end() {
      child.stdin.end();
      await ended;
    },
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
