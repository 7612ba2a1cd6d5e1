// Twenty displays that read nothing while a hundred states of 200 kB are sent to all: what that costs the memory of the real server, beside a bare
// Socket.IO server that sends to each socket of its own. Called by lobbyStalled.ts.
import { setTimeout as wait } from "node:timers/promises";
import type { Program } from "./programs.ts";
import type { HouseState } from "./serveHouse.ts";
import type { LightSocket } from "./webSocket.ts";
import { openWebSocket } from "./webSocket.ts";

const STALLED = 20;

/** Bytes by which the server grew. @param push sends one state to every display */
export async function growthWithStalled(
  server: Program,
  port: number,
  watch: string | null,
  push: () => Promise<unknown>,
  pushes: number,
): Promise<number> {
  const displays: LightSocket[] = [];
  for (let n = 0; n < STALLED; n += 1) displays.push(await stalledDisplay(port, watch));
  const before = (await server.ask<HouseState>({})).memory;
  let most = before;
  for (let n = 0; n < pushes; n += 1) {
    await push();
    if (n % 10 === 9) most = Math.max(most, (await server.ask<HouseState>({})).memory);
  }
  await wait(500);
  most = Math.max(most, (await server.ask<HouseState>({})).memory);
  for (const display of displays) display.close();
  return most - before;
}

async function stalledDisplay(port: number, watch: string | null): Promise<LightSocket> {
  let socket: LightSocket | undefined;
  let greeted = false;
  let ready: () => void = () => undefined;
  const watching = new Promise<void>((resolve) => (ready = resolve));
  const greet = () => {
    if (!greeted && socket !== undefined) socket.send("40");
    greeted ||= socket !== undefined;
  };
  socket = await openWebSocket(port, "/socket.io/?EIO=4&transport=websocket", (text) => {
    const kind = text.toString("latin1", 0, 2);
    if (kind.startsWith("0")) greet();
    else if (kind === "40" && watch !== null) socket?.send(`420["watch",${watch}]`);
    else if (kind === "40" || kind === "43") ready();
  });
  greet();
  await watching;
  socket.pause();
  return socket;
}
