// A visitor of one page, many times over: the same request on kept connections or on new ones, counted by the length of the answer.
// A process of its own; a library's client would be slower than nginx and flatter whoever is compared with it. Started by page.ts.
import { connect, type Socket } from "node:net";
import { answerQuestions } from "./programs.ts";
import { quantile } from "./table.ts";

export interface Load {
  readonly port: number;
  /** Whole request, head and blank line. */
  readonly request: string;
  /** As many as this, or as long as `seconds`. */
  readonly requests: number;
  readonly seconds?: number;
  readonly connections: number;
  /** One request a connection. */
  readonly newEach: boolean;
}

export interface Loaded {
  readonly seconds: number;
  readonly status: number;
  /** Bytes of one answer; every one had as many. */
  readonly answerBytes: number;
  readonly answers: number;
  /** Milliseconds within which 99 of 100 were answered, connecting included where each has its own. */
  readonly p99: number;
  /** Kept connections that were closed before an answer began, and opened anew. */
  readonly hungUp: number;
}

/** In a request: ten characters made up anew each time. */
const RANDOM = "@@@@@@@@@@";

async function load(how: Load): Promise<Loaded> {
  const { status, length } = await lengthOf(how);
  const fixed = Buffer.from(how.request);
  const request = how.request.includes(RANDOM)
    ? () => Buffer.from(how.request.replace(RANDOM, () => Math.random().toFixed(12).slice(2, 12)))
    : () => fixed;
  let left = how.requests;
  const begun = performance.now();
  const until = how.seconds === undefined ? Number.POSITIVE_INFINITY : begun + how.seconds * 1000;
  const waits: number[] = [];
  let hungUp = 0;
  const visits: Visits = {
    next() {
      left -= 1;
      return left >= 0 && performance.now() < until ? request() : null;
    },
    answered: (since) => void waits.push(performance.now() - since),
    hungUp() {
      hungUp += 1;
      return hungUp;
    },
  };
  const workers = Array.from({ length: how.connections }, () =>
    how.newEach ? renew(how.port, length, visits) : keep(how.port, length, visits),
  );
  await Promise.all(workers);
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, status, answerBytes: length, answers: waits.length, p99: quantile(waits, 0.99), hungUp };
}

interface Visits {
  /** The next request; null when there were enough. */
  next(): Buffer | null;
  answered(since: number): void;
  /** How often so far. */
  hungUp(): number;
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

/** Asks on one connection, the next as soon as the last is answered. Hung up on before an answer began, it opens another, as browsers do. */
function keep(port: number, length: number, visits: Visits): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = (first: Buffer | null): void => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      let asked = first;
      let bytes = 0;
      let since = 0;
      const send = () => {
        since = performance.now();
        if (asked === null) socket.end();
        else socket.write(asked);
      };
      socket.on("connect", send);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        if (bytes > 0) reject(new Error("an answer was cut short"));
        else if (asked === null) resolve();
        else if (visits.hungUp() > MOST_HUNG_UP) reject(new Error("the server keeps hanging up"));
        else open(asked);
      });
      socket.on("data", (chunk) => {
        bytes += chunk.length;
        if (bytes < length) return;
        if (bytes > length) reject(new Error("an answer was longer than the first"));
        bytes = 0;
        visits.answered(since);
        asked = visits.next();
        send();
      });
    };
    open(visits.next());
  });
}

const MOST_HUNG_UP = 10_000;

async function renew(port: number, length: number, visits: Visits): Promise<void> {
  for (let request = visits.next(); request !== null; request = visits.next()) {
    const since = performance.now();
    await once(port, request, length);
    visits.answered(since);
  }
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
