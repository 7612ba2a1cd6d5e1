// The applications of this very source, built once for the whole run, so that no test passes on yesterday's build and none
// waits for a build another test has made. Registered in tests/vitest.config.ts; called where the desk or a display is served.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";

const ROOT = resolve(import.meta.dirname, "../..");

declare module "vitest" {
  export interface ProvidedContext {
    buildsFolder: string;
  }
}

export default async function provideBuildsFolder(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "builds-"));
  project.provide("buildsFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** Copies the built application into `folder`, which must not exist; the copy is the caller's, to spoil and to remove. */
export async function copyBuiltApplication(name: "admin" | "kiosk", folder: string): Promise<void> {
  const built = join(inject("buildsFolder"), name);
  await inTurn(`${built}.lock`, async () => {
    if (await exists(built)) return;
    const unfinished = `${built}.unfinished`;
    await buildApplication(name, ROOT, unfinished);
    await rename(unfinished, built);
  });
  await cp(built, folder, { recursive: true });
}

/** Builds the application whose sources lie in `sources` as staff and displays run it: without the runner's NODE_ENV=test. */
export async function buildApplication(name: "admin" | "kiosk", sources: string, folder: string): Promise<void> {
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const asked = ["build", "--mode", name, "--outDir", folder, "--emptyOutDir", "--logLevel", "error"];
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, [vite, ...asked], { cwd: sources, env });
}

/** One test worker at a time: making a folder either succeeds or says that another one is at it. */
async function inTurn(lock: string, work: () => Promise<void>): Promise<void> {
  while (!(await mkdir(lock).then(always, (error) => error.code !== "EEXIST" && Promise.reject(error))))
    await pause(100);
  try {
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(always, () => false);
}

function always(): boolean {
  return true;
}
