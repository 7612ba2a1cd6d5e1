// Runs a program on hostile input in a process of its own that is killed when it takes too long or too much memory: what it reads takes
// that process down, never the server. Called by whatever reads foreign files: sheets, PDFs, pictures.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";

export interface KillableLimits {
  readonly milliseconds: number;
  /** Of resident memory; watched where the system tells it (Linux). */
  readonly megabytes: number;
  /** Of the answer. */
  readonly bytes: number;
}

export interface Killable {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly input: Uint8Array;
}

const LOOK_EVERY = 40;
const PAGE = 4096;

/** What it wrote to standard output; null where it was killed, failed, or is not there at all. */
export function runKillable(what: Killable, limits: KillableLimits): Promise<Buffer | null> {
  return new Promise((resolve) => {
    // Nothing of the environment goes along: who reads a file needs no secret.
    const child = spawn(what.program, what.args, { cwd: what.cwd, env: {}, stdio: ["pipe", "pipe", "ignore"] });
    const parts: Buffer[] = [];
    let size = 0;
    let killed = false;
    const kill = () => {
      killed = true;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(kill, limits.milliseconds);
    const watch = setInterval(() => {
      void residentBytes(child.pid).then((bytes) => bytes > limits.megabytes * 1024 * 1024 && kill());
    }, LOOK_EVERY);
    const end = (answer: Buffer | null) => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve(answer);
    };
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > limits.bytes) kill();
      else parts.push(part);
    });
    child.once("error", () => end(null));
    child.once("close", (code) => end(killed || code !== 0 ? null : Buffer.concat(parts)));
    // A child killed while it is being fed: what counts is its missing answer.
    child.stdin.on("error", () => {});
    child.stdin.end(what.input);
  });
}

/** The same for a program of this house, with a ceiling on its heap besides. */
export function runKillableScript(
  script: string,
  args: readonly string[],
  what: Pick<Killable, "cwd" | "input">,
  limits: KillableLimits,
): Promise<Buffer | null> {
  const heap = `--max-old-space-size=${Math.floor(limits.megabytes * 0.75)}`;
  return runKillable({ ...what, program: process.execPath, args: [heap, script, ...args] }, limits);
}

async function residentBytes(pid: number | undefined): Promise<number> {
  if (pid === undefined) return 0;
  const pages = (await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "")).split(" ")[1];
  return Number(pages ?? 0) * PAGE;
}
