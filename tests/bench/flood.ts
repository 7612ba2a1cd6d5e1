// Displays while 256 connections ask for one page as fast as they can, against the same displays with nobody asking. Called by public.ts.
import { setTimeout as wait } from "node:timers/promises";
import { aContent } from "../builders.ts";
import type { Arrivals } from "./displayClients.ts";
import type { BenchHouse } from "./house.ts";
import { OFFICE, startBenchHouse } from "./house.ts";
import type { Loaded } from "./httpLoad.ts";
import type { Program } from "./programs.ts";
import { LOAD_CORE, startProgram } from "./programs.ts";
import { median, ms, printTable } from "./table.ts";

const DISPLAYS = 500;
const CONNECTIONS = 256;
const PUBLICATIONS = 7;
const LIMIT = 3;

export async function benchFlood(): Promise<void> {
  const house = await startBenchHouse();
  const load = await startProgram("httpLoad", LOAD_CORE);
  const displays = await startProgram("displayClients", LOAD_CORE);
  try {
    await displays.ask({ ask: { port: house.port, count: DISPLAYS, office: OFFICE } });
    const [posting] = await house.board();
    const path = `/o/${posting?.code}/it`;
    await (await fetch(`http://127.0.0.1:${house.port}${path}`)).arrayBuffer();
    await lastDisplays(house, displays, "prima", 2);
    const quiet = await lastDisplays(house, displays, "calma", PUBLICATIONS);
    const flood = load.ask<Loaded>({
      port: house.port,
      request: `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${house.port}\r\nAccept-Encoding: br\r\n\r\n`,
      requests: Number.MAX_SAFE_INTEGER,
      seconds: PUBLICATIONS * 1.5 + 3,
      connections: CONNECTIONS,
      newEach: false,
    });
    await wait(1000);
    const flooded = await lastDisplays(house, displays, "piena", PUBLICATIONS);
    const { answers, seconds } = await flood;
    const ratio = median(flooded) / median(quiet);
    printTable(
      `Displays in a flood: ${DISPLAYS} displays, ${CONNECTIONS} connections; peer: the same without a flood`,
      [
        {
          what: "publication until the last display has it, median",
          ours: ms(median(flooded)),
          peer: ms(median(quiet)),
          ratio: `${ratio.toFixed(2)} ×`,
          limit: `≤ ${LIMIT}`,
          within: ratio <= LIMIT,
        },
        { what: "pages a second meanwhile", ours: String(Math.round(answers / seconds)) },
      ],
    );
  } finally {
    await Promise.all([house.end(), load.end(), displays.end()]);
  }
}

/** From staff's click to the last display, in milliseconds, one a publication. */
async function lastDisplays(house: BenchHouse, displays: Program, word: string, times: number): Promise<number[]> {
  const delays: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const draft = await house.draft(aContent(`Annuncio in ora ${word} ${n}`));
    await displays.ask({ ask: { mark: `"code":"${draft.code}"` } });
    const arriving = displays.ask<Arrivals>({ ask: "arrivals" });
    const begun = performance.timeOrigin + performance.now();
    await draft.publish();
    const { at } = await arriving;
    if (at.length !== DISPLAYS) throw new Error(`${at.length} of ${DISPLAYS} displays were reached`);
    delays.push(Math.max(...at) - begun);
    await wait(300);
  }
  return delays;
}
