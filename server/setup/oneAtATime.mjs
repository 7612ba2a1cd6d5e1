// Lets one set-up at a time install and build in a project folder; a second start waits for the first.
// Called by server/start.mjs. The lock lives beside the temporary files because `npm ci` empties node_modules.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export async function oneAtATime(root, work) {
  const lock = join(tmpdir(), `bacheca-setup-${createHash("sha256").update(root).digest("hex").slice(0, 16)}`);
  while (!take(lock)) await wait(100);
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.on("exit", release);
  try {
    return await work();
  } finally {
    release();
    process.off("exit", release);
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (holderIsGone(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function holderIsGone(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, "pid"), "utf8")), 0);
    return false;
  } catch (error) {
    // No pid file yet means the holder took the lock this very moment.
    return error.code === "ESRCH";
  }
}
