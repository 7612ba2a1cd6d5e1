// How long a proxy with the configuration we ship goes on showing what was withdrawn: a usual page, and one that opens at an hour. Called by public.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Content } from "../../server/domain/content.ts";
import { aContent } from "../builders.ts";
import { type ShippedNginx, startShippedNginx } from "../setup/shippedNginx.ts";
import { type BenchHouse, startBenchHouse } from "./house.ts";
import { findNginx } from "./nginx.ts";
import { ms, printTable } from "./table.ts";

const DAY = 86_400_000;
const TIMES = 10;
/** Milliseconds between two readers: together fewer than the twenty a second that the proxy lets one address have. */
const PAUSE = { opening: 80, usual: 250 };
/** What the board promises of any proxy. The page that opens at an hour asks for far less: nginx counts whole seconds, so its one second lasts up to two. */
const LIMIT = 60_000;

export async function benchProxy(): Promise<void> {
  if (findNginx() === undefined) {
    process.stdout.write("\nProxy: not measured, nginx is missing (apt-get install nginx-light)\n");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "bacheca-proxy-"));
  const house = await startBenchHouse();
  const nginx = await startShippedNginx(folder, `127.0.0.1:${house.port}`);
  try {
    const usual = kept(house, nginx, aContent("Cameriere"), PAUSE.usual);
    const opens = { day: new Date(Date.now() + 5 * DAY).toISOString().slice(0, 10), time: "10:00" };
    const opening: number[] = [];
    for (let n = 0; n < TIMES; n += 1)
      opening.push(
        await kept(house, nginx, aContent(`Corso ${n}`, { window: { opens, closes: null } }), PAUSE.opening),
      );
    const longest = Math.max(...opening);
    const long = await usual;
    printTable("A withdrawn posting behind the shipped nginx, from staff's answer to the first 410", [
      {
        what: `page that opens at an hour, longest of ${TIMES}`,
        ours: ms(longest),
        limit: ms(LIMIT),
        within: longest <= LIMIT,
      },
      { what: "usual page", ours: ms(long), limit: ms(LIMIT), within: long <= LIMIT },
    ]);
  } finally {
    await nginx.end();
    await house.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds for which readers still got it, one after another all the time. */
async function kept(house: BenchHouse, nginx: ShippedNginx, content: Content, pause: number): Promise<number> {
  const draft = await house.draft(content);
  await draft.publish();
  const address = `/o/${draft.code}/it`;
  const before = await nginx.get(address);
  if (before.status !== 200) throw new Error(`${address}: ${before.status}`);
  await draft.withdraw();
  const begun = performance.now();
  for (;;) {
    const { status } = await nginx.get(address);
    if (status === 410) return performance.now() - begun;
    if (status !== 200) throw new Error(`${address}: ${status}`);
    if (performance.now() - begun > 2 * LIMIT) return Number.POSITIVE_INFINITY;
    await wait(pause);
  }
}
