// How long from the command to the first posting that can be served, and what it costs: the built house with the demonstration network, started
// again and again, in turn with a bare server of the same packages and with bare node. Called by run.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { familyOf, processorMs } from "./processorTime.ts";
import { ANY_CORE, freePort, startOther } from "./programs.ts";
import type { Line } from "./table.ts";
import { median, ms, printTable } from "./table.ts";

const STARTS = 7;
const POLL_MS = 5;
const LIMIT_MS = 60_000;

interface Start {
  /** From the command to the answer, milliseconds. */
  readonly took: number;
  /** Milliseconds on a processor, of the process and all it started. */
  readonly cpu: number;
}

export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-bench-"));
  const settings = {
    DATA_DIR: folder,
    ADMIN_PASSWORD: "una-password-di-prova",
    DATABASE_URL: "",
    DEMO: "1",
    PUBLIC_URL: "",
  };
  const house = () => start(["server/start.mjs"], settings);
  const bare = () => start([join(import.meta.dirname, "bareServer.js")], {});
  const node = () =>
    start(
      ["-e", "require('node:http').createServer((_, answer) => answer.end()).listen(process.env.PORT, '127.0.0.1')"],
      {},
    );
  try {
    const first = await house();
    const [ours, peers, nodes]: [Start[], Start[], Start[]] = [[], [], []];
    for (let n = 0; n < STARTS; n += 1) {
      ours.push(await house());
      peers.push(await bare());
      nodes.push(await node());
    }
    report(first, ours, peers, nodes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(args: string[], env: Record<string, string>): Promise<Start> {
  const port = await freePort();
  const begun = performance.now();
  const program = await startOther(process.execPath, args, ANY_CORE, { ...env, PORT: String(port) });
  try {
    while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok) {
      if (performance.now() - begun > LIMIT_MS) throw new Error(`${args.join(" ")} does not answer`);
      await wait(POLL_MS);
    }
    return { took: performance.now() - begun, cpu: processorMs(familyOf(program.pid)) };
  } finally {
    await program.end();
  }
}

function report(first: Start, ours: readonly Start[], peers: readonly Start[], nodes: readonly Start[]): void {
  const line = (what: string, of: (one: Start) => number, atMost: number, times: number): Line => {
    const [own, peer] = [median(ours.map(of)), median(peers.map(of))];
    const ratio = own / peer;
    return {
      what,
      ours: ms(own),
      peer: ms(peer),
      ratio: ratio.toFixed(2),
      limit: `${ms(atMost)}, ${times} x`,
      within: own <= atMost && ratio <= times,
    };
  };
  printTable(
    `A start of the built house with the demonstration, ${STARTS} times in turn with a bare server of Express, Socket.IO and SQLite`,
    [
      line("first answer of /readyz", ({ took }) => took, 1300, 3),
      line("processor time until then", ({ cpu }) => cpu, 2000, 3),
      {
        what: "first start after the build, empty folder",
        ours: ms(first.took),
        limit: ms(10_000),
        within: first.took <= 10_000,
      },
    ],
    [
      `bare node, answering: ${ms(median(nodes.map(({ took }) => took)))}, ${ms(median(nodes.map(({ cpu }) => cpu)))} of processor time`,
      `slowest of ours: ${ms(Math.max(...ours.map(({ took }) => took)))}`,
    ],
  );
}
