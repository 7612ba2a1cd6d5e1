// The public board at full size, 20,000 postings on 44 offices: start, search at rest and while staff publish, one publication, an import of
// 750 postings with their 3,000 pages. Called by public.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { codeOf } from "../../server/domain/code.ts";
import type { Posting } from "../../server/domain/posting.ts";
import { openStore } from "../../server/store/openStore.ts";
import type { Store } from "../../server/store/store.ts";
import { aContent, anOffice, aPosting } from "../builders.ts";
import type { BenchHouse } from "./house.ts";
import { OFFICE, startBenchHouse } from "./house.ts";
import type { Line } from "./table.ts";
import { ms, printTable, quantile } from "./table.ts";

const POSTINGS = 20_000;
const OFFICES = 44;
const AT_ONCE = 750;
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
      const many = await manyAtOnce(house, folder);
      const lines: Line[] = [
        limited(`start with ${POSTINGS} postings on ${OFFICES} offices`, started, 5000),
        limited("search by words, page made and sent, p95", quantile(rest.words, 0.95), 50),
        limited("search by place and filters, p95", quantile(rest.filters, 0.95), 50),
        limited("search by words while staff publish, p95", quantile(busy.words, 0.95), 50),
        limited("search by place and filters while staff publish, p95", quantile(busy.filters, 0.95), 50),
        { what: "pages made anew by one publication", ours: String(one), limit: "4", within: one <= 4 },
        limited(`longest stall while ${many.pages} pages of ${AT_ONCE} postings are made`, many.stall, 20),
        { what: "  the same with nothing to do: what the machine itself adds", ours: ms(many.idle) },
        { what: "  until all of them were made", ours: ms(many.taken) },
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

const TITLES = [
  "Cameriere",
  "Infermiere",
  "Operaio agricolo",
  "Elettricista",
  "Magazziniere",
  "Cuoco",
  "Autista",
  "Commesso",
  "Saldatore",
  "Giardiniere",
  "Addetto alle pulizie",
  "Barista",
];
const TOWNS = [
  ["Lecce", "LE"],
  ["Gallipoli", "LE"],
  ["Brindisi", "BR"],
  ["Bari", "BA"],
  ["Taranto", "TA"],
  ["Foggia", "FG"],
  ["Matera", "MT"],
  ["Torino", "TO"],
] as const;

/** Postings as an import would leave them: several sentences each, one in three with a deadline. */
async function fill(folder: string): Promise<void> {
  const store = await openStore({ dataDir: folder, databaseUrl: null });
  await store.write("bench", Date.now(), async (tx) => {
    for (let n = 0; n < OFFICES; n += 1)
      await tx.putOwner(
        anOffice(n === 0 ? OFFICE : `ufficio-${n}`, { municipality: n === 0 ? "Lecce" : `Comune ${n}` }),
      );
    await tx.putSetting("demonstration", "0");
    await tx.record("owner.saved", OFFICE);
  });
  for (let from = 0; from < POSTINGS; from += 1000) await putPostings(store, from, 1000);
  await store.close();
}

async function putPostings(store: Store, from: number, count: number): Promise<void> {
  const now = Date.now();
  await store.write("bench", now, async (tx) => {
    for (let n = from; n < from + count; n += 1) {
      const posting = postingOf(n, now, tx.revision);
      await tx.putPosting(posting);
      if (posting.published !== null)
        await tx.putVersion({
          code: posting.code,
          revision: tx.revision,
          published: posting.published,
          actor: "bench",
        });
    }
    await tx.record("posting.imported", "bench");
  });
}

/** Some numbers have no code: the next that has one. */
function benchCode(n: number): string {
  for (let value = 100_000 + n * 8; ; value += 1) {
    const code = codeOf(value);
    if (code !== null) return code;
  }
}

function postingOf(n: number, now: number, revision: number): Posting {
  const title = `${TITLES[n % TITLES.length]} ${n % 7 === 0 ? "con esperienza" : "per la stagione"} ${n}`;
  const [municipality, province] = TOWNS[n % TOWNS.length] ?? TOWNS[0];
  const content = aContent(title, {
    places: [{ municipality, province, region: null, country: "IT", area: null }],
    duties: [0, 1, 2].map((at) => ({
      id: `s${at + 2}`,
      text: `Il lavoro numero ${n % 997} comprende compiti di reparto ${(n * 7 + at) % 613}, accoglienza e ordine del locale.`,
    })),
    job: {
      sector: "tourism",
      contracts: [n % 2 ? "seasonal" : "permanent"],
      duration: null,
      schedules: [n % 3 ? "fullTime" : "partTime"],
      weeklyHours: null,
      hoursNote: null,
      starts: null,
      agreement: null,
      pay: null,
    },
    licences: n % 5 === 0 ? ["B"] : [],
    window: { opens: null, closes: n % 3 === 0 ? { day: "2035-01-31", time: null } : null },
  });
  const posting = aPosting(
    benchCode(n),
    n % OFFICES === 0 ? OFFICE : `ufficio-${n % OFFICES}`,
    content,
    now - n * 1000,
  );
  const published =
    posting.published === null ? null : { ...posting.published, until: now + 90 * 86_400_000, revision };
  return { ...posting, published, revision, publicRevision: revision };
}

async function timed({ port }: BenchHouse, path: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return performance.now() - begun;
}

/** A figure of the server's own account. */
async function metric({ port }: BenchHouse, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(new RegExp(`^${name} ([\\d.]+)`, "m").exec(text)?.[1] ?? Number.NaN);
}

const pagesOf = (house: BenchHouse) => metric(house, "bacheca_pages");
/** Since it was last asked. */
const stallOf = async (house: BenchHouse) => 1000 * (await metric(house, "bacheca_longest_stall_seconds"));

/** Pages there are more of a second after one publication. */
async function onePublication(house: BenchHouse): Promise<number> {
  await wait(2000);
  const before = await pagesOf(house);
  const draft = await house.draft(aContent("Un solo annuncio"));
  await draft.publish();
  await wait(3000);
  return (await pagesOf(house)) - before;
}

/** As the command line's import does it: another process commits, the server sees it and makes the pages. */
async function manyAtOnce(house: BenchHouse, folder: string) {
  await stallOf(house);
  await wait(3000);
  const idle = await stallOf(house);
  const before = await pagesOf(house);
  const store = await openStore({ dataDir: folder, databaseUrl: null });
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
  return { stall, idle, pages, taken: performance.now() - begun };
}
