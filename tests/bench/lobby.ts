// Two thousand displays in their lobbies: publications to all of them beside bare `ws`, then the server killed and started again until all are current,
// with their coming spread over time and without; what a current one receives; what stalled ones cost. Called by run.ts.
// `npm run bench -- lobby [publish|storm|stalled|program …]`.
// What needs a real browser for long (twenty starts alone, a thousand transitions, 72 hours) is in tests/kiosk/*.full.test.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { BoardAnswer, PostingAnswer } from "../../server/domain/httpContract.ts";
import type { Arrivals } from "./displayClients.ts";
import { benchProgram } from "./kioskProgram.ts";
import { measurePeer, type Round, roundOf, wordsOf } from "./peerOfDisplays.ts";
import { processorMs } from "./processorTime.ts";
import { freePort, LOAD_CORE, type Program, SERVER_CORE, startProgram } from "./programs.ts";
import type { HouseState } from "./serveHouse.ts";
import { growthWithStalled } from "./stalledDisplays.ts";
import { type Line, median, ms, printTable } from "./table.ts";

const DISPLAYS = 2000;
const PUBLISHES = 12;
const WARM_UP = 4;
/** As the displays' own: retryDelay.ts, first attempt. */
const SPREAD_MS = 5_000;
const OFFICE = "lecce";
const PASSWORD = "una-password-di-prova";
const PUSHES = 100;

type Desk = <T>(method: string, path: string, body?: object) => Promise<T>;

/** Each with a server of its own, so that one can be measured alone. */
export const LOBBY_PARTS: Readonly<Record<string, () => Promise<void>>> = {
  publish: () => withServer(publishPart),
  storm: () => withServer(stormPart),
  stalled: () => withServer(stalledPart),
  program: benchProgram,
};

export async function benchLobby(parts: readonly string[]): Promise<void> {
  for (const part of parts.length > 0 ? parts : Object.keys(LOBBY_PARTS)) await LOBBY_PARTS[part]?.();
}

interface Lobby {
  readonly port: number;
  readonly clients: Program;
  readonly server: () => Program;
  /** SIGKILL, then a new one at once. Resolves to the milliseconds until it answers. */
  killed(): Promise<number>;
}

