// Compiles program.ts once per test file and starts it as a process of its own. Called by tests that kill it.
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../..");
const compiled = new Map<string, Promise<string>>();

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
}

export async function runProgram(folder: string, args: string[]): Promise<Ended> {
  const child = await startProgram(folder, args);
  const ended = once(child, "close");
  const out = await text(child.stdout as NonNullable<typeof child.stdout>);
  const [code, signal] = (await ended) as [number | null, string | null];
  return { code, signal, out };
}

/** `folder` is the test file's temporary one. */
export async function startProgram(folder: string, args: string[]): Promise<ChildProcess> {
  if (!compiled.has(folder)) compiled.set(folder, compile(folder));
  return spawn(process.execPath, [await (compiled.get(folder) as Promise<string>), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function compile(folder: string): Promise<string> {
  const outDir = join(folder, "program");
  await build({
    configFile: false,
    root,
    logLevel: "error",
    build: { ssr: join(root, "tests/store/program.ts"), outDir, emptyOutDir: true, target: "node20", minify: false },
  });
  symlinkSync(join(root, "node_modules"), join(outDir, "node_modules"));
  return join(outDir, "program.js");
}
