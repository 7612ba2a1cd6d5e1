// Long works over HTTP: told line by line, stopped by who began them and nobody else, and done to the end when nobody listens. [WK1] [WK2]
import { beforeAll, expect, it } from "vitest";
import type { ImportAnswer } from "../../server/domain/importContract.ts";
import type { WorkLine } from "../../server/domain/workContract.ts";
import { startSession } from "../../server/services/startSession.ts";
import { anOffice, chief } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce"));
    await tx.record("owner.saved", "lecce");
    for (const login of ["prima", "seconda"])
      await tx.putAccount({ user: { ...chief, login, name: login }, passwordHash: "none" });
  });
  await house.house.mirror.catchUp();
  for (const login of ["prima", "seconda"])
    tokens[login] = (await startSession(house.house, { ...chief, login, name: login }, null)).token;
});

const headers = (login: string) => ({
  "content-type": "application/json",
  "x-requested-with": "bacheca",
  cookie: `bacheca=${tokens[login]}`,
});

function send(rows: number, source: string, work: string | null, abort?: AbortSignal): Promise<Response> {
  const sheet = Array.from({ length: rows }, (_, n) => ({ id: `${source}-${n}`, kind: "vacancy", title: "Cuoco" }));
  const content = Buffer.from(JSON.stringify(sheet)).toString("base64");
  const asked = { office: "lecce", kind: "vacancy", source, columns: {}, publish: false, closeMissing: false };
  return fetch(`${house.base}/api/v1/imports`, {
    method: "POST",
    headers: { ...headers("prima"), ...(work === null ? {} : { "x-work": work }) },
    body: JSON.stringify({ ...asked, dryRun: false, file: { how: "file", name: "a.json", content } }),
    ...(abort === undefined ? {} : { signal: abort }),
  });
}

async function* linesOf(response: Response): AsyncGenerator<WorkLine<ImportAnswer>> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const part of response.body as ReadableStream<Uint8Array>) {
    const lines = (rest + decoder.decode(part, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as WorkLine<ImportAnswer>;
  }
}

const stop = async (login: string, id: string) =>
  (await fetch(`${house.base}/api/v1/works/${id}/stop`, { method: "POST", headers: headers(login) })).status;
const count = (source: string) =>
  [...house.house.mirror.entries()].filter(({ posting }) => posting.origin?.system === `sheet:lecce:${source}`).length;

it("tells how far an import is and then its answer; without a name the answer alone", async () => {
  const lines: WorkLine<ImportAnswer>[] = [];
  for await (const line of linesOf(await send(800, "a", "workname1"))) lines.push(line);
  const steps = lines.flatMap((line) => ("done" in line ? [line] : []));
  expect(steps.length).toBeGreaterThan(1);
  expect(steps.every(({ done, total }) => done <= total && total === 3200)).toBe(true);
  expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).sort((a, b) => a - b));
  expect(lines.at(-1)).toMatchObject({ answer: { outcome: "done" } });
  expect(((await (await send(3, "b", null)).json()) as ImportAnswer).outcome).toBe("done");
}, 60_000);

it("[WK1] [WK2] is stopped by who began it alone, and nothing of it is done", async () => {
  let end: WorkLine<ImportAnswer> | null = null;
  let others: number | null = null;
  for await (const line of linesOf(await send(2500, "c", "workname2"))) {
    end = line;
    if (others !== null || !("done" in line)) continue;
    others = await stop("seconda", "workname2");
    expect(await stop("prima", "workname2")).toBe(204);
  }
  expect(others).toBe(404);
  expect(end).toMatchObject({ refused: { refusal: "stopped" } });
  await house.house.mirror.catchUp();
  expect(count("c")).toBe(0);
  expect(await stop("prima", "workname2")).toBe(404);
}, 60_000);

it("goes on when the page is closed", async () => {
  const page = new AbortController();
  const response = await send(800, "d", "workname3", page.signal);
  for await (const line of linesOf(response)) {
    expect(line).toHaveProperty("done");
    break;
  }
  page.abort();
  await expect.poll(() => count("d"), { timeout: 30_000 }).toBe(800);
}, 60_000);

it("refuses a work without a proper name", async () => {
  const response = await send(1, "e", "NO");
  expect(response.status).toBe(400);
});
