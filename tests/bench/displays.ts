// From one publication to a thousand displays: how long until the last has it, what it costs the server, how many bytes it is;
// beside bare `ws` that sends the same words to as many clients in the same run. Called by run.ts.
import { setTimeout as wait } from "node:timers/promises";
import type { Arrivals } from "./displayClients.ts";
import { OFFICE, startBenchHouse } from "./house.ts";
import { measurePeer, type Round, roundOf, wordsOf } from "./peerOfDisplays.ts";
import { processorMs } from "./processorTime.ts";
import { LOAD_CORE, SERVER_CORE, startProgram } from "./programs.ts";
import { median, ms, printTable, quantile } from "./table.ts";

const DISPLAYS = 1000;
const PUBLISHES = 24;
/** Not counted: code is compiled and the print browser starts. */
const WARM_UP = 4;
/** Longer than the memory waits for a quiet moment (followers/memory). */
const SETTLED_MS = 1000;
/** After a publication: the poster printed in the background is ready by then, and whatever else follows has been sent. */
const PAUSE_MS = 400;

export async function benchDisplays(): Promise<void> {
  const [house, clients, bare] = await Promise.all([
    startBenchHouse(),
    startProgram("displayClients", LOAD_CORE),
    startProgram("bareWebSockets", SERVER_CORE),
  ]);
  try {
    await clients.ask({ ask: { port: house.port, count: DISPLAYS, office: OFFICE } });
    const contents = (await house.board()).map(({ content }) => content);
    const ours: Round[] = [];
    const said: string[] = [];
    for (let n = 0; n < WARM_UP + PUBLISHES; n += 1) {
      const content = contents[(n * 7) % contents.length];
      if (content === undefined) throw new Error("the demonstration board is empty");
      const draft = await house.draft({ ...content, share: "own", parent: null });
      // A person writes for a while before publishing: the memory has filled the draft by then, and its push is not this one's.
      await wait(SETTLED_MS);
      await clients.ask({ ask: { mark: `"code":"${draft.code}"` } });
      const receivedBefore = await clients.ask<number>({ ask: "received" });
      const cpuBefore = processorMs([house.program.pid]);
      const arriving = clients.ask<Arrivals>({ ask: "arrivals" });
      await draft.publish();
      const answered = performance.timeOrigin + performance.now();
      const { at } = await arriving;
      await wait(PAUSE_MS);
      // Whatever came after it counts as well.
      const bytesEach = (await clients.ask<number>({ ask: "received" })) - receivedBefore;
      const posting = (await house.board()).find(({ code }) => code === draft.code);
      if (posting === undefined || at.length !== DISPLAYS)
        throw new Error(`${at.length} of ${DISPLAYS} displays got ${draft.code}`);
      said.push(wordsOf(posting));
      const cpu = processorMs([house.program.pid]) - cpuBefore;
      if (n >= WARM_UP) ours.push(roundOf(at, posting.publishedAt, answered, cpu, bytesEach));
    }
    await clients.ask({ ask: { close: true } });
    const peers = (await measurePeer(bare, clients, DISPLAYS, said)).slice(WARM_UP);
    report(ours, peers);
  } finally {
    await Promise.all([house.end(), clients.end(), bare.end()]);
  }
}

function report(ours: readonly Round[], peers: readonly Round[]): void {
  const [all, bare] = [ours, peers].map((rounds) => rounds.flatMap(({ delays }) => delays)) as [number[], number[]];
  const last = ours.map((round) => round.last);
  const bareLast = peers.map((round) => round.last);
  const ratio = median(last) / median(bareLast);
  const cpu = median(ours.map((round) => round.cpu));
  const bytes = Math.max(...ours.map((round) => round.bytes));
  printTable(
    `Displays: ${ours.length} publications of real postings to ${DISPLAYS} displays, since the commit; peer: bare ws`,
    [
      { what: "half of the displays have it", ours: ms(quantile(all, 0.5)), peer: ms(quantile(bare, 0.5)) },
      { what: "99 of 100 have it", ours: ms(quantile(all, 0.99)), peer: ms(quantile(bare, 0.99)) },
      {
        what: "the last has it, median",
        ours: ms(median(last)),
        peer: ms(median(bareLast)),
        ratio: `${ratio.toFixed(2)} ×`,
        limit: "2.5 ×",
        within: ratio <= 2.5,
      },
      {
        what: "the last has it, worst",
        ours: ms(Math.max(...last)),
        peer: ms(Math.max(...bareLast)),
        limit: "250 ms",
        within: Math.max(...last) <= 250,
      },
      {
        what: "the last has it, since the answer to staff (minus: before it)",
        ours: ms(median(ours.map((round) => round.lastSinceAnswer))),
      },
      {
        what: "server CPU a publication, poster in the background included",
        ours: ms(cpu),
        peer: ms(median(peers.map((round) => round.cpu))),
        limit: "100 ms",
        within: cpu <= 100,
      },
      {
        what: "bytes a display and publication, largest",
        ours: `${Math.round(bytes)} B`,
        peer: `${Math.round(Math.max(...peers.map((round) => round.bytes)))} B`,
        limit: "4000 B",
        within: bytes <= 4000,
      },
    ],
  );
}
