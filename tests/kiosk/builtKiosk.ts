// The display as it ships, built anew into a temporary folder, so that a test never passes on yesterday's build.
// Called by the journey and the bundle test.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../..");

/** Folder with index.html and assets/; `remove` when done. */
export async function builtKiosk(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "kiosk-"));
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const asked = ["build", "--mode", "kiosk", "--outDir", folder, "--emptyOutDir", "--logLevel", "error"];
  // Without NODE_ENV=test of the runner: a display runs the production build.
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, [vite, ...asked], { cwd: root, env });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
