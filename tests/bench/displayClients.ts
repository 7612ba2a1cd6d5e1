// A thousand displays as seen by the network: they connect, watch a board and note when a change arrives. A process of its own.
// Started by displays.ts; speaks the Socket.IO protocol, or plain WebSocket for the peer.

import { setTimeout as wait } from "node:timers/promises";
import { answerQuestions } from "./programs.ts";
import type { LightSocket } from "./webSocket.ts";
import { openWebSocket } from "./webSocket.ts";

export interface Connect {
  readonly port: number;
  readonly count: number;
  /** Null: plain WebSocket, nothing to watch. */
  readonly office: string | null;
  /** What each holds already; null: nothing. */
  readonly have?: { readonly epoch: string; readonly revision: number } | null;
  /** Milliseconds over which they come, each at a time of its own; 0: all at the same instant. Absent: some at a time, for those who only need them there. */
  readonly spread?: number;
}

/** Wait until every display has got a message with these words. */
export interface Expect {
  readonly mark: string;
}

export interface Arrivals {
  /** Milliseconds since 1970, one for each display. */
  readonly at: readonly number[];
  readonly bytesEach: number;
}

const PATIENCE_MS = 10_000;
const AT_ONCE = 50;

let sockets: LightSocket[] = [];
let mark: Buffer = Buffer.alloc(0);
let arrivals: number[] = [];
let bytesBefore = 0;
let allArrived: () => void = () => undefined;

export const now = (): number => performance.timeOrigin + performance.now();

function noteArrival(text: Buffer): void {
  if (mark.length === 0 || !text.includes(mark)) return;
  arrivals.push(now());
  if (arrivals.length === sockets.length) allArrived();
}

async function openDisplay(port: number, office: string, have: Connect["have"] = null): Promise<LightSocket> {
  let watching: () => void = () => undefined;
  const watched = new Promise<void>((resolve) => (watching = resolve));
  let socket: LightSocket | undefined;
  let greeted = false;
  const greet = () => {
    if (!greeted && socket !== undefined) socket.send("40");
    greeted ||= socket !== undefined;
  };
  socket = await openWebSocket(port, "/socket.io/?EIO=4&transport=websocket", (text) => {
    const kind = text.toString("latin1", 0, 2);
    if (kind === "42") noteArrival(text);
    else if (kind === "2") socket?.send("3");
    else if (kind.startsWith("0")) greet();
    else if (kind === "40") socket?.send(`420["watch",${JSON.stringify({ office, have })}]`);
    else if (kind === "43" && text.includes('"ok":true')) watching();
  });
  greet();
  await watched;
  return socket;
}

type Question = Connect | Expect | "arrivals" | "received" | { readonly close: true };

async function answer(question: Question): Promise<unknown> {
  if (question === "arrivals") return waitForAll();
  if (question === "received") return totalBytes() / sockets.length;
  if ("close" in question) {
    for (const socket of sockets) socket.close();
    sockets = [];
    return null;
  }
  if ("mark" in question) {
    mark = Buffer.from(question.mark);
    arrivals = [];
    bytesBefore = totalBytes();
    return null;
  }
  const { port, count, office, have = null, spread } = question;
  if (spread !== undefined && office !== null) return comeBack(port, count, office, have, spread);
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - sockets.length) }, () =>
      office === null ? openWebSocket(port, "/", noteArrival) : openDisplay(port, office),
    );
    sockets.push(...(await Promise.all(some)));
  }
  return sockets.length;
}

/** As displays that lost their server: each tries until it is let in. Resolves to how many tries each took, on average. */
async function comeBack(
  port: number,
  count: number,
  office: string,
  have: Connect["have"],
  spread: number,
): Promise<number> {
  let tries = 0;
  const one = async (n: number): Promise<LightSocket> => {
    await wait((spread * n) / count);
    for (;;) {
      tries += 1;
      const socket = await openDisplay(port, office, have).catch(() => null);
      if (socket !== null) return socket;
      await wait(200 + Math.random() * 800);
    }
  };
  sockets = await Promise.all(Array.from({ length: count }, (_, n) => one(n)));
  return tries / count;
}

const totalBytes = (): number => sockets.reduce((sum, { received }) => sum + received, 0);

async function waitForAll(): Promise<Arrivals> {
  if (arrivals.length < sockets.length) {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      new Promise<void>((resolve) => (allArrived = resolve)),
      new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS))),
    ]);
    clearTimeout(timer);
  }
  return { at: arrivals, bytesEach: (totalBytes() - bytesBefore) / sockets.length };
}

answerQuestions(({ ask }: { ask: Parameters<typeof answer>[0] }) => answer(ask));
