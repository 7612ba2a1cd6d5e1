// `npm start` for real: it comes up, and whatever ends npm ends the server in order, leaving no process behind.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { openStore } from "../../server/store/openStore.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";

const root = join(import.meta.dirname, "../..");
const folder = temporaryFolder();

interface Started {
  readonly npm: ChildProcess;
  readonly ended: Promise<[code: number | null]>;
  readonly port: number;
  /** Stands in the environment of npm and of everything it starts. */
  readonly mark: string;
  readonly output: () => string;
}

async function npmStart(): Promise<Started> {
  const port = await freePort();
  const mark = randomUUID();
  const { PATH, HOME, PUPPETEER_EXECUTABLE_PATH } = process.env;
  const settings = { PORT: String(port), HOST: "127.0.0.1", DATA_DIR: join(folder, mark), DEMO: "0" };
  const npm = spawn("npm", ["start"], {
    cwd: root,
    env: { PATH, HOME, PUPPETEER_EXECUTABLE_PATH, ...settings, BACHECA_TEST_MARK: mark },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  npm.stdout.on("data", (chunk: Buffer) => (output += chunk));
  npm.stderr.on("data", (chunk: Buffer) => (output += chunk));
  const started = { npm, ended: once(npm, "exit") as Promise<[number | null]>, port, mark, output: () => output };
  await until(
    50_000,
    async () => npm.exitCode !== null || (await isHealthy(port)),
    () => `the server is not up:\n${output}`,
  );
  if (npm.exitCode !== null) throw new Error(`npm start ended by itself:\n${output}`);
  return started;
}

describe("npm start", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("%s to npm ends the server in order, with exit code 0", async (signal) => {
    const started = await npmStart();
    started.npm.kill(signal);
    const [code] = await started.ended;
    expect({ code, output: code === 0 ? "" : started.output() }).toEqual({ code: 0, output: "" });
    await expectNothingLeft(started);
  });

  test("a later start builds nothing and has its options; a killed npm takes the server with it", async () => {
    const started = await npmStart();
    // How long it takes is a matter of the machine, and of `npm run bench`.
    expect(started.output()).not.toMatch(/building|installing|started without/);
    started.npm.kill("SIGKILL");
    await started.ended;
    await expectNothingLeft(started);
  });

  test("Ctrl-C reaches the whole group at once, npm and server: still in order", async () => {
    const started = await npmStart();
    process.kill(-(started.npm.pid as number), "SIGINT");
    const [code] = await started.ended;
    expect(code).toBe(0);
    await expectNothingLeft(started);
  });
});

test.each([
  [
    "a database that is away",
    { DATABASE_URL: "postgres://127.0.0.1:9/none" },
    /^\nL’archivio dei dati .*\nThe data store .*\n$/,
  ],
  ["data of a newer program", { DATA_DIR: dataOfNewerProgram }, /^\nI dati vengono .*\nThe data come from .*\n$/],
  ["a port in use", { PORT: portInUse }, /^\nLa porta \d+ è già in uso\. .*\n$/],
] as const)("%s is told in a sentence, not in a stack trace", { timeout: 60_000 }, async (name, settings, sentence) => {
  const { PATH, HOME, PUPPETEER_EXECUTABLE_PATH } = process.env;
  const env: Record<string, string> = { DATA_DIR: join(folder, name), DEMO: "0", HOST: "127.0.0.1" };
  for (const [key, value] of Object.entries(settings)) env[key] = typeof value === "string" ? value : await value();
  const child = spawn(process.execPath, ["server/start.mjs"], {
    cwd: root,
    env: { PATH, HOME, PUPPETEER_EXECUTABLE_PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk));
  const [code] = await once(child, "close");
  expect({ code, output }).toEqual({ code: 1, output: expect.stringMatching(sentence) });
  expect(said, "a start by hand lacks what npm start gives, and says so").toMatch(
    /started without --\S+ --\S+: it works/,
  );
});

/** A data folder whose store has had a step that this program does not know. */
async function dataOfNewerProgram(): Promise<string> {
  const dataDir = join(folder, "newer");
  mkdirSync(dataDir);
  const store = await openStore(readConfig({ DATA_DIR: dataDir }));
  await store.close();
  const database = new DatabaseSync(join(dataDir, "bacheca.sqlite"));
  database.exec("INSERT INTO schema_step (number, name) VALUES (999, 'from the future')");
  database.close();
  return dataDir;
}

async function portInUse(): Promise<string> {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  return String((other.address() as AddressInfo).port);
}

async function expectNothingLeft({ mark, port, output }: Started): Promise<void> {
  await until(
    8000,
    async () => processesWith(mark).length === 0,
    () => `still running: ${processesWith(mark).join("; ")}\n${output()}`,
  );
  expect(await isFree(port)).toBe(true);
}

async function until(ms: number, holds: () => Promise<boolean>, complaint: () => string): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(complaint());
    await wait(50);
  }
}

async function isHealthy(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

/** Command lines of the living processes that carry the mark in their environment. */
function processesWith(mark: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readProcess(pid, "environ").includes(mark))
    .map((pid) => `${pid} ${readProcess(pid, "cmdline").replaceAll("\0", " ")}`);
}

function readProcess(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, "127.0.0.1");
  const free = await Promise.race([once(probe, "listening").then(() => true), once(probe, "error").then(() => false)]);
  probe.close();
  return free;
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
