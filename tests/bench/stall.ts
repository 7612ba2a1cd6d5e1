// What an import of 750 postings costs the others, on the board at full size: the longest time everybody waited while its 3,000 pages were made,
// and the processor time of each. Three times, each in a new house. Called by public.ts.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "../../server/store/openStore.ts";
import { fill, POSTINGS, putPostings } from "./fullBoard.ts";
import type { BenchHouse } from "./house.ts";
import { startBenchHouse } from "./house.ts";
import { metric } from "./metric.ts";
import { processorMs } from "./processorTime.ts";
import { median, ms, printTable } from "./table.ts";

const AT_ONCE = 750;
const ROUNDS = 3;
const LIMIT = 20;
/** Milliseconds of processor for a page, as the handbook would have it. */
const PAGE = 0.5;

/** Times in milliseconds. */
interface Round {
  readonly stall: number;
  readonly idle: number;
  readonly pages: number;
  readonly taken: number;
  readonly processor: number;
}

export async function benchStall(): Promise<void> {
  const filled = mkdtempSync(join(tmpdir(), "bacheca-bench-stall-"));
  try {
    await fill(filled);
    const rounds: Round[] = [];
    for (let n = 0; n < ROUNDS; n += 1) rounds.push(await inNewHouse(filled));
    const cost = median(rounds.map((round) => round.processor / round.pages));
    printTable(`Importing ${AT_ONCE} postings into ${POSTINGS}, ${ROUNDS} times in a new house`, [
      ...rounds.map(({ pages, stall }) => ({
        what: `longest stall while ${pages} pages are made`,
        ours: ms(stall),
        limit: ms(LIMIT),
        within: stall <= LIMIT && pages >= AT_ONCE * 4,
      })),
      {
        what: "  with nothing to do: what the machine itself adds",
        ours: ms(Math.max(...rounds.map(({ idle }) => idle))),
      },
      { what: "  until all of them were made, median", ours: ms(median(rounds.map(({ taken }) => taken))) },
      {
        what: "processor time a page, with all else that follows the import",
        ours: `${cost.toFixed(2)} ms`,
        limit: `${PAGE.toFixed(2)} ms`,
        within: cost <= PAGE,
      },
    ]);
  } finally {
    rmSync(filled, { recursive: true, force: true });
  }
}

async function inNewHouse(filled: string): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-bench-stall-"));
  cpSync(filled, folder, { recursive: true });
  const house = await startBenchHouse(folder);
  try {
    await fetch(`http://127.0.0.1:${house.port}/it/`);
    await wait(8000);
    return await manyAtOnce(house, folder);
  } finally {
    await house.end();
  }
}

const pagesOf = (house: BenchHouse) => metric(house, "bacheca_pages");
/** Since it was last asked. */
const stallOf = async (house: BenchHouse) => 1000 * (await metric(house, "bacheca_longest_stall_seconds"));

/** As the command line's import does it: another process commits, the server sees it and makes the pages. */
async function manyAtOnce(house: BenchHouse, folder: string): Promise<Round> {
  await stallOf(house);
  await wait(3000);
  const idle = await stallOf(house);
  const before = await pagesOf(house);
  const store = await openStore({ dataDir: folder, databaseUrl: null });
  const used = processorMs([house.program.pid]);
  await putPostings(store, POSTINGS, AT_ONCE);
  await store.close();
  const begun = performance.now();
  let stall = 0;
  let pages = 0;
  while (pages < AT_ONCE * 4 && performance.now() - begun < 60_000) {
    await wait(500);
    stall = Math.max(stall, await stallOf(house));
    pages = (await pagesOf(house)) - before;
  }
  return { stall, idle, pages, taken: performance.now() - begun, processor: processorMs([house.program.pid]) - used };
}
