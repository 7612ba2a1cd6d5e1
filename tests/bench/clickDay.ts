// A click day: 2,000 connections ask for one page while 200 displays are connected, staff sign in and publish. Called by public.ts.
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { aContent } from "../builders.ts";
import type { Arrivals } from "./displayClients.ts";
import type { BenchHouse } from "./house.ts";
import { OFFICE, startBenchHouse } from "./house.ts";
import type { Loaded } from "./httpLoad.ts";
import type { Program } from "./programs.ts";
import { LOAD_CORE, startProgram } from "./programs.ts";
import { ms, printTable, quantile } from "./table.ts";

/** As many requests as half a minute and more takes on one slow core. */
const CLICKS = { connections: 2000, displays: 200, requests: 300_000 };

export async function clickDay(): Promise<void> {
  const house = await startBenchHouse();
  const load = await startProgram("httpLoad", LOAD_CORE);
  const displays = await startProgram("displayClients", LOAD_CORE);
  try {
    await displays.ask({ ask: { port: house.port, count: CLICKS.displays, office: OFFICE } });
    const [posting] = await house.board();
    const path = `/o/${posting?.code}/it`;
    // The first answer of a page comes with the desk's header fields as well; from then on it is the kept one, as readers get it.
    await (await fetch(`http://127.0.0.1:${house.port}${path}`)).arrayBuffer();
    const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${house.port}\r\nAccept-Encoding: br\r\n\r\n`;
    const flood = load.ask<Loaded>({
      port: house.port,
      request,
      requests: CLICKS.requests,
      connections: CLICKS.connections,
      newEach: false,
    });
    const { pushes, signIns, memory } = await staffAtWork(house, displays, flood);
    const { seconds, status } = await flood;
    printTable(`Click day: ${CLICKS.connections} connections, ${CLICKS.displays} displays, ${Math.round(seconds)} s`, [
      { what: `answers a second, all ${status}`, ours: String(Math.round(CLICKS.requests / seconds)) },
      {
        what: "push to the last display, p99",
        ours: ms(quantile(pushes, 0.99)),
        limit: "2000 ms",
        within: quantile(pushes, 0.99) <= 2000,
      },
      {
        what: "staff sign-in, longest",
        ours: ms(Math.max(...signIns)),
        limit: "2000 ms",
        within: Math.max(...signIns) <= 2000,
      },
      { what: "memory, most", ours: `${Math.round(memory)} MB`, limit: "400 MB", within: memory <= 400 },
    ]);
  } finally {
    await Promise.all([house.end(), load.end(), displays.end()]);
  }
}

async function staffAtWork(house: BenchHouse, displays: Program, flood: Promise<unknown>) {
  const pushes: number[] = [];
  const signIns: number[] = [];
  let memory = 0;
  let over = false;
  void flood.finally(() => {
    over = true;
  });
  await wait(1000);
  for (let n = 0; !over && n < 12; n += 1) {
    const draft = await house.draft(aContent(`Nel mezzo della folla ${n}`));
    await displays.ask({ ask: { mark: `"code":"${draft.code}"` } });
    const arriving = displays.ask<Arrivals>({ ask: "arrivals" });
    const begun = performance.timeOrigin + performance.now();
    await draft.publish();
    const { at } = await arriving;
    pushes.push(Math.max(...at) - begun);
    const from = performance.now();
    await house.signIn();
    signIns.push(performance.now() - from);
    memory = Math.max(
      memory,
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${house.program.pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
    );
    await wait(2000);
  }
  return { pushes, signIns, memory };
}
