// A posting's phone page from the running server, beside nginx serving the same bytes from a file: kept connections, answers "not modified",
// and a new connection for each request as a scanned code makes. Fresh processes each round, in alternating order. Called by run.ts.
import { request as httpRequest } from "node:http";
import { startBenchHouse } from "./house.ts";
import type { Loaded } from "./httpLoad.ts";
import { findNginx, startNginx } from "./nginx.ts";
import { processorMs } from "./processorTime.ts";
import type { Program } from "./programs.ts";
import { LOAD_CORE, startProgram } from "./programs.ts";
import { median, printTable } from "./table.ts";

const ROUNDS = 3;

/** What a phone sends that has just scanned a code. */
const PHONE = {
  "Upgrade-Insecure-Requests": "1",
  "User-Agent":
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
  Accept:
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
  "Sec-Fetch-Site": "none",
  "Sec-Fetch-Mode": "navigate",
  "Sec-Fetch-User": "?1",
  "Sec-Fetch-Dest": "document",
  "sec-ch-ua": '"Chromium";v="131", "Not_A Brand";v="24"',
  "sec-ch-ua-mobile": "?1",
  "sec-ch-ua-platform": '"Android"',
  "Accept-Encoding": "gzip, deflate, br, zstd",
  "Accept-Language": "en-GB,en;q=0.9,it-IT;q=0.8,it;q=0.7",
};

const kinds = [
  {
    what: "page, kept connections",
    status: 200,
    notModified: false,
    newEach: false,
    requests: 60_000,
    cpuLimit: 0.45,
    rateLimit: undefined,
  },
  {
    what: "not modified, kept connections",
    status: 304,
    notModified: true,
    newEach: false,
    requests: 60_000,
    cpuLimit: 0.4,
    rateLimit: undefined,
  },
  {
    what: "page, new connection each",
    status: 200,
    notModified: false,
    newEach: true,
    requests: 8000,
    cpuLimit: undefined,
    rateLimit: 0.4,
  },
] as const;

interface Measured {
  readonly rate: number;
  /** Microseconds of processor time a request. */
  readonly cpu: number;
}

/** `rounds[kind][server]` gathers one figure a round. */
type Rounds = Record<"ours" | "peer", Measured>[][];

export async function benchPage(): Promise<void> {
  if (findNginx() === undefined) {
    process.stdout.write("\nPage: not measured, nginx is missing (apt-get install nginx-light)\n");
    return;
  }
  const rounds: Rounds = kinds.map(() => []);
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) bytes = await playRound(rounds, round % 2 === 1);
  report(rounds, bytes);
}

async function playRound(rounds: Rounds, peerFirst: boolean): Promise<number> {
  const house = await startBenchHouse();
  const load = await startProgram("httpLoad", LOAD_CORE);
  try {
    const [posting] = await house.board();
    if (posting === undefined) throw new Error("the demonstration board is empty");
    const path = `/o/${posting.code}/en`;
    const { headers, body } = await fetchAsSent(house.port, path);
    const nginx = await startNginx(path, headers, body);
    try {
      const ours = { pid: house.program.pid, port: house.port };
      const peer = { pid: nginx.program.pid, port: nginx.port };
      const servers = [["ours", ours] as const, ["peer", peer] as const];
      if (peerFirst) servers.reverse();
      for (const [at, kind] of kinds.entries()) {
        const measured: Partial<Record<"ours" | "peer", Measured>> = {};
        for (const [name, server] of servers) measured[name] = await measure(load, server, path, kind);
        rounds[at]?.push(measured as Record<"ours" | "peer", Measured>);
      }
    } finally {
      await nginx.end();
    }
    return body.length;
  } finally {
    await Promise.all([house.end(), load.end()]);
  }
}

async function measure(
  load: Program,
  { pid, port }: { pid: number; port: number },
  path: string,
  kind: (typeof kinds)[number],
): Promise<Measured> {
  const { headers } = await fetchAsSent(port, path);
  const fields = {
    Host: `127.0.0.1:${port}`,
    Connection: kind.newEach ? "close" : "keep-alive",
    ...PHONE,
    ...(kind.notModified ? { "If-None-Match": headers.get("etag") ?? "" } : {}),
  };
  const request = `GET ${path} HTTP/1.1\r\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")}\r\n`;
  const how = { port, request, connections: kind.newEach ? 16 : 64, newEach: kind.newEach };
  await load.ask<Loaded>({ ...how, requests: kind.newEach ? 2000 : 20_000 });
  const before = processorMs([pid]);
  const { seconds, status } = await load.ask<Loaded>({ ...how, requests: kind.requests });
  if (status !== kind.status) throw new Error(`${path} on ${port}: ${status} instead of ${kind.status}`);
  return { rate: kind.requests / seconds, cpu: ((processorMs([pid]) - before) * 1000) / kind.requests };
}

/** The answer as it goes over the wire: `fetch` would unpack it. */
function fetchAsSent(port: number, path: string): Promise<{ headers: Headers; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asking = httpRequest({ port, host: "127.0.0.1", path, headers: PHONE }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const { headers } = response;
        if (response.statusCode !== 200 || headers["content-encoding"] !== "br")
          reject(new Error(`${path}: ${response.statusCode}`));
        const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
        resolve({ headers: new Headers(given), body: Buffer.concat(chunks) });
      });
    });
    asking.on("error", reject);
    asking.end();
  });
}

function report(rounds: Rounds, bytes: number): void {
  const lines = kinds.flatMap((kind, at) => {
    const taken = rounds[at] ?? [];
    const of = (pick: (one: Measured) => number) => ({
      ours: median(taken.map(({ ours }) => pick(ours))),
      peer: median(taken.map(({ peer }) => pick(peer))),
    });
    const rate = of((one) => one.rate);
    const cpu = of((one) => one.cpu);
    const rateShare = median(taken.map(({ ours, peer }) => ours.rate / peer.rate));
    const cpuShares = taken.map(({ ours, peer }) => peer.cpu / ours.cpu);
    const cpuShare = median(cpuShares);
    return [
      {
        what: `${kind.what}: requests a second`,
        ours: rate.ours.toFixed(0),
        peer: rate.peer.toFixed(0),
        ratio: `${rateShare.toFixed(2)} ×`,
        ...(kind.rateLimit === undefined ? {} : { limit: `≥ ${kind.rateLimit}`, within: rateShare >= kind.rateLimit }),
      },
      {
        what: "  CPU a request; ratio: peer's to ours",
        ours: `${cpu.ours.toFixed(1)} µs`,
        peer: `${cpu.peer.toFixed(1)} µs`,
        ratio: `${cpuShare.toFixed(2)} ×`,
        ...(kind.cpuLimit === undefined
          ? {}
          : { limit: `≥ ${kind.cpuLimit}`, within: cpuShare >= kind.cpuLimit && Math.min(...cpuShares) >= 0.3 }),
      },
    ];
  });
  printTable(`Phone page, ${bytes} B of brotli; peer: nginx with the same bytes; median of ${ROUNDS} rounds`, lines);
}
