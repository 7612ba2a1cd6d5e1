// Answers finished pages before Node's HTTP server takes a connection over: one look-up and one write for what most readers ask. Called by app.ts.
// [PF1] Only bytes that are exactly one plain GET of a finished page are answered here. With anything else the connection goes to the HTTP server,
// bytes included, for good. [PF2] The answer is the same, byte for byte, as the HTTP server's. [PF3] Who does not read is not read from;
// who is silent is hung up on. [PF4] Only so many are answered in one turn of the loop, first come first served; all else (staff, displays)
// has its turn in between: a loop that finds two thousand sockets ready would come to nothing else for seconds.
import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { OnTheWire, PageBytes } from "./pageBytes.ts";
import { pageOnTheWire } from "./pageBytes.ts";
import type { PlainGet } from "./plainGet.ts";
import { plainGet } from "./plainGet.ts";

export interface PeekFront {
  /** Hangs up on the connections still here; new ones go to the HTTP server. */
  close(): void;
}

/** Answers in one turn of the loop: about a millisecond. */
const TURN = 32;

/** A reader whose answer waits for the next turn. */
interface Waiting {
  readonly wire: OnTheWire;
  /** Hung up on after this. */
  readonly last: boolean;
  /** Sent more before being answered; it is not read until then. */
  more: boolean;
}

/** Seconds for a first request, and for taking an answer: as long as the HTTP server gives for a head. */
const PATIENCE = 60;

export function createPeekFront(server: Server, find: (asked: PlainGet) => PageBytes | undefined): PeekFront {
  const takeOver = server.listeners("connection") as ((socket: Socket) => void)[];
  server.removeAllListeners("connection");
  /** Connections that have asked nothing but finished pages, and the second in which they are given up. */
  const here = new Map<Socket, number>();
  /** In the order in which they came. */
  const waiting = new Map<Socket, Waiting>();
  let left = TURN;
  let isTurnOver = true;
  const keep = Math.floor(server.keepAliveTimeout / 1000);
  let second = 0;
  let closed = false;
  let date = stampOf(keep);

  const clock = setInterval(() => {
    second += 1;
    date = stampOf(keep);
    for (const [socket, until] of here) if (until < second) socket.destroy();
  }, 1000);
  clock.unref();

  function handOver(socket: Socket, bytes?: Buffer): void {
    here.delete(socket);
    socket.off("data", peek).off("end", end).off("error", fail).off("close", forget).off("drain", goOn);
    // As `server.emit("connection", socket)`, the documented way to hand a connection in, without meeting ourselves again.
    for (const listener of takeOver) listener.call(server, socket);
    if (bytes !== undefined) socket.emit("data", bytes);
  }

  function peek(this: Socket, bytes: Buffer): void {
    const before = waiting.get(this);
    if (before !== undefined) {
      before.more = true;
      this.pause();
      this.unshift(bytes);
      return;
    }
    const asked = plainGet(bytes);
    const page = asked === null ? undefined : find(asked);
    if (asked === null || page === undefined) {
      handOver(this, bytes);
      return;
    }
    const wire = pageOnTheWire(page, asked.accepts, asked.ifNoneMatch);
    if (left > 0) answer(this, wire, asked.last, false);
    else waiting.set(this, { wire, last: asked.last, more: false });
  }

  function answer(socket: Socket, { head, body }: OnTheWire, last: boolean, more: boolean): void {
    left -= 1;
    if (isTurnOver) {
      isTurnOver = false;
      setImmediate(nextTurn);
    }
    if (date.at !== Math.floor(Date.now() / 1000)) date = stampOf(keep);
    if (last) {
      socket.end(head + date.closing + body, "latin1");
      here.set(socket, second + PATIENCE);
      return;
    }
    const goesOn = socket.write(head + date.keeping + body, "latin1");
    if (!goesOn) socket.pause();
    else if (more) socket.resume();
    here.set(socket, second + (socket.writableLength === 0 ? keep : PATIENCE) + 1);
  }

  function nextTurn(): void {
    isTurnOver = true;
    left = TURN;
    answerWaiting();
  }

  function answerWaiting(): void {
    for (const [socket, { wire, last, more }] of waiting) {
      if (left <= 0) break;
      waiting.delete(socket);
      answer(socket, wire, last, more);
    }
  }

  function end(this: Socket): void {
    const before = waiting.get(this);
    waiting.delete(this);
    if (before !== undefined) answer(this, before.wire, before.last, before.more);
    this.end();
  }
  function fail(this: Socket): void {
    this.destroy();
  }
  function forget(this: Socket): void {
    here.delete(this);
    waiting.delete(this);
  }
  function goOn(this: Socket): void {
    here.set(this, second + keep + 1);
    this.resume();
  }

  server.on("connection", (socket: Socket) => {
    if (closed) return handOver(socket);
    here.set(socket, second + PATIENCE);
    socket.on("data", peek).on("end", end).on("error", fail).on("close", forget).on("drain", goOn);
  });

  return {
    close() {
      closed = true;
      clearInterval(clock);
      left = Number.POSITIVE_INFINITY;
      answerWaiting();
      for (const socket of here.keys()) {
        if (socket.writableLength === 0) socket.destroy();
        else socket.end();
      }
    },
  };
}

/** What Node's HTTP server writes last in a head. */
function stampOf(keep: number) {
  const now = Date.now();
  const date = `Date: ${new Date(now).toUTCString()}\r\nConnection: `;
  return {
    at: Math.floor(now / 1000),
    keeping: `${date}keep-alive\r\nKeep-Alive: timeout=${keep}\r\n\r\n`,
    closing: `${date}close\r\n\r\n`,
  };
}