async function withServer(part: (lobby: Lobby) => Promise<void>): Promise<void> {
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

async function publishPart({ port, clients, server }: Lobby): Promise<void> {
  const bare = await startProgram("bareWebSockets", SERVER_CORE);
  try {
    await clients.ask({ ask: { port, count: DISPLAYS, office: OFFICE } });
    const desk = await signIn(port);
    const rounds: Published[] = [];
    for (let round = 0; round < PUBLISHES; round += 1) rounds.push(await publish(server(), clients, desk, round));
    const ready = await restOfTheWork(server(), rounds.length);
    await clients.ask({ ask: { close: true } });
    const said = rounds.map(({ words }) => words);
    const peers = await measurePeer(bare, clients, DISPLAYS, said);
    printTable(
      `Lobby, a publication: ${DISPLAYS} displays, server and load on one core each; peer: bare ws in the same run`,
      publishLines(rounds.slice(WARM_UP), peers.slice(WARM_UP), ready),
    );
  } finally {
    await bare.end();
  }
}

async function stormPart({ port, clients, server, killed }: Lobby): Promise<void> {
  await clients.ask({ ask: { port, count: DISPLAYS, office: OFFICE } });
  const { epoch, revision } = await (await signIn(port))<BoardAnswer>("GET", `/boards/${OFFICE}`);
  const stormed: Storm[] = [];
  for (const spread of [SPREAD_MS, 0]) {
    const up = await killed();
    stormed.push(
      await storm(server(), clients, { port, count: DISPLAYS, office: OFFICE, have: { epoch, revision }, spread }, up),
    );
  }
  printTable(
    `Lobby, a restart: ${DISPLAYS} displays come back after kill -9; beside it all at the same instant`,
    stormLines(stormed),
  );
}

async function stalledPart({ port, server }: Lobby): Promise<void> {
  printTable(
    "Lobby, displays that read nothing; peer: a bare Socket.IO server that sends to each socket",
    await stalledLines(server(), port, await signIn(port)),
  );
}

async function signIn(port: number): Promise<Desk> {
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

interface Published extends Round {
  readonly words: string;
}

async function publish(server: Program, clients: Program, desk: Desk, round: number): Promise<Published> {
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
  const answered = performance.timeOrigin + performance.now();
  const { at, bytesEach } = await arriving;
  const cpu = processorMs([server.pid]) - before;
  if (at.length !== DISPLAYS) throw new Error(`${at.length} of ${DISPLAYS} displays got it`);
  await wait(400);
  const shown = (await desk<BoardAnswer>("GET", `/boards/${OFFICE}`)).postings.find(
    ({ code }) => code === posting.code,
  );
  if (shown === undefined) throw new Error(`${posting.code} is not on the board`);
  const since = answer.posting.published?.publishedAt ?? 0;
  return { ...roundOf(at, since, answered, cpu, bytesEach), words: wordsOf(shown) };
}

/** Pages and the newest posters are made once staff rest: milliseconds of processor a publication, without what an idle server uses. */
async function restOfTheWork(server: Program, publications: number): Promise<number> {
  const before = processorMs([server.pid]);
  await wait(6_000);
  const spent = processorMs([server.pid]) - before;
  const idleFrom = processorMs([server.pid]);
  await wait(6_000);
  return Math.max(0, spent - (processorMs([server.pid]) - idleFrom)) / publications;
}

function publishLines(ours: readonly Published[], peers: readonly Round[], ready: number): Line[] {
  const last = median(ours.map((one) => one.last));
  const bareLast = median(peers.map((one) => one.last));
  const cpu = median(ours.map((one) => one.cpu));
  const bytes = Math.max(...ours.map((one) => one.bytes));
  return [
    {
      what: "the last has a publication, median",
      ours: ms(last),
      peer: ms(bareLast),
      limit: "250 ms",
      within: last <= 250,
    },
    {
      what: "… beside bare ws",
      ours: ms(last),
      peer: ms(bareLast),
      ratio: `${(last / bareLast).toFixed(2)} ×`,
      limit: "2 ×",
      within: last <= 2 * bareLast,
    },
    {
      what: "server CPU until the last has it",
      ours: ms(cpu),
      peer: ms(median(peers.map((one) => one.cpu))),
      limit: "100 ms",
      within: cpu <= 100,
    },
    { what: "… later, pages and posters made ready, a publication of a burst", ours: ms(ready) },
    { what: "bytes a display, largest", ours: `${Math.round(bytes)} B`, limit: "4000 B", within: bytes <= 4000 },
  ];
}

interface Storm {
  /** Milliseconds from the kill, of which the start of the server. */
  readonly current: number;
  readonly up: number;
  readonly stall: number;
  readonly cpu: number;
  readonly tries: number;
  readonly bytes: number;
}

/** @param up milliseconds the start of the server took */
async function storm(server: Program, clients: Program, connect: object, up: number): Promise<Storm> {
  const from = performance.now();
  await server.ask<HouseState>({});
  const before = processorMs([server.pid]);
  const tries = await clients.ask<number>({ ask: connect });
  const current = up + performance.now() - from;
  const { longestStall } = await server.ask<HouseState>({});
  return {
    current,
    up,
    stall: longestStall,
    cpu: processorMs([server.pid]) - before,
    tries,
    bytes: await clients.ask<number>({ ask: "received" }),
  };
}

function stormLines([spread, crowd]: readonly Storm[]): Line[] {
  if (spread === undefined || crowd === undefined) return [];
  const ratio = spread.stall / crowd.stall;
  return [
    { what: "killed: until the server answers again", ours: ms(spread.up) },
    {
      what: "killed: until every display is current, coming back over 5 s",
      ours: ms(spread.current),
      peer: `${ms(crowd.current)} at once`,
      limit: "15000 ms",
      within: spread.current <= 15_000,
    },
    {
      what: "longest stall of the server, spread beside all at once",
      ours: ms(spread.stall),
      peer: ms(crowd.stall),
      ratio: `${ratio.toFixed(2)} ×`,
      limit: "0.25 ×",
      within: ratio <= 0.25,
    },
    { what: "server CPU for all to come back", ours: ms(spread.cpu), limit: "2000 ms", within: spread.cpu <= 2_000 },
    {
      what: "tries a display",
      ours: spread.tries.toFixed(2),
      peer: crowd.tries.toFixed(2),
      limit: "1.2",
      within: spread.tries <= 1.2,
    },
    {
      what: "a returning display that is current receives",
      ours: `${Math.round(spread.bytes)} B`,
      limit: "1000 B",
      within: spread.bytes <= 1_000,
    },
  ];
}

/** Whole boards, by the real way: what of the translations may be shown is set to and fro, so that every board starts anew. */
function pushBoards(desk: Desk): () => Promise<unknown> {
  let showMachine = true;
  return () => {
    showMachine = !showMachine;
    return desk("PUT", "/translations/policy", { showMachine, showStale: true, fourEyes: false });
  };
}

async function stalledLines(server: Program, port: number, desk: Desk): Promise<Line[]> {
  const peer = await startProgram("perSocketServer", SERVER_CORE);
  try {
    const peerPort = await peer.ask<number>({ state: null });
    const board = await desk<BoardAnswer>("GET", `/boards/${OFFICE}`);
    const state = { kind: "reset", epoch: board.epoch, to: board.revision, office: board.office, put: board.postings };
    const peerGrowth = await growthWithStalled(peer, peerPort, null, () => peer.ask({ state }), PUSHES);
    const watch = JSON.stringify({ office: OFFICE, have: null });
    const growth = await growthWithStalled(server, port, watch, pushBoards(desk), PUSHES);
    const ratio = growth / peerGrowth;
    const mega = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
    const size = Math.round(JSON.stringify(state).length / 1000);
    return [
      {
        what: `20 stalled displays, ${PUSHES} states of ${size} kB; peer: sent to each socket`,
        ours: mega(growth),
        peer: mega(peerGrowth),
        ratio: `${ratio.toFixed(2)} ×`,
        limit: "0.25 ×",
        within: ratio <= 0.25,
      },
    ];
  } finally {
    await peer.end();
  }
}
