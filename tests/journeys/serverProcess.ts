// The server as an operator starts it, a process of its own on a free port, for tests that kill it or throw garbage at it.
// Built first where sources changed. Ended with the test file, however that ends.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll } from "vitest";
import type { Content } from "../../server/domain/content.ts";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";

const root = join(import.meta.dirname, "../..");
export const PASSWORD = "una-password-di-prova";
const START_LIMIT_MS = 60_000;

export interface ServerProcess {
  readonly base: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** All it has written, both streams. */
  output(): string;
  /** Resolves when it has ended. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

export interface Staff {
  call<T>(method: string, path: string, body?: object): Promise<T>;
  draft(content: Content): Promise<PostingAnswer>;
  publish(code: string, expected: number): Promise<PostingAnswer>;
}

const running = new Set<ChildProcess>();

/** Call once at the top of a test file. */
export function serverProcesses(): typeof start {
  afterAll(() => {
    for (const child of running) child.kill("SIGKILL");
  });
  return start;
}

/** Arguments of the command line, to its end. */
export async function runBacheca(
  dataDir: string,
  args: string[],
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ["server/start.mjs", ...args], {
    cwd: root,
    env: environment(dataDir),
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  running.delete(child);
  return { code, out, err };
}

/** @param within a command that becomes the server at its end, for a place of its own: `unshare … sh -c 'mount …; exec "$@"' sh` */
async function start(
  dataDir: string,
  env: Record<string, string> = {},
  within: readonly string[] = [],
): Promise<ServerProcess> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const [program = process.execPath, ...args] = [...within, process.execPath, "server/start.mjs"];
  const child = spawn(program, args, {
    cwd: root,
    env: { ...environment(dataDir), PORT: String(port), ADMIN_PASSWORD: PASSWORD, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
  const ended = once(child, "close").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  for (const limit = performance.now() + START_LIMIT_MS; ; await wait(30)) {
    if (child.exitCode !== null || performance.now() > limit) throw new Error(`the server did not start:\n${output}`);
    const ready = await fetch(`${base}/readyz`).catch(() => null);
    if (ready?.ok) break;
  }
  return {
    base,
    port,
    child,
    output: () => output,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** npm's own variables are left out: the server would end with the npm that runs the tests. */
function environment(dataDir: string): Record<string, string> {
  const { PATH = "", HOME = "", PUPPETEER_EXECUTABLE_PATH = "" } = process.env;
  return { PATH, HOME, PUPPETEER_EXECUTABLE_PATH, DATA_DIR: dataDir };
}

/** Signs in as the first administrator. What is refused throws. */
export async function signInTo(base: string): Promise<Staff> {
  let cookie = "";
  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", "x-requested-with": "bacheca", cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return JSON.parse(text) as T;
  }
  await call("POST", "/session", { login: "admin", password: PASSWORD });
  return {
    call,
    draft: (content) => call("POST", "/postings", { owner: "lecce", content }),
    publish: (code, expected) => call("POST", `/postings/${code}/publish`, { expected }),
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
