// Whether displays feel the printer: how soon publications reach a hundred of them while the server is idle, and while it prints bulletins of
// hundreds of sheets without a pause. Called by print.ts.
import { setTimeout as wait } from "node:timers/promises";
import type { Arrivals } from "./displayClients.ts";
import { OFFICE, startBenchHouse } from "./house.ts";
import { LOAD_CORE, startProgram } from "./programs.ts";
import { ms, printTable, quantile } from "./table.ts";

const DISPLAYS = 100;
const PUBLISHES = 16;
const PAUSE_MS = 700;
const SHEETS = 400;

export async function benchWhilePrinting(): Promise<void> {
  const [house, clients] = await Promise.all([startBenchHouse(), startProgram("displayClients", LOAD_CORE)]);
  try {
    await clients.ask({ ask: { port: house.port, count: DISPLAYS, office: OFFICE } });
    const contents = (await house.board()).map(({ content }) => content);
    const publishAll = async (): Promise<number[]> => {
      const delays: number[] = [];
      for (let n = 0; n < PUBLISHES; n += 1) {
        const content = contents[(n * 7) % contents.length];
        if (content === undefined) throw new Error("the demonstration board is empty");
        const draft = await house.draft({ ...content, share: "own", parent: null });
        await clients.ask({ ask: { mark: `"code":"${draft.code}"` } });
        const arriving = clients.ask<Arrivals>({ ask: "arrivals" });
        await draft.publish();
        const { at } = await arriving;
        const posting = (await house.board()).find(({ code }) => code === draft.code);
        if (posting === undefined || at.length !== DISPLAYS)
          throw new Error(`${at.length} of ${DISPLAYS} displays got ${draft.code}`);
        if (n > 1) delays.push(...at.map((time) => time - posting.publishedAt));
        await wait(PAUSE_MS);
      }
      return delays;
    };
    const idle = await publishAll();
    let over = false;
    let sheets = 0;
    // Another place in every code: nothing comes from the cache.
    const printing = (async () => {
      for (let n = 0; !over || sheets < SHEETS; n += 1) {
        const open = (await house.board()).length;
        const query = `lang=it,en,fr,de&posters=1&place=P${n}`;
        const answer = await fetch(`http://127.0.0.1:${house.port}/offices/${OFFICE}/bulletin.pdf?${query}`);
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`bulletin: ${answer.status}`);
        sheets += open * 4;
      }
    })();
    await wait(1_000);
    const busy = await publishAll();
    over = true;
    await printing;
    const [calm, loaded] = [quantile(idle, 0.95), quantile(busy, 0.95)];
    printTable(`Publication to ${DISPLAYS} displays while the same server prints (print 26)`, [
      {
        what: `p95, ${PUBLISHES} publications; ${sheets} posters printed meanwhile; peer: the server idle`,
        ours: ms(loaded),
        peer: ms(calm),
        ratio: `${(loaded / calm).toFixed(2)} ×`,
        limit: "2 ×",
        within: loaded <= 2 * calm,
      },
    ]);
  } finally {
    await Promise.all([house.end(), clients.end()]);
  }
}
