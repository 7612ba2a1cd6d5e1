// Must show: kill -9 in the middle of 200 publications over HTTP; after the next start none that was acknowledged is lost and none is
// half there, on board, page, poster and in the store. Called with one kill by npm test, with twelve by npm run test:full.

import { join } from "node:path";
import { expect, test } from "vitest";
import type { Content } from "../../server/domain/content.ts";
import type { BoardAnswer, PostingAnswer } from "../../server/domain/httpContract.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import { aContent } from "../builders.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { type Staff, serverProcesses, signInTo } from "./serverProcess.ts";

const PUBLICATIONS = 200;
const AT_ONCE = 4;

/** What we know of a posting: every version was asked for, those up to `acknowledged` were confirmed. */
interface Known {
  readonly code: string;
  acknowledged: number;
  asked: number;
}

/** One version of a posting says its number in three places, so that a half would show. */
const versionOf = (version: number): Content =>
  aContent(`Prova versione v${version}v`, {
    summary: [{ id: "s2", text: `Testo della v${version}v` }],
    reference: `rif-v${version}v`,
    window: { opens: null, closes: { day: "2031-05-31", time: null } },
  });

export function killJourney(kills: number): void {
  const start = serverProcesses();
  const folder = temporaryFolder();

  test(`killed ${kills} times while publishing, it loses nothing acknowledged and shows no half`, {
    timeout: kills * 60_000,
  }, async () => {
    const known = new Map<string, Known>();
    for (let time = 0; time < kills; time += 1) {
      const server = await start(folder);
      const staff = await signInTo(server.base);
      const killAt = 20 + Math.floor(Math.random() * 150);
      let acknowledged = 0;
      let left = PUBLICATIONS;
      const publishing = Array.from({ length: AT_ONCE }, async () => {
        while (left > 0) {
          left -= 1;
          await publishOnce(staff, known);
          acknowledged += 1;
          // At some moment of the next ones, not between two.
          if (acknowledged === killAt) setTimeout(() => server.child.kill("SIGKILL"), Math.random() * 12);
        }
      });
      const outcomes = await Promise.allSettled(publishing);
      expect(
        outcomes.map(({ status }) => status),
        server.output(),
      ).toEqual(Array(AT_ONCE).fill("rejected"));
      await server.end("SIGKILL");
      expect(acknowledged).toBeGreaterThanOrEqual(killAt);
      expect(left).toBeGreaterThan(0);

      const next = await start(folder);
      await expectWhole(next.base, await signInTo(next.base), known);
      expect(await next.end("SIGTERM")).toBe(0);
      await expectSound(join(folder, "bacheca.sqlite"), known);
    }
  });
}

/** A new posting, or a new version of one of before. Throws when the server is gone. */
async function publishOnce(staff: Staff, known: Map<string, Known>): Promise<void> {
  const free = [...known.values()].filter(({ asked, acknowledged }) => asked === acknowledged);
  const again = Math.random() < 0.4 ? free[Math.floor(Math.random() * free.length)] : undefined;
  const version = (again?.asked ?? 0) + 1;
  if (again !== undefined) again.asked = version;
  const { posting } =
    again === undefined ? await staff.draft(versionOf(version)) : await revise(staff, again.code, version);
  const entry = again ?? { code: posting.code, acknowledged: 0, asked: version };
  known.set(entry.code, entry);
  await staff.publish(entry.code, posting.revision);
  entry.acknowledged = version;
}

async function revise(staff: Staff, code: string, version: number): Promise<PostingAnswer> {
  const { posting } = await staff.call<PostingAnswer>("GET", `/postings/${code}`);
  return staff.call("PUT", `/postings/${code}/working`, { expected: posting.revision, content: versionOf(version) });
}

/** The number a content carries; the same in all three places. */
function numberIn(content: Content, code: string): number {
  const numbers = [content.title.written.text, content.summary[0]?.text, content.reference].map(
    (text) => /v(\d+)v/.exec(text ?? "")?.[1],
  );
  expect(new Set(numbers).size, `${code}: ${numbers.join(", ")}`).toBe(1);
  return Number(numbers[0]);
}

async function expectWhole(base: string, staff: Staff, known: Map<string, Known>): Promise<void> {
  const board = await staff.call<BoardAnswer>("GET", "/boards/lecce");
  const shown = new Map(
    board.postings.filter(({ demonstration }) => !demonstration).map(({ code, content }) => [code, content]),
  );
  for (const [code, content] of shown) expect(known.has(code), `${code}: ${content.title.written.text}`).toBe(true);
  for (const entry of known.values()) {
    const { code, acknowledged, asked } = entry;
    const content = shown.get(code);
    const page = await fetch(`${base}/o/${code}/it`);
    const html = await page.text();
    const poster = await fetch(`${base}/posters/${code}.html?lang=it`);
    if (content === undefined) {
      expect(acknowledged, `${code} is lost`).toBe(0);
      expect([page.status, poster.status], code).toEqual([404, 404]);
      known.delete(code);
      continue;
    }
    const number = numberIn(content, code);
    expect(number, code).toBeGreaterThanOrEqual(acknowledged);
    expect(number, code).toBeLessThanOrEqual(asked);
    // What was committed but not answered stands from now on.
    entry.acknowledged = number;
    entry.asked = number;
    expect([page.status, poster.status], code).toEqual([200, 200]);
    for (const said of [html, await poster.text()]) {
      expect(new Set([...said.matchAll(/v(\d+)v/g)].map((match) => Number(match[1]))), code).toEqual(new Set([number]));
    }
  }
}

async function expectSound(file: string, known: Map<string, Known>): Promise<void> {
  const store = await openSqlite(file);
  try {
    expect(await store.damages()).toEqual([]);
    expect(await store.brokenChain()).toBeNull();
    for (const { code, acknowledged } of known.values()) {
      const posting = await store.posting(code);
      const version = await store.versionAt(code, posting?.published?.revision ?? 0);
      expect(version?.published.content, code).toEqual(posting?.published?.content);
      expect(numberIn(posting?.published?.content as Content, code)).toBe(acknowledged);
    }
  } finally {
    await store.close();
  }
}
