// Proves that no fault of network or server takes content from a display, and that it corrects itself. [N1][N2][N3]
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBoard } from "../../kiosk/board.ts";
import { createClock } from "../../kiosk/clock.ts";
import { type Connection, type ConnectionSettings, openConnection } from "../../kiosk/connection.ts";
import { BEAT_EVERY } from "../../server/domain/display.ts";
import { aBeat } from "./aBeat.ts";
import { type BoardServer, type Fault, type SocketFault, startBoardServer } from "./boardServer.ts";
import { codeNumber, numbered } from "./buildPosting.ts";

const stops: (() => void | Promise<void>)[] = [];
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => undefined));
afterEach(async () => {
  while (stops.length > 0) await stops.pop()?.();
});

async function serve(settings: Parameters<typeof startBoardServer>[0] = {}): Promise<BoardServer> {
  const server = await startBoardServer({ postings: [numbered(1)], ...settings });
  stops.push(() => server.stop());
  return server;
}

interface Timing {
  readonly check?: number;
  readonly retry?: number;
  readonly patience?: number;
  readonly office?: string;
}

function display(origin: string, timing: Timing = {}, own: Partial<ConnectionSettings> = {}) {
  const board = createBoard();
  const clock = createClock(null);
  const connection: Connection = openConnection({
    origin,
    office: timing.office ?? "lecce",
    board,
    clock,
    client: null,
    lastContact: null,
    ...own,
    timing: {
      check: () => timing.check ?? 60_000,
      retry: () => timing.retry ?? 50,
      patience: timing.patience ?? 1_000,
    },
  });
  stops.push(() => connection.stop());
  const shows = () => [...(board.current.value?.postings.keys() ?? [])].sort();
  return { board, clock, connection, shows };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 });
const only = (...numbers: number[]) => numbers.map(codeNumber).sort();

