// What a thousand displays cost in memory: the server's resident size before they come and once they all watch. Called by lobby.ts. (lobby 40)
import { setTimeout as wait } from "node:timers/promises";
import { type Lobby, OFFICE } from "./lobbyHouse.ts";
import type { HouseState } from "./serveHouse.ts";
import { printTable } from "./table.ts";

const THOUSAND = 1000;
/** Longer than the server takes to make ready what it makes ready beforehand. */
const SETTLED_MS = 15_000;
/** Several of their heartbeats. */
const WATCHING_MS = 10_000;
const MOST = 150;

export async function memoryPart({ port, clients, server }: Lobby): Promise<void> {
  const mebibytes = async () => (await server().ask<HouseState>({})).memory / 2 ** 20;
  await wait(SETTLED_MS);
  const before = await mebibytes();
  await clients.ask({ ask: { port, count: THOUSAND, office: OFFICE } });
  await wait(WATCHING_MS);
  const after = await mebibytes();
  const size = (many: number) => `${many.toFixed(0)} MiB`;
  printTable(`Lobby, memory: one process, embedded database, demonstration, ${THOUSAND} displays`, [
    { what: "the server with nobody, all made ready", ours: size(before) },
    { what: "the displays", ours: size(after - before) },
    { what: "the server with all of them", ours: size(after), limit: size(MOST), within: after <= MOST },
  ]);
}
