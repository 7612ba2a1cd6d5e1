// The server killed under two thousand displays and started again: until all are current, coming back over five seconds and all at once. Called by lobby.ts.
import type { BoardAnswer } from "../../server/domain/httpContract.ts";
import { DISPLAYS, type Lobby, OFFICE, signIn } from "./lobbyHouse.ts";
import { processorMs } from "./processorTime.ts";
import type { Program } from "./programs.ts";
import type { HouseState } from "./serveHouse.ts";
import { type Line, ms, printTable } from "./table.ts";

/** As the displays' own: retryDelay.ts, first attempt. */
const SPREAD_MS = 5_000;

export async function stormPart({ port, clients, server, killed }: Lobby): Promise<void> {
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
  const thousand = (spread.cpu * 1000) / DISPLAYS;
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
    {
      what: "server CPU for a thousand to come back (lobby 5)",
      ours: ms(thousand),
      limit: "2000 ms",
      within: thousand <= 2_000,
    },
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
