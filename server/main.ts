// Composition root: reads the configuration, opens the store, seeds an empty one, serves, and shuts down in order.
// Called by start.mjs after installing and building.

import { mkdirSync } from "node:fs";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Logger } from "pino";
import { pino } from "pino";
import { createWords } from "../templates/parts/words.ts";
import type { App } from "./app.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { readConfig } from "./config.ts";
import { SOURCE_LOCALE } from "./domain/locale.ts";
import { Refusal } from "./domain/refusal.ts";
import { refuse } from "./http/refuse.ts";
import { loadSeldomUsed } from "./loadSeldomUsed.ts";
import { createChromiumPrinter } from "./printer/chromiumPrinter.ts";
import type { Printer } from "./printer/printer.ts";
import { readCatalogues } from "./readCatalogues.ts";
import { systemClock } from "./services/clock.ts";
import { seedDemonstration } from "./services/seedDemonstration.ts";
import { firstAdministrator } from "./services/signIn.ts";
import { whenCalm } from "./services/whenCalm.ts";
import { openStore } from "./store/openStore.ts";
import type { Store } from "./store/store.ts";
import { loadVocabularies } from "./vocabularies/loadVocabularies.ts";

/** Serves until SIGINT or SIGTERM. Throws a plain sentence where it cannot start. */
export async function serve(): Promise<void> {
  // The engine would let the heap grow to four times what lives in it before it looks: on a click day half a gigabyte of pages long forgotten.
  setFlagsFromString("--heap-growing-percent=40");
  const config = readConfig();
  const say = (line: string) => process.stdout.write(`${line}\n`);
  mkdirSync(config.dataDir, { recursive: true });
  // Displays, pages and paper are watched by people, not by a terminal: the log is for who runs it, so it goes to standard error.
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const store = await openStore(config).catch((thrown: unknown) => {
    throw inWords(thrown, config, log);
  });
  const vocabularies = loadVocabularies(config.projectRoot);
  const account = await firstAdministrator({ store, clock: systemClock }, config.adminPassword);
  const seeded = await seed(config, store, vocabularies);
  const printer = createChromiumPrinter({
    projectRoot: config.projectRoot,
    workDir: path.join(config.dataDir, "printer"),
    browser: config.browser ?? undefined,
    log,
  });
  const app = await createApp({ store, clock: systemClock, printer, config, vocabularies, log });
  await listen(app, config);
  endInOrder(app, store, printer, log.flush.bind(log));
  announce(app, config, account, seeded, say);
  // What takes its time comes while nobody waits for it.
  whenCalm()
    .then(() => vocabularies.prepare())
    .then(loadSeldomUsed)
    .catch((error: unknown) => log.error({ err: error }, "a part of the program could not be loaded"));
}

/** A database that is away, or newer than this program, is told to who starts it in a sentence, like every refusal. */
function inWords(thrown: unknown, config: Config, log: Logger): unknown {
  if (!(thrown instanceof Refusal)) return thrown;
  const words = createWords(readCatalogues(config.projectRoot));
  const sentences = [SOURCE_LOCALE, "en"].map((locale) => refuse({ words, log }, thrown, locale).body.sentence);
  return new Error(sentences.join("\n"), { cause: thrown });
}

async function seed(config: Config, store: Store, vocabularies: ReturnType<typeof loadVocabularies>): Promise<number> {
  const empty = (await store.owners()).length === 0;
  if (!empty || config.demo === false) return 0;
  return seedDemonstration({ store, clock: systemClock, vocabularies, projectRoot: config.projectRoot });
}

/** Connections the system keeps waiting while the process is busy: on a click day more than Node's 511 come at once. */
const WAITING = 4096;

function listen({ server }: App, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(
              `La porta ${config.port} è già in uso. Scelga un'altra PORT. / Port ${config.port} is in use: choose another PORT.`,
            )
          : error,
      ),
    );
    server.listen(config.port, config.host, WAITING, resolve);
  });
}

function endInOrder(app: App, store: Store, printer: Printer, flush: () => void): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    // No new work, then what is under way, then the browser, then the store: nothing acknowledged is lost, nothing is left behind.
    await app.close();
    await printer.close();
    await store.close();
    flush();
    process.exit(0);
  };
  process.on("SIGINT", () => void end());
  process.on("SIGTERM", () => void end());
}

function announce(
  app: App,
  config: Config,
  account: { login: string; generated: string | null } | null,
  seeded: number,
  say: (line: string) => void,
): void {
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : config.port;
  const base = `http://localhost:${port}`;
  const office = app.house.mirror.office("lecce")?.id ?? app.house.mirror.offices()[0]?.id;
  say("");
  say("  Bacheca Viva");
  say(`  Bacheca pubblica · public board   ${base}/`);
  say(`  Schermo · display                 ${base}/kiosk/${office === undefined ? "" : `?office=${office}`}`);
  say(`  Scrivania · staff desk            ${base}/admin/`);
  if (account !== null) {
    say(`  Utente · user                     ${account.login}`);
    say(`  Password                          ${account.generated ?? "(ADMIN_PASSWORD)"}`);
    if (account.generated !== null)
      say(
        "  La password si vede solo ora: al primo ingresso ne va scelta una propria. / Shown only now; choose your own at first sign-in.",
      );
  }
  if (seeded > 0)
    say(
      `  Dimostrazione: ${seeded} annunci veri del passato, con date spostate. / Demonstration: ${seeded} real past postings with shifted dates.`,
    );
  if (!config.publicUrlIsReal) {
    say(`  ATTENZIONE · WARNING  I codici QR portano a ${config.publicUrl}: per stampare serve PUBLIC_URL=https://…`);
    say("                        QR codes lead there; set PUBLIC_URL to the real https address before printing.");
  }
  say("");
}
