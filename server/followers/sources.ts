// Sheets that come by themselves: files laid into an office's folder, addresses asked at intervals. Called by app.ts.
// [IS2] A file is taken once: moved to done/ or refused/ with a text beside it that says what became of every row.
// [IS3] An address is asked over https without following it elsewhere, for at most half a minute and 5 MB.
import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Feed } from "../config/sources.ts";
import type { House } from "../house.ts";
import { MAX_FILE_BYTES } from "../records/readRecords.ts";
import { readSource } from "../services/readSource.ts";
import { feedId, folderId, noteSource } from "../services/sourceStates.ts";

const LOOK_EVERY = 5000;
/** A file still being copied changes; one this old does not. */
const SETTLED = 3000;
const ASK_FOR = 30_000;

type Fetch = typeof fetch;

/** Returns a function that stops it and waits for what is under way. */
export function followSources(house: House, ask: Fetch = fetch, lookEvery = LOOK_EVERY): () => Promise<void> {
  const { folder, feeds, everyMinutes } = house.config.sources;
  if (folder === null && feeds.length === 0) return async () => {};
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let askedAt = Number.NEGATIVE_INFINITY;

  async function tick(): Promise<void> {
    try {
      if (folder !== null) await takeFiles(house, folder);
      if (performance.now() - askedAt >= everyMinutes * 60_000) {
        askedAt = performance.now();
        for (const feed of feeds) if (!stopped) await takeFeed(house, feed, ask);
      }
    } catch (error) {
      house.log.warn({ err: error }, "a source could not be read");
    }
    if (!stopped) timer = setTimeout(() => (running = tick()), lookEvery);
  }

  timer = setTimeout(() => (running = tick()), 0);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}

/** [IS2] */
async function takeFiles(house: House, folder: string): Promise<void> {
  for (const office of house.mirror.offices()) {
    const place = join(folder, office.id);
    const names = await readdir(place, { withFileTypes: true }).catch(() => []);
    for (const entry of names) {
      const path = join(place, entry.name);
      if (!entry.isFile() || entry.name.startsWith(".") || entry.name.endsWith(".taken")) continue;
      const { mtimeMs, size } = await stat(path);
      if (Date.now() - mtimeMs < SETTLED) continue;
      // Of several instances one gets it: the others no longer find the name.
      const taken = `${path}.taken`;
      if (
        !(await rename(path, taken).then(
          () => true,
          () => false,
        ))
      )
        continue;
      const bytes = size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await readFile(taken);
      const source = { id: folderId(office.id), office: office.id, kind: "vacancy" } as const;
      const { outcome, lines } = await readSource(house, source, { bytes, name: entry.name });
      const end = join(place, outcome === "refused" ? "refused" : "done");
      await mkdir(end, { recursive: true });
      await rename(taken, join(end, entry.name));
      await writeFile(join(end, `${entry.name}.txt`), `${lines.join("\n")}\n`);
    }
  }
}

/** [IS3] */
async function takeFeed(house: House, feed: Feed, ask: Fetch): Promise<void> {
  const { host, pathname } = new URL(feed.url);
  const id = feedId(feed.url);
  try {
    const answer = await ask(feed.url, { redirect: "error", signal: AbortSignal.timeout(ASK_FOR) });
    if (!answer.ok || answer.body === null) throw new Error(`answered ${answer.status}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body) {
      size += part.length;
      if (size > MAX_FILE_BYTES) throw new Error("more than 5 MB");
      parts.push(part);
    }
    const name = nameOf(pathname, answer.headers.get("content-type") ?? "");
    await readSource(house, { ...feed, id }, { bytes: Buffer.concat(parts), name });
  } catch (error) {
    house.log.warn({ err: error, host }, "a feed could not be read");
    await noteSource(house, id, { outcome: "unreachable", file: "" });
  }
}

/** The ending says what a file is; where an address has none, its type does. */
function nameOf(pathname: string, type: string): string {
  const name = pathname.split("/").at(-1) ?? "";
  if (/\.(?:csv|xlsx|json|xml|pdf|txt)$/i.test(name)) return name;
  const ending = ["json", "xml", "pdf", "csv"].find((one) => type.includes(one));
  return `feed.${ending ?? (type.includes("spreadsheet") ? "xlsx" : "csv")}`;
}
