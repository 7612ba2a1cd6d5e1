// Two thousand displays in their lobbies: one publication to all of them, then the server killed and started again, until all are current.
// Called by run.ts. The peer, bare `ws`, is measured by displays.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { BoardAnswer, PostingAnswer } from "../../server/domain/httpContract.ts";
import type { Arrivals } from "./displayClients.ts";
import { processorMs } from "./processorTime.ts";
import { freePort, LOAD_CORE, type Program, SERVER_CORE, startProgram } from "./programs.ts";
import { median, ms, printTable } from "./table.ts";

const DISPLAYS = 2000;
const PUBLISHES = 8;
const OFFICE = "lecce";
const PASSWORD = "una-password-di-prova";

export async function benchLobby(): Promise<void> {
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
  const clients = await startProgram("displayClients", LOAD_CORE);
  let server: Program | null = await startProgram("serveHouse", SERVER_CORE, env);
  try {
    const everybody = { ask: { port, count: DISPLAYS, office: OFFICE } };
    await clients.ask(everybody);
    const desk = await signIn(port);
    const rounds: { last: number; cpu: number; bytes: number }[] = [];
    for (let round = 0; round < PUBLISHES; round += 1) rounds.push(await publish(server, clients, desk, round));
    process.kill(server.pid, "SIGKILL");
    server = null;
    const killed = performance.now();
    await clients.ask({ ask: { close: true } });
    server = await startProgram("serveHouse", SERVER_CORE, env);
    const up = performance.now();
    const before = processorMs([server.pid]);
    await clients.ask(everybody);
    const back = performance.now();
    const cpu = processorMs([server.pid]) - before;
    const counted = rounds.slice(2);
    const last = median(counted.map((one) => one.last));
    const spent = median(counted.map((one) => one.cpu));
    const bytes = Math.max(...counted.map((one) => one.bytes));
    printTable(`Lobby: ${DISPLAYS} displays, server and load on one core each`, [
      { what: "the last has a publication, median", ours: ms(last), limit: "250 ms", within: last <= 250 },
      {
        what: "server CPU a publication, poster in the background included",
        ours: ms(spent),
        limit: "100 ms",
        within: spent <= 100,
      },
      { what: "bytes a display, largest", ours: `${Math.round(bytes)} B`, limit: "4000 B", within: bytes <= 4000 },
      { what: "killed: until the server answers again", ours: ms(up - killed) },
      {
        what: "killed: until every display is current",
        ours: ms(back - killed),
        limit: "15000 ms",
        within: back - killed <= 15_000,
      },
      { what: "killed: server CPU for all to come back", ours: ms(cpu), limit: "2000 ms", within: cpu <= 2_000 },
    ]);
  } finally {
    await Promise.all([server?.end(), clients.end()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

type Desk = <T>(method: string, path: string, body?: object) => Promise<T>;

async function signIn(port: number): Promise<Desk> {
  let cookie = "";
  const call: Desk = async <T>(method: string, path: string, body?: object) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", "x-requested-with": "bacheca", cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    return (await answer.json()) as T;
  };
  await call("POST", "/session", { login: "admin", password: PASSWORD });
  return call;
}

async function publish(
  server: Program,
  clients: Program,
  desk: Desk,
  round: number,
): Promise<{ last: number; cpu: number; bytes: number }> {
  const { postings } = await desk<BoardAnswer>("GET", `/boards/${OFFICE}`);
  const content = postings[(round * 7) % postings.length]?.content;
  if (content === undefined) throw new Error("the demonstration board is empty");
  const { posting } = await desk<PostingAnswer>("POST", "/postings", {
    owner: OFFICE,
    content: { ...content, share: "own", parent: null },
  });
  await clients.ask({ ask: { mark: `"code":"${posting.code}"` } });
  const before = processorMs([server.pid]);
  const arriving = clients.ask<Arrivals>({ ask: "arrivals" });
  const answer = await desk<PostingAnswer>("POST", `/postings/${posting.code}/publish`, { expected: posting.revision });
  const { at, bytesEach } = await arriving;
  if (at.length !== DISPLAYS) throw new Error(`${at.length} of ${DISPLAYS} displays got it`);
  await wait(400);
  const since = answer.posting.published?.publishedAt ?? 0;
  return { last: Math.max(...at) - since, cpu: processorMs([server.pid]) - before, bytes: bytesEach };
}
