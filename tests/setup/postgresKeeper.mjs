// Keeps one PostgreSQL server for as long as its standard input is open, then stops it and removes its folder.
// Started by runPostgres.ts with the folder of the PostgreSQL programs; prints the server's address as its only line.
// A process of its own, because the input also closes when vitest is interrupted or killed.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const programs = process.argv[2];
const identity = unprivilegedUser();
const folder = mkdtempSync(join(tmpdir(), "bacheca-postgres-"));
if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid);
const data = join(folder, "data");
let server;

process.stdin.resume();
process.stdin.on("close", stop);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);

try {
  const initdb = ["-D", data, "-U", "tester", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(programs, "initdb"), initdb, { ...identity, cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const port = await startOnFreePort();
  process.stdout.write(`postgres://tester@127.0.0.1:${port}/postgres\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
  await stop();
}

/** Between finding a free port and taking it another program may take it: then the next one is tried. */
async function startOnFreePort() {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort();
    server = startServer(port);
    for (let tries = 0; tries < 300 && server.exitCode === null; tries += 1) {
      if (isReady(port)) return port;
      await wait(50);
    }
  }
  throw new Error("PostgreSQL does not start");
}

function startServer(port) {
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    "max_connections=200",
    "shared_buffers=64MB",
    // Nothing of a test survives a power cut anyway: speed before safety.
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "log_min_messages=fatal",
  ];
  const args = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
  return spawn(join(programs, "postgres"), args, { ...identity, cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

/** The server notes in its own file when it takes connections. */
function isReady(port) {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return lines[3] === String(port) && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

async function stop() {
  // SIGQUIT is PostgreSQL's immediate shutdown.
  if (server && server.exitCode === null && server.kill("SIGQUIT")) await once(server, "exit");
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}

/** PostgreSQL refuses to run as root: then it runs as its own Debian user, or as nobody. */
function unprivilegedUser() {
  if (process.getuid() !== 0) return {};
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  const [, , uid, gid] = ["postgres", "nobody"]
    .map((name) => users.find((line) => line.startsWith(`${name}:`)))
    .find((line) => line !== undefined)
    .split(":");
  return { uid: Number(uid), gid: Number(gid) };
}
