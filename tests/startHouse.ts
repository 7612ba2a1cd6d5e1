// A running house for one test file: real store, real HTTP and sockets on a free port, the demonstration or an empty network.
// Called by http, sockets and journey tests; everything it starts ends with the file.
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pino } from "pino";
import { afterAll } from "vitest";
import type { App } from "../server/app.ts";
import { createApp } from "../server/app.ts";
import type { Config } from "../server/config.ts";
import { readConfig } from "../server/config.ts";
import type { PostingAnswer } from "../server/domain/httpContract.ts";
import { createChromiumPrinter } from "../server/printer/chromiumPrinter.ts";
import type { Clock } from "../server/services/clock.ts";
import { systemClock } from "../server/services/clock.ts";
import { seedDemonstration } from "../server/services/seedDemonstration.ts";
import { firstAdministrator } from "../server/services/signIn.ts";
import { openStore } from "../server/store/openStore.ts";
import type { Store } from "../server/store/store.ts";
import { lastingFonts } from "./setup/lastingFonts.ts";
import { readVocabularies } from "./setup/readVocabularies.ts";
import { temporaryFolder } from "./setup/temporaryFolder.ts";

export const PASSWORD = "una-password-di-prova";

export interface RunningHouse extends App {
  readonly base: string;
  readonly store: Store;
  readonly config: Config;
  /** The same person's bytes, for paper. */
  staffBytes(path: string): Promise<Uint8Array>;
  /** Signed-in fetch as the first administrator: JSON in, JSON out. */
  staff<B = PostingAnswer>(method: string, path: string, body?: unknown): Promise<{ status: number; body: B }>;
}

export interface HouseOptions {
  readonly demo?: boolean;
  readonly clock?: Clock;
  readonly databaseUrl?: string;
  readonly publicUrl?: string;
  readonly browser?: string;
  readonly log?: string;
  /** Further variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Call at the top of a test file, in a beforeAll or with top-level await. */
export async function startHouse(options: HouseOptions = {}): Promise<RunningHouse> {
  const folder = temporaryFolder();
  const clock = options.clock ?? systemClock;
  const read = readConfig({
    PORT: "0",
    DATA_DIR: folder,
    ADMIN_PASSWORD: PASSWORD,
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    ...(options.publicUrl === undefined ? {} : { PUBLIC_URL: options.publicUrl }),
    ...(options.browser === undefined ? {} : { PUPPETEER_EXECUTABLE_PATH: options.browser }),
    LOG_LEVEL: (options.log ?? "silent") as "silent",
    ...options.env,
  });
  const log = pino({ level: read.logLevel }, pino.destination(2));
  await lastingFonts(read.projectRoot);
  const store = await openStore(read);
  const vocabularies = readVocabularies(read.projectRoot);
  await firstAdministrator({ store, clock }, PASSWORD);
  if (options.demo !== false) await seedDemonstration({ store, clock, vocabularies, projectRoot: read.projectRoot });
  const printer = createChromiumPrinter({
    projectRoot: read.projectRoot,
    workDir: path.join(folder, "printer"),
    browser: read.browser ?? undefined,
    log,
  });
  // The port is known only after listening, and the public address is part of the configuration.
  const port = await freePort();
  const config: Config = { ...read, port, publicUrl: options.publicUrl ?? `http://localhost:${port}` };
  const app = await createApp({ store, clock, printer, config, vocabularies, log });
  await new Promise<void>((resolve) => app.server.listen(port, resolve));
  afterAll(async () => {
    await app.close();
    await printer.close();
    await store.close();
  });
  const base = `http://localhost:${port}`;
  let cookie = "";
  async function call<B>(method: string, route: string, body?: unknown): Promise<{ status: number; body: B }> {
    const answer = await fetch(`${base}/api/v1${route}`, {
      method,
      headers: { "content-type": "application/json", "x-requested-with": "bacheca", cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = answer.headers.get("set-cookie");
    if (set !== null) cookie = set.split(";")[0] as string;
    const text = await answer.text();
    return { status: answer.status, body: (text === "" ? null : JSON.parse(text)) as B };
  }
  return {
    ...app,
    base,
    store,
    config,
    async staffBytes(route) {
      if (cookie === "") await call("POST", "/session", { login: "admin", password: PASSWORD });
      const answer = await fetch(`${base}/api/v1${route}`, { headers: { cookie } });
      return new Uint8Array(await answer.arrayBuffer());
    },
    async staff(method, route, body) {
      if (cookie === "") await call("POST", "/session", { login: "admin", password: PASSWORD });
      return call(method, route, body);
    },
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
