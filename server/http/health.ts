// For whoever runs it: alive, ready, and figures for a monitoring system. None of them needs a session, none names a person.
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { RequestHandler } from "express";
import type { House } from "../house.ts";

/** GET /healthz: the process answers. */
export const alive: RequestHandler = (_request, response) => {
  response.set("Cache-Control", "no-store").type("text/plain").send("ok\n");
};

/** GET /readyz: the store answers and the mirror is filled. */
export function ready({ store, mirror }: House): RequestHandler {
  return async (_request, response) => {
    const answers = await store.ready().catch(() => false);
    const status = answers && mirror.epoch !== "" ? 200 : 503;
    response
      .status(status)
      .set("Cache-Control", "no-store")
      .type("text/plain")
      .send(status === 200 ? "ready\n" : "the store does not answer\n");
  };
}

/** How long the process was busy with one thing at most, everybody else waiting; watched at steps of so many milliseconds. */
const STEP = 10;

/** GET /metrics in the Prometheus text format. */
export function metrics({ mirror }: House, displays: () => number, pages: () => number): RequestHandler {
  const stalls = monitorEventLoopDelay({ resolution: STEP });
  stalls.enable();
  let counted = { revision: -1, states: new Map<string, number>() };
  return (_request, response) => {
    const stall = Math.max(0, stalls.max / 1e6 - STEP) / 1000;
    stalls.reset();
    if (counted.revision !== mirror.revision) counted = { revision: mirror.revision, states: statesOf(mirror) };
    const lines = [
      "# HELP bacheca_revision The store's last committed change.",
      "# TYPE bacheca_revision counter",
      `bacheca_revision ${mirror.revision}`,
      "# HELP bacheca_postings Postings by state.",
      "# TYPE bacheca_postings gauge",
      ...[...counted.states].map(([state, count]) => `bacheca_postings{state="${state}"} ${count}`),
      "# HELP bacheca_displays Connected displays.",
      "# TYPE bacheca_displays gauge",
      `bacheca_displays ${displays()}`,
      "# HELP bacheca_pages Finished pages kept in memory.",
      "# TYPE bacheca_pages gauge",
      `bacheca_pages ${pages()}`,
      "# HELP bacheca_longest_stall_seconds Longest that everybody waited for one thing since this was last asked.",
      "# TYPE bacheca_longest_stall_seconds gauge",
      `bacheca_longest_stall_seconds ${stall.toFixed(4)}`,
      "# HELP bacheca_resident_bytes Resident memory of the server.",
      "# TYPE bacheca_resident_bytes gauge",
      `bacheca_resident_bytes ${process.memoryUsage.rss()}`,
    ];
    response
      .set("Cache-Control", "no-store")
      .type("text/plain; version=0.0.4")
      .send(`${lines.join("\n")}\n`);
  };
}

function statesOf(mirror: House["mirror"]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { posting } of mirror.entries()) counts.set(posting.state, (counts.get(posting.state) ?? 0) + 1);
  return counts;
}
