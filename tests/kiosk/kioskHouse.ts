// The whole house with the display built anew, on a port that can be taken again: for journeys that end the server and start it once more.
import { mkdirSync, mkdtempSync, renameSync, symlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pino } from "pino";
import type { App } from "../../server/app.ts";
import { createApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { romeInstant } from "../../server/domain/time.ts";
import { createChromiumPrinter } from "../../server/printer/chromiumPrinter.ts";
import type { Clock } from "../../server/services/clock.ts";
import { openStore } from "../../server/store/openStore.ts";
import { anArea, anOffice } from "../builders.ts";
import { copyBuiltApplication } from "../setup/builtApplication.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";

const ROOT = resolve(import.meta.dirname, "../..");
/** A Tuesday morning by the server's clock, whenever the tests run. */
export const SKEW = romeInstant("2026-11-24", "10:00") - Date.now();
export const serverNow = () => Date.now() + SKEW;

export interface KioskHouse {
  readonly origin: string;
  readonly port: number;
  readonly projectRoot: string;
  readonly app: () => App;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends everything and removes the folders. */
  end(): Promise<void>;
}

interface KioskHouseSettings {
  /** A built display of one's own. */
  readonly kiosk?: string;
  readonly clock?: Clock;
  /** Where programs are looked for: with it the house has a voice. */
  readonly path?: string;
}

export async function startKioskHouse({
  kiosk,
  clock = { now: serverNow },
  path = "",
}: KioskHouseSettings = {}): Promise<KioskHouse> {
  const projectRoot = mkdtempSync(join(tmpdir(), "kiosk-house-"));
  for (const part of ["locales", "templates", "server", "node_modules", "package.json"])
    symlinkSync(join(ROOT, part), join(projectRoot, part));
  mkdirSync(join(projectRoot, "dist"));
  const place = join(projectRoot, "dist/kiosk");
  if (kiosk === undefined) await copyBuiltApplication("kiosk", place);
  else renameSync(kiosk, place);
  const port = await freePort();
  const config = {
    ...readConfig({ DATA_DIR: join(projectRoot, "data"), PORT: String(port), PATH: path }),
    projectRoot,
  };
  mkdirSync(config.dataDir);
  const log = pino({ level: "error" }, pino.destination(2));
  const vocabularies = readVocabularies(ROOT);
  const printer = createChromiumPrinter({
    projectRoot,
    workDir: join(projectRoot, "printer"),
    browser: config.browser ?? undefined,
    log,
  });
  const first = await openStore(config);
  await first.write("test", clock.now(), async (tx) => {
    for (const owner of [anArea("arpal-lecce"), anOffice("lecce"), anOffice("gallipoli")]) await tx.putOwner(owner);
  });
  await first.close();
  let running: { app: App; close: () => Promise<void> } | null = null;
  const house: KioskHouse = {
    origin: `http://localhost:${port}`,
    port,
    projectRoot,
    app() {
      if (running === null) throw new Error("the house is closed");
      return running.app;
    },
    async start() {
      const store = await openStore(config);
      const app = await createApp({ store, clock, printer, config, vocabularies, log });
      await new Promise<void>((done) => app.server.listen(port, done));
      running = {
        app,
        async close() {
          await app.close();
          await store.close();
        },
      };
    },
    async stop() {
      await running?.close();
      running = null;
    },
    async end() {
      await house.stop();
      await printer.close();
      await rm(projectRoot, { recursive: true, force: true });
    },
  };
  await house.start();
  return house;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}
