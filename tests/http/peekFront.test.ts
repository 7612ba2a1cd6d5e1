// The peek front answers before Node's HTTP server: whatever comes over a connection, in whatever pieces, both must send the same bytes.
import { once } from "node:events";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageBytes, sendPage } from "../../server/http/pageBytes.ts";
import type { PeekFront } from "../../server/http/peekFront.ts";
import { createPeekFront } from "../../server/http/peekFront.ts";

const open = pageBytes(`<!doctype html><p>${"città è Straße ".repeat(300)}</p>`, 200);
const closed = pageBytes("<!doctype html><p>chiuso</p>", 410, { Vary: "Accept-Encoding, Accept-Language" });
const finished = new Map([
  ["/o/2B4K7RJ/it", open],
  ["/o/2B4K7RJ/de", closed],
  ["/", open],
]);

function ordinary(): Server {
  return createServer((request, response) => {
    const page = finished.get((request.url ?? "").split("?", 1)[0] as string);
    const reading = request.method === "GET" || request.method === "HEAD";
    if (page !== undefined && reading) sendPage(page, request, response);
    else response.end(`${request.method} ${request.url}`);
  });
}

let behind: Server;
let before: Server;
let front: PeekFront;
let answeredInFront = 0;
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

beforeAll(async () => {
  behind = ordinary();
  before = ordinary();
  front = createPeekFront(before, ({ url }) => {
    const page = finished.get(url.split("?", 1)[0] as string);
    if (page !== undefined) answeredInFront += 1;
    return page;
  });
  await Promise.all([listen(behind), listen(before)]);
});
afterAll(async () => {
  front.close();
  for (const server of [behind, before]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** All that comes back when these pieces are sent one after another and the sending side is then closed. `patient`: each once something has come. */
function talk(server: Server, pieces: readonly Buffer[], patient: boolean, pause: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port: portOf(server), host: "127.0.0.1", noDelay: true });
    const parts: Buffer[] = [];
    socket.on("data", (part) => parts.push(part));
    // Who is hung up on while still sending meets a broken connection; what came before counts.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(Buffer.concat(parts).toString("latin1")));
    socket.on("connect", async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(piece);
        if (patient) await Promise.race([once(socket, "data"), once(socket, "close")]);
        else await new Promise((sent) => setTimeout(sent, pause));
      }
      socket.end();
    });
  });
}

const undated = (answer: string) => answer.replace(/\r\nDate: [^\r]*/g, "");

const REFUSED = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";

/** The HTTP server itself loses the end of an answer when the other side hangs up or errs early: until both have said all, one begins the other. */
async function same(pieces: readonly Buffer[], patient = false): Promise<string> {
  for (let pause = 1; ; pause *= 3) {
    const [theirs, ours] = await Promise.all([
      talk(behind, pieces, patient, pause),
      talk(before, pieces, patient, pause),
    ]);
    const [expected, got] = [undated(theirs), undated(ours)];
    if (got === expected) return ours;
    const [shorter, longer] = got.length < expected.length ? [got, expected] : [expected, got];
    expect(longer.startsWith(shorter), `${got}\n--- the HTTP server:\n${expected}`).toBe(true);
    // Handed over, bytes are parsed in one step: what is not yet sent when an error comes in the same step is lost, as Node does behind TLS.
    if (expected.endsWith(REFUSED)) return ours;
    if (pause > 500) expect(got).toBe(expected);
  }
}

const request = (head: string, headers: readonly string[], body = "") =>
  Buffer.from(`${head}\r\n${headers.map((line) => `${line}\r\n`).join("")}\r\n${body}`, "latin1");
const GET = "GET /o/2B4K7RJ/it HTTP/1.1";

const anyCase = (text: string) =>
  fc.constantFrom(
    text,
    text.toLowerCase(),
    text.toUpperCase(),
    text.replace(/-./g, (one) => one.toLowerCase()),
  );
const field = (name: string, values: readonly string[]) =>
  fc
    .tuple(
      anyCase(name),
      fc.constantFrom(":", ": ", ":\t", ":  "),
      fc.constantFrom(...values),
      fc.constantFrom("", " "),
    )
    .map((parts) => parts.join(""));
const harmless = [
  field("Accept-Encoding", ["br", "gzip", "gzip, deflate, br, zstd", "br;q=0, gzip", "*", "identity", "", "vibrate"]),
  field("If-None-Match", [
    open.plain.etag,
    open.brotli.etag,
    closed.gzip.etag,
    `"x", ${open.gzip.etag}`,
    `W/${open.plain.etag}`,
    '"x"',
    "",
    "*",
  ]),
  field("Accept-Language", ["de", "it-IT,it;q=0.9", ""]),
  field("Connection", ["keep-alive", "close", "Keep-Alive", "keep-alive, Upgrade", "upgrade", ""]),
  field("User-Agent", ["Mozilla/5.0 (Linux; Android 10; K)", "a:b", ""]),
  field("Cookie", ["a=b"]),
  field("Range", ["bytes=0-10"]),
];
const telling = [
  field("Content-Length", ["0", "5", "-1", "5, 5", "abc"]),
  field("Transfer-Encoding", ["chunked", "identity", "chunked, gzip", "xchunked"]),
  field("Upgrade", ["websocket", "h2c"]),
  field("Expect", ["100-continue", "else"]),
  field("Proxy-Connection", ["keep-alive", "close"]),
  field("Keep-Alive", ["timeout=5"]),
  fc.constantFrom(
    " folded",
    "no colon here",
    "Bad Name: x",
    ": empty",
    "X-High: caffè",
    "X-Null: \0",
    "X-Line: a\nb: c",
    "X-Return: a\rb",
    "Host : evil",
    "Host:",
  ),
];
const host = fc.constantFrom(["Host: localhost"], ["host:localhost"], ["Host: a", "Host: b"], []);
const lines = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.constant(["Host: localhost"]) }, { weight: 1, arbitrary: host }),
    fc.array(fc.oneof(...harmless), { maxLength: 4 }),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.oneof(...telling), { maxLength: 2 }) },
    ),
    fc.boolean(),
  )
  .map(([first, more, last, turned]) => (turned ? [...last, ...more, ...first] : [...first, ...more, ...last]));