describe("connection", () => {
  it("takes the board on start and each push after it", async () => {
    const server = await serve();
    const { shows, connection } = display(server.origin);
    await until(() => expect(shows()).toEqual(only(1)));
    await until(() => expect(server.sockets()).toBe(1));
    await until(() => expect(connection.client.value?.publicUrl).toBe("https://bacheca.example.org"));
    await settled(server, shows);
    server.put(numbered(3));
    await until(() => expect(shows()).toContain(codeNumber(3)));
    server.remove(codeNumber(3));
    await until(() => expect(shows()).not.toContain(codeNumber(3)));
    const questions = server.asked.length;
    server.put(numbered(4));
    await until(() => expect(shows()).toContain(codeNumber(4)));
    expect(server.asked.length).toBe(questions);
  });

  it("pulls what a lost push took away", async () => {
    const server = await serve();
    const { shows } = display(server.origin);
    await settled(server, shows);
    server.quietly(() => void server.put(numbered(5)));
    server.put(numbered(6));
    await until(() => expect(shows()).toEqual(expect.arrayContaining(only(5, 6))));
  });

  it("[N2] corrects itself by HTTP while the socket says nothing", async () => {
    const server = await serve();
    server.socketFault = "mute";
    const { shows } = display(server.origin, { check: 100 });
    await until(() => expect(shows()).toEqual(only(1)));
    server.put(numbered(2));
    server.remove(codeNumber(1));
    await until(() => expect(shows()).toEqual(only(2)));
  });

  it.each<Fault>(["html", "500", "401", "403", "404", "truncated", "otherJson", "hang"])(
    "lobby 11: keeps its content through %s, and goes on when it is over [N1]",
    async (fault) => {
      const server = await serve();
      // Only what is asked over HTTP can bring the news.
      server.socketFault = "mute";
      const { shows, connection } = display(server.origin, { check: 40, patience: 150 });
      await until(() => expect(shows()).toEqual(only(1)));
      server.fault = fault;
      // An answer under way when the fault began still counts as contact.
      const begun = server.asked.length;
      await until(() => expect(server.asked.length).toBeGreaterThan(begun + 1));
      const contact = connection.lastContact.value;
      const questions = server.asked.length;
      server.remove(codeNumber(1));
      server.put(numbered(2));
      await until(() => expect(server.asked.length).toBeGreaterThan(questions + 2));
      expect(shows()).toEqual(only(1));
      expect(connection.lastContact.value).toBe(contact);
      server.fault = "none";
      await until(() => expect(shows()).toEqual(only(2)));
      expect(connection.lastContact.value).toBeGreaterThan(contact as number);
    },
  );

  it.each<Fault>(["html", "500", "401", "403", "404", "truncated", "otherJson"])(
    "lobby 11: %s in answer to its heartbeat is no word of staff: it stays paired, and what hangs stays",
    async (fault) => {
      const { server, shows, unpaired, beat } = await paired();
      server.fault = fault;
      const asked = () => server.asked.filter((path) => path.endsWith("/display/beat")).length;
      const before = asked();
      beat();
      await until(() => expect(asked()).toBeGreaterThan(before));
      server.fault = "none";
      beat();
      await until(() => expect(asked()).toBeGreaterThan(before + 1));
      expect(unpaired).toEqual([]);
      expect(shows()).toEqual(only(1));
    },
  );

  it("lobby 11: a server that has forgotten it is told of, and what hangs stays", async () => {
    const { server, shows, unpaired, beat } = await paired();
    server.forgot = true;
    beat();
    await until(() => expect(unpaired).toEqual(["unknown"]));
    expect(shows()).toEqual(only(1));
    server.put(numbered(2));
    await until(() => expect(shows()).toEqual(only(1, 2)));
  });

  it.each<SocketFault>(["noAck", "refuse", "oddAnswer"])(
    "[N1] keeps its content and tries again when watch is answered by %s",
    async (fault) => {
      const server = await serve();
      server.socketFault = fault;
      const { shows } = display(server.origin, { patience: 150 });
      await until(() => expect(shows()).toEqual(only(1)));
      server.socketFault = "none";
      await settled(server, shows);
    },
  );

  it("says that the server does not know its office", async () => {
    const server = await serve();
    const { board, connection } = display(server.origin, { check: 30, office: "altrove" });
    await until(() => expect(server.asked.length).toBeGreaterThan(3));
    await until(() => expect(connection.officeUnknown.value).toBe(true));
    expect(board.current.value).toBeNull();
  });

  it("[N3] picks up after the server died and came back, with what changed meanwhile", async () => {
    const first = await serve();
    const { shows } = display(first.origin);
    await settled(first, shows);
    await first.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(shows()).toContain(codeNumber(1));
    const second = await serve({ port: first.port, revision: 7_000, postings: [numbered(8)] });
    await until(() => expect(shows()).toContain(codeNumber(8)));
    second.put(numbered(9));
    await until(() => expect(shows()).toContain(codeNumber(9)));
  });

  it("takes the whole board of a restored server, and its time", async () => {
    const server = await serve();
    const { shows, clock } = display(server.origin, { check: 50 });
    await settled(server, shows);
    server.skew = 3 * 3_600_000;
    server.restore("e2", [numbered(4)]);
    await until(() => expect(shows()).toEqual(only(4)));
    expect(clock.now() - Date.now()).toBeGreaterThan(2.9 * 3_600_000);
  });
});

/** A paired display without a socket; `beat` lets ten seconds pass for its heartbeat alone. */
async function paired() {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  stops.push(() => void vi.useRealTimers());
  const server = await serve();
  server.socketFault = "blocked";
  const unpaired: string[] = [];
  const { board, clock, shows } = display(
    server.origin,
    { check: 100 },
    { token: "d-token", beat: aBeat, onUnpaired: (why) => void unpaired.push(why) },
  );
  await until(() => expect(shows()).toEqual(only(1)));
  return { server, board, clock, shows, unpaired, beat: () => vi.advanceTimersByTime(BEAT_EVERY) };
}

/** The socket watches: a push arrives. */
async function settled(server: BoardServer, shows: () => string[]) {
  await until(() => {
    server.put(numbered(90));
    expect(shows()).toContain(codeNumber(90));
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
}
