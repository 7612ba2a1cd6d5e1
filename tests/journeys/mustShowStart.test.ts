// Must show: `npm start` on an empty data folder says where everything is and who may sign in, serves the demonstration,
// and ends without leaving a process or a browser. How it takes signals is in tests/start/npmStart.test.ts.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { freePort } from "../bench/programs.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";

const root = join(import.meta.dirname, "../..");
const folder = temporaryFolder();
const started: ChildProcess[] = [];

// npm ended by force takes the server with it.
afterAll(() => {
  for (const npm of started) npm.kill("SIGKILL");
});

test("npm start on an empty folder: addresses, user, password, a poster; then a quick second start", {
  timeout: 180_000,
}, async () => {
  const first = await npmStart();
  const { base, output } = first;
  expect(await (await fetch(`${base}/en/lecce`)).text()).toContain("<html");
  for (const path of ["/", "/kiosk/?office=lecce", "/admin/"]) {
    expect(output()).toContain(`http://localhost:${first.port}${path}`);
    expect((await fetch(base + path)).status, path).toBe(200);
  }
  const password = /Password\s+(\S{8,})/.exec(output())?.[1] ?? "";
  const login = /Utente · user\s+(\S+)/.exec(output())?.[1] ?? "";
  const signedIn = await fetch(`${base}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-requested-with": "bacheca" },
    body: JSON.stringify({ login, password }),
  });
  expect(signedIn.status, `${login} ${password}`).toBe(200);
  expect(output()).toMatch(/PUBLIC_URL/);
  // The browser is running when the end comes.
  const board = (await (await fetch(`${base}/api/v1/boards/lecce`)).json()) as { postings: { code: string }[] };
  const poster = await fetch(`${base}/posters/${board.postings[0]?.code}.pdf`);
  expect([200, 503]).toContain(poster.status);
  await first.end();

  const second = await npmStart();
  expect(second.output()).not.toContain(password);
  // Nothing is installed or built again.
  expect(second.output()).not.toMatch(/installing|building/);
  await second.end();
});

async function npmStart() {
  const port = await freePort();
  const mark = randomUUID();
  const { PATH, HOME, PUPPETEER_EXECUTABLE_PATH } = process.env;
  const npm = spawn("npm", ["start"], {
    cwd: root,
    env: {
      PATH,
      HOME,
      PUPPETEER_EXECUTABLE_PATH,
      PORT: String(port),
      DATA_DIR: join(folder, "data"),
      BACHECA_TEST_MARK: mark,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(npm);
  const exited = once(npm, "exit") as Promise<[number | null]>;
  let output = "";
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
    });
  }
  const base = `http://127.0.0.1:${port}`;
  const limit = performance.now() + 150_000;
  while (!(output.includes("PUBLIC_URL=") && (await fetch(`${base}/readyz`).catch(() => null))?.ok)) {
    if (npm.exitCode !== null || performance.now() > limit) throw new Error(`npm start did not serve:\n${output}`);
    await wait(30);
  }
  return {
    port,
    base,
    output: () => output,
    async end() {
      npm.kill("SIGTERM");
      expect((await exited)[0], output).toBe(0);
      for (let tries = 0; tries < 160 && processesWith(mark).length > 0; tries += 1) await wait(50);
      expect(processesWith(mark)).toEqual([]);
    },
  };
}

/** Command lines of living processes that carry the mark in their environment: npm, server, browser. */
function processesWith(mark: string): string[] {
  const read = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, "utf8");
    } catch {
      return "";
    }
  };
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && read(name, "environ").includes(mark))
    .map((pid) => read(pid, "cmdline").replaceAll("\0", " "));
}