const start = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      GET,
      "GET /o/2B4K7RJ/de HTTP/1.1",
      "GET / HTTP/1.1",
      "GET /o/2B4K7RJ/it?fbclid=1 HTTP/1.1",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "HEAD /o/2B4K7RJ/it HTTP/1.1",
      "POST /o/2B4K7RJ/it HTTP/1.1",
      "get / HTTP/1.1",
      "GET /unknown HTTP/1.1",
      "GET http://localhost/ HTTP/1.1",
      "GET / HTTP/1.0",
      "GET / HTTP/1.2",
      "GET  / HTTP/1.1",
      "GET /# HTTP/1.1",
      "GET /\\ HTTP/1.1",
      "GET /caffè HTTP/1.1",
      "GET /",
      "\r\nGET / HTTP/1.1",
      "PRI * HTTP/2.0",
      "OPTIONS * HTTP/1.1",
    ),
  },
);
const body = fc.constantFrom(
  "",
  "",
  "",
  "",
  "hello",
  "0\r\n\r\n",
  "5\r\nhello\r\n0\r\n\r\n",
  "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
);
const stream = fc
  .array(
    fc.tuple(start, lines, body).map(([head, headers, rest]) => request(head, headers, rest)),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => Buffer.concat(all));
const asPieces = fc
  .tuple(stream, fc.array(fc.nat(2000), { maxLength: 4 }), fc.boolean())
  .map(([bytes, cuts, whole]): Buffer[] => {
    if (whole) return [bytes];
    const at = [...new Set([0, ...cuts.map((cut) => cut % bytes.length)])].sort((a, b) => a - b);
    return at.map((from, index) => bytes.subarray(from, at[index + 1] ?? bytes.length));
  });
/** Requests each in a piece of its own: what the front sees of well-behaved programs. */
const oneByOne = fc.array(
  fc.tuple(start, lines).map(([head, headers]) => request(head, headers)),
  { minLength: 1, maxLength: 5 },
);

describe("the peek front", () => {
  it("answers as the HTTP server whatever is sent, in whatever pieces [PF1][PF2][PG1]", async () => {
    const cases = fc.sample(fc.oneof(asPieces, oneByOne), { numRuns: 400, seed: 20261126 });
    for (let from = 0; from < cases.length; from += 25)
      await Promise.all(cases.slice(from, from + 25).map((pieces) => same(pieces)));
    expect(answeredInFront, "plain requests were answered in front").toBeGreaterThan(10);
  });

  it("answers a browser's requests itself and the same way, not modified and hanging up included", async () => {
    const browser = ["Host: localhost", "User-Agent: Mozilla/5.0 (X11)", "Accept-Encoding: gzip, deflate, br"];
    const seen = answeredInFront;
    const answer = await same(
      [
        request(GET, browser),
        request(GET, [...browser, `If-None-Match: ${open.brotli.etag}`]),
        request(GET, [...browser, "Connection: close"]),
      ],
      true,
    );
    expect(answer.match(/HTTP\/1\.1 (\d+)/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 304", "HTTP/1.1 200"]);
    expect(answeredInFront - seen).toBe(3);
  });

  it("goes over to the HTTP server in the middle of a connection and loses nothing", async () => {
    const plain = request(GET, ["Host: localhost"]);
    const answer = await same([
      plain,
      Buffer.concat([plain, plain.subarray(0, 30)]),
      plain.subarray(30),
      request("POST /here HTTP/1.1", ["Host: localhost", "Content-Length: 5"], "hello"),
      plain,
    ]);
    expect(answer.split("HTTP/1.1 200 OK").length - 1).toBe(5);
    expect(answer).toContain("POST /here");
  });

  it("a request hidden in another's body is never answered as one", async () => {
    const hidden = request("GET / HTTP/1.1", ["Host: x"]).toString("latin1");
    for (const headers of [
      ["Host: localhost", `Content-Length: ${hidden.length}`],
      ["Host: localhost", `content-length:${hidden.length}`, "Transfer-Encoding: chunked"],
      ["Host: localhost", "Transfer-Encoding : chunked"],
      ["Host: localhost", " Content-Length: 5"],
    ])
      await same([request(GET, headers), Buffer.from(hidden, "latin1")]);
  });

  it("who does not read is not read from, and gets all once reading [PF3]", async () => {
    const socket = connect({ port: portOf(before), host: "127.0.0.1" });
    socket.pause();
    const plain = request(GET, ["Host: localhost"]);
    for (let n = 0; n < 1500; n += 1) {
      socket.write(plain);
      if (n % 20 === 0) await new Promise((sent) => setImmediate(sent));
    }
    let answers = 0;
    let rest = "";
    await new Promise<void>((resolve) => {
      socket.on("data", (part) => {
        const text = rest + part.toString("latin1");
        const found = text.split("HTTP/1.1 200 OK");
        answers += found.length - 1;
        rest = (found.at(-1) as string).slice(-14);
      });
      socket.on("close", () => resolve());
      socket.resume();
      socket.end();
    });
    expect(answers).toBe(1500);
  });
});
