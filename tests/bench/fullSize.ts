// The public board at full size, 20,000 postings on 44 offices: start, search at rest and while staff publish, one publication. What an
// import costs the others is stall.ts. Called by public.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { aContent } from "../builders.ts";
import { fill, OFFICES, POSTINGS } from "./fullBoard.ts";
import type { BenchHouse } from "./house.ts";
import { startBenchHouse } from "./house.ts";
import { metric } from "./metric.ts";
import type { Line } from "./table.ts";
import { ms, printTable, quantile } from "./table.ts";

const SEARCHES = [
  "waiter",
  "infermieri",
  "operai Lecce",
  "Elektriker",
  "magazziniera",
  "cuisinier Brindisi",
  "stage",
  "Kellner Bari",
  "cuoc",
  "autista patente",
];

export async function benchFullSize(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-bench-full-"));
  try {
    await fill(folder);
    const begun = performance.now();
    const house = await startBenchHouse(folder);
    const started = performance.now() - begun;
    try {
      await fetch(`http://127.0.0.1:${house.port}/it/`);
      await wait(8000);
      const rest = await searches(house, 0);
      const publishing = publishForAWhile(house);
      const busy = await searches(house, 12);
      await publishing.end();
      const one = await onePublication(house);
      const lines: Line[] = [
        limited(`start with ${POSTINGS} postings on ${OFFICES} offices`, started, 5000),
        limited("search by words, page made and sent, p95", quantile(rest.words, 0.95), 50),
        limited("search by place and filters, p95", quantile(rest.filters, 0.95), 50),
        limited("search by words while staff publish, p95", quantile(busy.words, 0.95), 50),
        limited("search by place and filters while staff publish, p95", quantile(busy.filters, 0.95), 50),
        { what: "pages made anew by one publication", ours: String(one), limit: "4", within: one <= 4 },
      ];
      printTable("Public board at full size", lines, [
        "each search address asked once: nothing is answered from a kept page",
      ]);
    } finally {
      await house.end();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const limited = (what: string, taken: number, limit: number): Line => ({
  what,
  ours: ms(taken),
  limit: ms(limit),
  within: taken <= limit,
});

/** Milliseconds from asking to the last byte; no address twice. */
async function searches(house: BenchHouse, first: number): Promise<{ words: number[]; filters: number[] }> {
  const words: number[] = [];
  const filters: number[] = [];
  for (let round = first; round < first + 12; round += 1)
    for (const q of SEARCHES) {
      words.push(await timed(house, `/en/?q=${encodeURIComponent(q)}&page=${1 + (round % 3)}`));
      filters.push(
        await timed(
          house,
          `/de/?place=Lecce&reach=around&contract=seasonal&sort=near&page=${1 + round}&q=${round % 2 ? "" : encodeURIComponent(q)}`,
        ),
      );
    }
  return { words, filters };
}

function publishForAWhile(house: BenchHouse): { end(): Promise<void> } {
  let going = true;
  const working = (async () => {
    for (let n = 0; going; n += 1) {
      const draft = await house.draft(aContent(`Prova di banco ${n}`));
      await draft.publish();
      await wait(200);
    }
  })();
  return {
    end() {
      going = false;
      return working;
    },
  };
}

async function timed({ port }: BenchHouse, path: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - begun;
}

/** Pages there are more of a second after one publication. */
async function onePublication(house: BenchHouse): Promise<number> {
  await wait(2000);
  const before = await metric(house, "bacheca_pages");
  const draft = await house.draft(aContent("Un solo annuncio"));
  await draft.publish();
  await wait(3000);
  return (await metric(house, "bacheca_pages")) - before;
}
