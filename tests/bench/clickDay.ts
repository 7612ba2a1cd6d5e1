// A click day: for a minute 2,000 connections ask for one page and others read, search and come back, while 200 displays are connected and
// staff sign in and publish. Called by public.ts.
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { aContent } from "../builders.ts";
import type { Arrivals } from "./displayClients.ts";
import type { BenchHouse } from "./house.ts";
import { OFFICE, startBenchHouse } from "./house.ts";
import type { Loaded } from "./httpLoad.ts";
import type { Program } from "./programs.ts";
import { LOAD_CORE, startProgram } from "./programs.ts";
import { median, ms, printTable, quantile } from "./table.ts";

const CLICKS = { connections: 2000, displays: 200, seconds: 60 };

export async function clickDay(): Promise<void> {
  const house = await startBenchHouse();
  const load = await startProgram("httpLoad", LOAD_CORE);
  const displays = await startProgram("displayClients", LOAD_CORE);
  try {
    await displays.ask({ ask: { port: house.port, count: CLICKS.displays, office: OFFICE } });
    const [posting] = await house.board();
    const path = `/o/${posting?.code}/it`;
    await (await fetch(`http://127.0.0.1:${house.port}${path}`)).arrayBuffer();
    let isOver = false;
    const flood = load
      .ask<Loaded>({
        port: house.port,
        request: `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${house.port}\r\nAccept-Encoding: br\r\n\r\n`,
        requests: Number.MAX_SAFE_INTEGER,
        ...CLICKS,
        newEach: false,
      })
      .finally(() => {
        isOver = true;
      });
    const over = () => isOver;
    const [staff, readers, memory] = await Promise.all([
      staffAtWork(house, displays, over),
      readersComing(house, posting?.code ?? "", over),
      memoryOf(house, over),
    ]);
    const { seconds, status, answers, hungUp } = await flood;
    report({ ...staff, ...readers, memory, rate: answers / seconds, seconds, status, hungUp });
  } finally {
    await Promise.all([house.end(), load.end(), displays.end()]);
  }
}

async function staffAtWork(house: BenchHouse, displays: Program, over: () => boolean) {
  const pushes: number[] = [];
  const signIns: number[] = [];
  await wait(1000);
  for (let n = 0; !over(); n += 1) {
    const draft = await house.draft(aContent(`Nel mezzo della folla ${n}`));
    await displays.ask({ ask: { mark: `"code":"${draft.code}"` } });
    const arriving = displays.ask<Arrivals>({ ask: "arrivals" });
    const begun = performance.timeOrigin + performance.now();
    await draft.publish();
    const { at } = await arriving;
    for (const one of at) pushes.push(one - begun);
    if (at.length < CLICKS.displays) pushes.push(Number.POSITIVE_INFINITY);
    const from = performance.now();
    await house.signIn();
    signIns.push(performance.now() - from);
    await wait(2000);
  }
  return { pushes, signIns };
}

/** Readers with other wishes than the one page: every answer must be a page, or the announced 503. */
async function readersComing(house: BenchHouse, code: string, over: () => boolean) {
  const wrong = new Map<string, number>();
  let busy = 0;
  let asked = 0;
  while (!over()) {
    const addresses = [
      `/en/?q=waiter+${asked}`,
      "/it/",
      `/fr/${OFFICE}`,
      `/o/${code}/de`,
      "/o/2B4K7RJ/it",
      "/feed/it.xml",
    ];
    const address = addresses[asked % addresses.length] as string;
    asked += 1;
    try {
      const answer = await fetch(`http://127.0.0.1:${house.port}${address}`);
      await answer.arrayBuffer();
      if (answer.status === 503 && answer.headers.has("retry-after")) busy += 1;
      else if (answer.status >= 500) wrong.set(String(answer.status), (wrong.get(String(answer.status)) ?? 0) + 1);
    } catch (error) {
      wrong.set(String(error), (wrong.get(String(error)) ?? 0) + 1);
    }
    await wait(20);
  }
  return { wrong, busy, asked };
}

/** Resident megabytes, twice a second. */
async function memoryOf({ program }: BenchHouse, over: () => boolean): Promise<number[]> {
  const sizes: number[] = [];
  while (!over()) {
    const status = readFileSync(`/proc/${program.pid}/status`, "utf8");
    sizes.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    await wait(500);
  }
  return sizes;
}

interface Seen {
  readonly pushes: readonly number[];
  readonly signIns: readonly number[];
  readonly wrong: ReadonlyMap<string, number>;
  readonly busy: number;
  readonly asked: number;
  readonly memory: readonly number[];
  readonly rate: number;
  readonly seconds: number;
  readonly status: number;
  readonly hungUp: number;
}

function report({ pushes, signIns, wrong, busy, asked, memory, rate, seconds, status, hungUp }: Seen): void {
  const quarter = Math.floor(memory.length / 4);
  const growth = median(memory.slice(-quarter)) / median(memory.slice(quarter, 2 * quarter));
  printTable(`Click day: ${CLICKS.connections} connections, ${CLICKS.displays} displays, ${Math.round(seconds)} s`, [
    { what: `answers a second, all ${status}`, ours: String(Math.round(rate)) },
    { what: "connections hung up on for their silence, and opened anew", ours: String(hungUp) },
    {
      what: `other readers' answers that were no page and no announced 503, of ${asked}`,
      ours: wrong.size === 0 ? "0" : [...wrong].map(([what, times]) => `${times} × ${what}`).join(", "),
      limit: "0",
      within: wrong.size === 0,
    },
    { what: "  of them asked politely to come back", ours: String(busy) },
    within2s("publication until a display has it, 99 of 100", quantile(pushes, 0.99)),
    within2s(`staff sign-in, longest of ${signIns.length}`, Math.max(...signIns)),
    {
      what: "memory, most",
      ours: `${Math.round(Math.max(...memory))} MB`,
      limit: "400 MB",
      within: Math.max(...memory) <= 400,
    },
    {
      what: "memory, last quarter against second",
      ours: `${growth.toFixed(2)} ×`,
      limit: "≤ 1.1",
      within: growth <= 1.1,
    },
  ]);
}

const within2s = (what: string, taken: number) => ({ what, ours: ms(taken), limit: "2000 ms", within: taken <= 2000 });
