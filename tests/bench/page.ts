// A posting's phone page from the running server, beside nginx serving the same bytes from a file: kept connections, answers "not modified",
// and a new connection for each request as a scanned code makes. Fresh processes each round, in alternating order. Called by run.ts.
import { request as httpRequest } from "node:http";
import { startBenchHouse } from "./house.ts";
import type { Loaded } from "./httpLoad.ts";
import { findNginx, startNginx } from "./nginx.ts";
import { processorMs } from "./processorTime.ts";
import type { Program } from "./programs.ts";
import { LOAD_CORE, startProgram } from "./programs.ts";
import type { Line } from "./table.ts";
import { median, ms, printTable } from "./table.ts";

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

interface Kind {
  readonly what: string;
  readonly status: number;
  readonly connections: number;
  readonly requests: number;
  readonly notModified?: boolean;
  readonly newEach?: boolean;
  /** Parameters that whoever passed the address on has added, other ones each time. */
  readonly tracked?: boolean;
  /** Peer's to ours. */
  readonly cpuLimit?: number;
  /** Ours to the peer's; of a tracked address, to our own plain one. */
  readonly rateLimit?: number;
  /** Ours to the peer's, at most. */
  readonly p99Limit?: number;
}

const kinds: readonly Kind[] = [
  { what: "page, kept connections", status: 200, connections: 64, requests: 60_000, cpuLimit: 0.45 },
  {
    what: "not modified, kept connections",
    status: 304,
    connections: 64,
    requests: 60_000,
    notModified: true,
    cpuLimit: 0.4,
  },
  { what: "page, new connection each", status: 200, connections: 16, requests: 8000, newEach: true, rateLimit: 0.4 },
  { what: "page, 1,000 connections", status: 200, connections: 1000, requests: 40_000, p99Limit: 3 },
  {
    what: "page, random tracking parameters",
    status: 200,
    connections: 64,
    requests: 60_000,
    tracked: true,
    rateLimit: 0.8,
  },
];
const PLAIN = 0;

interface Measured {
  readonly rate: number;
  /** Microseconds of processor time a request. */
  readonly cpu: number;
  readonly p99: number;
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
  kind: Kind,
): Promise<Measured> {
  const { headers } = await fetchAsSent(port, path);
  const fields = {
    Host: `127.0.0.1:${port}`,
    Connection: kind.newEach ? "close" : "keep-alive",
    ...PHONE,
    ...(kind.notModified ? { "If-None-Match": headers.get("etag") ?? "" } : {}),
  };
  const address = kind.tracked ? `${path}?fbclid=@@@@@@@@@@&utm_source=poster` : path;
  const request = `GET ${address} HTTP/1.1\r\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")}\r\n`;
  const how = { port, request, connections: kind.connections, newEach: kind.newEach ?? false };
  await load.ask<Loaded>({ ...how, requests: kind.newEach ? 2000 : 20_000 });
  const before = processorMs([pid]);
  const { seconds, status, p99 } = await load.ask<Loaded>({ ...how, requests: kind.requests });
  if (status !== kind.status) throw new Error(`${path} on ${port}: ${status} instead of ${kind.status}`);
  return { rate: kind.requests / seconds, cpu: ((processorMs([pid]) - before) * 1000) / kind.requests, p99 };
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
  const plain = (rounds[PLAIN] ?? []).map(({ ours }) => ours);
  const lines = kinds.flatMap((kind, at): Line[] => {
    const taken = rounds[at] ?? [];
    const of = (pick: (one: Measured) => number) => ({
      ours: median(taken.map(({ ours }) => pick(ours))),
      peer: median(taken.map(({ peer }) => pick(peer))),
    });
    const [rate, cpu, p99] = [of((one) => one.rate), of((one) => one.cpu), of((one) => one.p99)];
    const rateShares = kind.tracked
      ? taken.map(({ ours }, round) => ours.rate / (plain[round]?.rate ?? Number.NaN))
      : taken.map(({ ours, peer }) => ours.rate / peer.rate);
    const cpuShares = taken.map(({ ours, peer }) => peer.cpu / ours.cpu);
    const p99Share = median(taken.map(({ ours, peer }) => ours.p99 / peer.p99));
    return [
      {
        what: kind.tracked
          ? `${kind.what}: requests a second; ratio: to the plain address`
          : `${kind.what}: requests a second`,
        ours: rate.ours.toFixed(0),
        peer: rate.peer.toFixed(0),
        ratio: `${median(rateShares).toFixed(2)} ×`,
        ...limited(
          kind.rateLimit,
          (limit) => `≥ ${limit}`,
          (limit) => median(rateShares) >= limit,
        ),
      },
      {
        what: "  CPU a request; ratio: peer's to ours",
        ours: `${cpu.ours.toFixed(1)} µs`,
        peer: `${cpu.peer.toFixed(1)} µs`,
        ratio: `${median(cpuShares).toFixed(2)} ×`,
        ...limited(
          kind.cpuLimit,
          (limit) => `≥ ${limit}`,
          (limit) => median(cpuShares) >= limit && Math.min(...cpuShares) >= 0.3,
        ),
      },
      ...(kind.p99Limit === undefined
        ? []
        : [
            {
              what: "  99 of 100 answered within",
              ours: ms(p99.ours),
              peer: ms(p99.peer),
              ratio: `${p99Share.toFixed(2)} ×`,
              ...limited(
                kind.p99Limit,
                (limit) => `≤ ${limit}`,
                (limit) => p99Share <= limit,
              ),
            },
          ]),
    ];
  });
  printTable(`Phone page, ${bytes} B of brotli; peer: nginx with the same bytes; median of ${ROUNDS} rounds`, lines);
}

const limited = (
  limit: number | undefined,
  written: (limit: number) => string,
  isKept: (limit: number) => boolean,
): Pick<Line, "limit" | "within"> => (limit === undefined ? {} : { limit: written(limit), within: isKept(limit) });
