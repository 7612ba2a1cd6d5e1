// The board at full size as the benchmarks fill it: 20,000 postings on 44 offices, written as an import would leave them. Called by fullSize.ts
// and stall.ts.
import { codeOf } from "../../server/domain/code.ts";
import type { Posting } from "../../server/domain/posting.ts";
import { openStore } from "../../server/store/openStore.ts";
import type { Store } from "../../server/store/store.ts";
import { aContent, anOffice, aPosting } from "../builders.ts";
import { OFFICE } from "./house.ts";

export const POSTINGS = 20_000;
export const OFFICES = 44;

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
export async function fill(folder: string): Promise<void> {
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

export async function putPostings(store: Store, from: number, count: number): Promise<void> {
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
