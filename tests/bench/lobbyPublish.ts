// A publication to two thousand displays, beside bare `ws` that sends the same words in the same run. Called by lobby.ts.
import { setTimeout as wait } from "node:timers/promises";
import type { BoardAnswer, PostingAnswer } from "../../server/domain/httpContract.ts";
import type { Arrivals } from "./displayClients.ts";
import { type Desk, DISPLAYS, type Lobby, OFFICE, signIn } from "./lobbyHouse.ts";
import { measurePeer, type Round, roundOf, wordsOf } from "./peerOfDisplays.ts";
import { processorMs } from "./processorTime.ts";
import { type Program, SERVER_CORE, startProgram } from "./programs.ts";
import { type Line, median, ms, printTable } from "./table.ts";

const PUBLISHES = 12;
const WARM_UP = 4;

export async function publishPart({ port, clients, server }: Lobby): Promise<void> {
  const bare = await startProgram("bareWebSockets", SERVER_CORE);
  try {
    await clients.ask({ ask: { port, count: DISPLAYS, office: OFFICE } });
    const desk = await signIn(port);
    const rounds: Published[] = [];
    for (let round = 0; round < PUBLISHES; round += 1) rounds.push(await publish(server(), clients, desk, round));
    const ready = await restOfTheWork(server(), rounds.length);
    await clients.ask({ ask: { close: true } });
    const said = rounds.map(({ words }) => words);
    const peers = await measurePeer(bare, clients, DISPLAYS, said);
    printTable(
      `Lobby, a publication: ${DISPLAYS} displays, server and load on one core each; peer: bare ws in the same run`,
      publishLines(rounds.slice(WARM_UP), peers.slice(WARM_UP), ready),
    );
  } finally {
    await bare.end();
  }
}

interface Published extends Round {
  readonly words: string;
}

async function publish(server: Program, clients: Program, desk: Desk, round: number): Promise<Published> {
  const { postings } = await desk<BoardAnswer>("GET", `/boards/${OFFICE}`);
  const content = postings[(round * 7) % postings.length]?.content;
  if (content === undefined) throw new Error("the demonstration board is empty");
  const { posting } = await desk<PostingAnswer>("POST", "/postings", {
    owner: OFFICE,
    content: { ...content, share: "own", parent: null },
  });
  await clients.ask({ ask: { mark: `"code":"${posting.code}"` } });
  const before = processorMs([server.pid]);
  const arriving = clients.ask<Arrivals>({ ask: "arrivals" });
  const answer = await desk<PostingAnswer>("POST", `/postings/${posting.code}/publish`, { expected: posting.revision });
  const answered = performance.timeOrigin + performance.now();
  const { at, bytesEach } = await arriving;
  const cpu = processorMs([server.pid]) - before;
  if (at.length !== DISPLAYS) throw new Error(`${at.length} of ${DISPLAYS} displays got it`);
  await wait(400);
  const shown = (await desk<BoardAnswer>("GET", `/boards/${OFFICE}`)).postings.find(
    ({ code }) => code === posting.code,
  );
  if (shown === undefined) throw new Error(`${posting.code} is not on the board`);
  const since = answer.posting.published?.publishedAt ?? 0;
  return { ...roundOf(at, since, answered, cpu, bytesEach), words: wordsOf(shown) };
}

/** Pages and the newest posters are made once staff rest: milliseconds of processor a publication, without what an idle server uses. */
async function restOfTheWork(server: Program, publications: number): Promise<number> {
  const before = processorMs([server.pid]);
  await wait(6_000);
  const spent = processorMs([server.pid]) - before;
  const idleFrom = processorMs([server.pid]);
  await wait(6_000);
  return Math.max(0, spent - (processorMs([server.pid]) - idleFrom)) / publications;
}

function publishLines(ours: readonly Published[], peers: readonly Round[], ready: number): Line[] {
  const last = median(ours.map((one) => one.last));
  const bareLast = median(peers.map((one) => one.last));
  const cpu = median(ours.map((one) => one.cpu));
  const bytes = Math.max(...ours.map((one) => one.bytes));
  return [
    {
      what: "the last has a publication, median",
      ours: ms(last),
      peer: ms(bareLast),
      limit: "250 ms",
      within: last <= 250,
    },
    {
      what: "… beside bare ws",
      ours: ms(last),
      peer: ms(bareLast),
      ratio: `${(last / bareLast).toFixed(2)} ×`,
      limit: "2 ×",
      within: last <= 2 * bareLast,
    },
    {
      what: "server CPU until the last has it",
      ours: ms(cpu),
      peer: ms(median(peers.map((one) => one.cpu))),
      limit: "100 ms",
      within: cpu <= 100,
    },
    { what: "… later, pages and posters made ready, a publication of a burst", ours: ms(ready) },
    { what: "bytes a display, largest", ours: `${Math.round(bytes)} B`, limit: "4000 B", within: bytes <= 4000 },
  ];
}
