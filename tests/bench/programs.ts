// Starts the programs of a benchmark as processes of their own, each on its core where `taskset` is there, and asks them questions.
// Called by the benchmarks; `answerQuestions` by the programs they start.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { join } from "node:path";

/** The server and its peers take turns on the first core; what loads them runs on the second. */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;
/** Where the system puts it, as in use. */
export const ANY_CORE = `0-${availableParallelism() - 1}`;

export interface Program {
  readonly pid: number;
  /** Rejects if the program ends first. */
  ask<T>(question: object): Promise<T>;
  /** Asks it to end, insists after three seconds. */
  end(): Promise<void>;
}

const pinning = availableParallelism() > 1 && isProgram("/usr/bin/taskset");

export const describeCores = (): string =>
  pinning
    ? "server and peers on core 0, load on core 1"
    : "nothing pinned (one core, or no taskset): read ratios with care";

/** Moves this process, and so what it measures with, to the core of the load. */
export function pinSelf(): void {
  if (pinning) spawn("taskset", ["-cp", String(LOAD_CORE), String(process.pid)], { stdio: "ignore" });
}

/** `name`: a file of this folder, compiled. Resolves when the program has said that it is ready. */
export async function startProgram(name: string, core: number, env: Record<string, string> = {}): Promise<Program> {
  const options = name === "serveHouse" ? startOptions() : [];
  return followProgram(process.execPath, [...options, join(import.meta.dirname, `${name}.js`)], core, env, true);
}

/** What `npm start` says to node itself: the server is measured as it is started. */
function startOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } };
  return (
    /node (.*)server\/start\.mjs/
      .exec(scripts.start)?.[1]
      ?.split(" ")
      .filter((option) => option !== "") ?? []
  );
}

/** Any other program; ready at once. */
export function startOther(
  command: string,
  args: string[],
  core: number | string,
  env: Record<string, string> = {},
): Promise<Program> {
  return followProgram(command, args, core, env, false);
}

async function followProgram(
  command: string,
  args: string[],
  core: number | string,
  env: Record<string, string>,
  speaks: boolean,
): Promise<Program> {
  const [program, ...rest] = pinning ? ["taskset", "-c", String(core), command, ...args] : [command, ...args];
  const child = spawn(program as string, rest, {
    env: { ...process.env, ...env },
    stdio: speaks ? ["ignore", "ignore", "inherit", "ipc"] : ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`${args.at(-1)} ended by itself (${signal ?? code})`);
  });
  ended.catch(() => undefined);
  const waiting = new Map<number, (answer: unknown) => void>();
  let asked = 0;
  child.on("message", ({ id, answer }: { id: number; answer: unknown }) => waiting.get(id)?.(answer));
  if (speaks) await Promise.race([new Promise((resolve) => waiting.set(0, resolve)), ended]);
  return {
    pid: child.pid as number,
    ask<T>(question: object) {
      asked += 1;
      const id = asked;
      const answered = new Promise<T>((resolve) => waiting.set(id, (answer) => resolve(answer as T)));
      child.send({ id, question });
      return Promise.race([answered, ended]).finally(() => waiting.delete(id)) as Promise<T>;
    },
    end: () => endChild(child),
  };
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
  await gone;
  clearTimeout(timer);
}

/** In a started program: says that it is ready and answers what it is asked. */
export function answerQuestions(answerTo: (question: never) => unknown = () => null): void {
  process.on("message", ({ id, question }: { id: number; question: never }) => {
    Promise.resolve(answerTo(question)).then(
      (answer) => process.send?.({ id, answer }),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  });
  // Whoever measures is gone: so is this.
  process.on("disconnect", () => process.exit(0));
  process.send?.({ id: 0, answer: null });
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
