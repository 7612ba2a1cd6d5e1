// The server of a lobby and its two thousand displays, each pinned to a core, the server killed and started again at will. Called by the parts of lobby.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, LOAD_CORE, type Program, SERVER_CORE, startProgram } from "./programs.ts";

export const DISPLAYS = 2000;
export const OFFICE = "lecce";
const PASSWORD = "una-password-di-prova";

export type Desk = <T>(method: string, path: string, body?: object) => Promise<T>;

export interface Lobby {
  readonly port: number;
  readonly clients: Program;
  readonly server: () => Program;
  /** SIGKILL, then a new one at once. Resolves to the milliseconds until it answers. */
  killed(): Promise<number>;
}

export async function withServer(part: (lobby: Lobby) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-bench-"));
  const port = await freePort();
  const env = {
    PORT: String(port),
    DATA_DIR: folder,
    ADMIN_PASSWORD: PASSWORD,
    DATABASE_URL: "",
    DEMO: "1",
    LOG_LEVEL: "error",
    PUBLIC_URL: "",
    NODE_ENV: "production",
  };
  const start = () => startProgram("serveHouse", SERVER_CORE, env);
  const clients = await startProgram("displayClients", LOAD_CORE);
  let server: Program | null = await start();
  const running = () => {
    if (server === null) throw new Error("the server is being started again");
    return server;
  };
  const killed = async () => {
    const at = performance.now();
    process.kill(running().pid, "SIGKILL");
    server = null;
    await clients.ask({ ask: { close: true } });
    server = await start();
    return performance.now() - at;
  };
  try {
    await part({ port, clients, server: running, killed });
  } finally {
    await Promise.all([server?.end(), clients.end()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function signIn(port: number): Promise<Desk> {
  let cookie = "";
  const call: Desk = async <T>(method: string, path: string, body?: object) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", "x-requested-with": "bacheca", cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  await call("POST", "/session", { login: "admin", password: PASSWORD });
  return call;
}
