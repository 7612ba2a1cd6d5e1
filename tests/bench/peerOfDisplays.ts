// The peer of whoever measures publications: bare `ws` that sends the same words to as many clients in the same run. Called by displays.ts and lobbyPublish.ts.
import { setTimeout as wait } from "node:timers/promises";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { BareSent } from "./bareWebSockets.ts";
import type { Arrivals } from "./displayClients.ts";
import { processorMs } from "./processorTime.ts";
import type { Program } from "./programs.ts";

const PAUSE_MS = 100;

export interface Round {
  /** Milliseconds from the commit (for the peer: from the first send) to each display. */
  readonly delays: readonly number[];
  readonly last: number;
  readonly lastSinceAnswer: number;
  readonly cpu: number;
  readonly bytes: number;
}

export async function measurePeer(
  bare: Program,
  clients: Program,
  count: number,
  said: readonly string[],
): Promise<Round[]> {
  const port = await bare.ask<number>({ text: null });
  await clients.ask({ ask: { port, count, office: null } });
  const rounds: Round[] = [];
  for (const [n, words] of said.entries()) {
    const text = `{"n":${n},"words":${words}}`;
    await clients.ask({ ask: { mark: `{"n":${n},` } });
    const cpuBefore = processorMs([bare.pid]);
    const arriving = clients.ask<Arrivals>({ ask: "arrivals" });
    const sent = await bare.ask<BareSent>({ text });
    const { at, bytesEach } = await arriving;
    await wait(PAUSE_MS);
    if (at.length !== count) throw new Error(`${at.length} of ${count} clients of the peer were reached`);
    rounds.push(roundOf(at, sent.at, sent.at, processorMs([bare.pid]) - cpuBefore, bytesEach));
  }
  return rounds;
}

/** What a delta says of it, near enough to be as long. */
export const wordsOf = (posting: PublicPosting): string =>
  JSON.stringify(["delta", { kind: "changes", put: [posting], removed: [] }]);

export function roundOf(at: readonly number[], since: number, answered: number, cpu: number, bytes: number): Round {
  const last = Math.max(...at);
  return { delays: at.map((one) => one - since), last: last - since, lastSinceAnswer: last - answered, cpu, bytes };
}
