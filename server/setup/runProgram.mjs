// Runs another program as part of the set-up and ends it when the set-up itself is told to stop.
// Called by the other files of this folder.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const running = new Set();

/**
 * Resolves to { code, output }; never rejects. A signal or a program that cannot be started gives a code other than 0.
 * `show: true` hands the terminal through instead of collecting the output.
 */
export function runProgram(program, args, { cwd, env, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => {
      running.delete(child);
      resolve({ code: 127, output: `${output}${error.message}` });
    });
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Ends whatever is running: asks it to after `graceMs`, insists ten seconds later. Resolves when all have ended. */
export async function stopRunningPrograms(graceMs) {
  const end = (signal, afterMs) =>
    setTimeout(() => {
      for (const child of running) child.kill(signal);
    }, afterMs);
  const timers = [end("SIGTERM", graceMs), end("SIGKILL", graceMs + 10_000)];
  await Promise.all([...running].map((child) => once(child, "close")));
  for (const timer of timers) clearTimeout(timer);
}

/** The full path of a program on the PATH, or undefined. */
export function findProgram(name, path = process.env.PATH ?? "") {
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // not here: the next folder
    }
  }
  return undefined;
}
