// A visitor of one page, many times over: the same request on kept connections or on new ones, counted by the length of the answer.
// A process of its own; a library's client would be slower than nginx and flatter whoever is compared with it. Started by page.ts.
import { connect, type Socket } from "node:net";
import { answerQuestions } from "./programs.ts";

export interface Load {
  readonly port: number;
  /** Whole request, head and blank line. */
  readonly request: string;
  readonly requests: number;
  readonly connections: number;
  /** One request a connection. */
  readonly newEach: boolean;
}

export interface Loaded {
  readonly seconds: number;
  readonly status: number;
  /** Bytes of one answer; every one had as many. */
  readonly answerBytes: number;
}

async function load(how: Load): Promise<Loaded> {
  const { status, length } = await lengthOf(how);
  const request = Buffer.from(how.request);
  let left = how.requests;
  const begun = performance.now();
  const take = () => {
    left -= 1;
    return left >= 0;
  };
  const workers = Array.from({ length: how.connections }, () =>
    how.newEach ? renew(how.port, request, length, take) : keep(how.port, request, length, take),
  );
  await Promise.all(workers);
  return { seconds: (performance.now() - begun) / 1000, status, answerBytes: length };
}

/** One request, alone: its status and how long the whole answer is. */
function lengthOf({ port, request }: Load): Promise<{ status: number; length: number }> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => socket.write(request));
    let bytes = 0;
    let first = "";
    let timer: NodeJS.Timeout | undefined;
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      first ||= chunk.toString("latin1", 0, 20);
      bytes += chunk.length;
      clearTimeout(timer);
      timer = setTimeout(() => {
        socket.destroy();
        resolve({ status: Number(first.split(" ")[1]), length: bytes });
      }, 100);
    });
  });
}

/** Asks on one connection, the next as soon as the last is answered. */
function keep(port: number, request: Buffer, length: number, take: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let bytes = 0;
    const next = () => (take() ? void socket.write(request) : void socket.end());
    socket.on("connect", next);
    socket.on("error", reject);
    socket.on("close", () => (bytes === 0 ? resolve() : reject(new Error("an answer was cut short"))));
    socket.on("data", (chunk) => {
      bytes += chunk.length;
      if (bytes < length) return;
      if (bytes > length) reject(new Error("an answer was longer than the first"));
      bytes = 0;
      next();
    });
  });
}

async function renew(port: number, request: Buffer, length: number, take: () => boolean): Promise<void> {
  while (take()) await once(port, request, length);
}

function once(port: number, request: Buffer, length: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true }, () => socket.write(request));
    let bytes = 0;
    socket.on("error", reject);
    socket.on("data", (chunk) => (bytes += chunk.length));
    socket.on("close", () => (bytes === length ? resolve() : reject(new Error(`${bytes} bytes of ${length}`))));
  });
}

answerQuestions((how: Load) => load(how));
