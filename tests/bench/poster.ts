// A posting's poster from the service that serves it, beside the barest warm print there is: the same sheets through one resident page of
// puppeteer, nothing checked, nothing finished. Processor time of this process and the browser. Called by run.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { App } from "../../server/app.ts";
import { createApp } from "../../server/app.ts";
import { readConfig } from "../../server/config.ts";
import { isLive } from "../../server/domain/posting.ts";
import type { House } from "../../server/house.ts";
import { createDrawPicture } from "../../server/pictures/drawPicture.ts";
import { createChromiumPrinter } from "../../server/printer/chromiumPrinter.ts";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { launchBrowser } from "../../server/printer/launchBrowser.ts";
import { loadFonts } from "../../server/printer/loadFonts.ts";
import { createPress } from "../../server/printer/press.ts";
import type { Printer, PrintJob } from "../../server/printer/printer.ts";
import { systemClock } from "../../server/services/clock.ts";
import type { PosterOrder } from "../../server/services/printPoster.ts";
import { printable } from "../../server/services/printPoster.ts";
import { seedDemonstration } from "../../server/services/seedDemonstration.ts";
import { openStore } from "../../server/store/openStore.ts";
import { loadVocabularies } from "../../server/vocabularies/loadVocabularies.ts";
import { socialPicture } from "../../templates/social/SocialPicture.tsx";
import { openBarePage } from "./barePage.ts";
import { familyOf, processorMs } from "./processorTime.ts";
import { median, ms, printTable } from "./table.ts";
import { weasyPrint } from "./weasyPrint.ts";

const ROUNDS = 5;
const POSTERS = 12;
const FOUR = ["it", "en", "fr", "de"];
const inOne = (locales: readonly string[]): PosterOrder => ({ locales, format: "poster", size: "a4", place: null });

interface Print {
  readonly name: "bare" | "printed" | "finished" | "cached" | "fourPrinted" | "four" | "picture";
  readonly run: (code: string, job: PrintJob) => Promise<unknown>;
}

interface Workshop {
  readonly app: App;
  readonly prints: readonly Print[];
  /** Every sheet as it is handed to the printer. */
  readonly jobs: ReadonlyMap<string, PrintJob>;
  /** In a document of its own for WeasyPrint, which knows no resident page. */
  readonly fontCss: string;
  end(): Promise<void>;
}

export async function benchPoster(): Promise<void> {
  const workshop = await openWorkshop();
  if (workshop === null) return;
  try {
    const { jobs, prints, app } = workshop;
    const cost = new Map(prints.map(({ name }) => [name, [] as number[]]));
    const wall = new Map(prints.map(({ name }) => [name, [] as number[]]));
    // The first round warms everything up and is not counted; every other round goes backwards.
    for (let round = 0; round <= ROUNDS; round += 1) {
      await app.posters.forgetAll();
      const order = round % 2 === 0 ? prints : [...prints].reverse();
      for (const { name, run } of order) {
        // What is asked for a second time must have been printed once.
        if (name === "cached") for (const code of jobs.keys()) await app.posters.print(code, inOne(["it"]));
        else await app.posters.forgetAll();
        const cpuBefore = processorMs(familyOf(process.pid));
        const begun = performance.now();
        for (const [code, job] of jobs) await run(code, job);
        if (round === 0) continue;
        wall.get(name)?.push((performance.now() - begun) / jobs.size);
        cost.get(name)?.push((processorMs(familyOf(process.pid)) - cpuBefore) / jobs.size);
      }
    }
    report(cost, wall, weasyPrint([...jobs.values()], workshop.fontCss));
  } finally {
    await workshop.end();
  }
}

/** Null, and says so, where there is no browser. */
async function openWorkshop(): Promise<Workshop | null> {
  const found = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
  if (found === null) {
    process.stdout.write("\nPoster: not measured, there is no browser to print with\n");
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), "bacheca-bench-"));
  const config = readConfig({ DATA_DIR: folder, PORT: "0" });
  const { projectRoot } = config;
  const log = pino({ level: "silent" });
  const store = await openStore(config);
  const vocabularies = loadVocabularies(projectRoot);
  await seedDemonstration({ store, clock: systemClock, vocabularies, projectRoot });
  const chromium = createChromiumPrinter({ projectRoot, workDir: join(folder, "printer"), browser: found.path, log });
  let lastJob: PrintJob | undefined;
  const printer: Printer = {
    ...chromium,
    print: (...jobs) => {
      [lastJob] = jobs;
      return chromium.print(...jobs);
    },
  };
  const app = await createApp({ store, clock: systemClock, printer, config, vocabularies, log });
  const press = createPress({
    launch: () => launchBrowser(found, join(folder, "press")),
    fontCss: () => loadFonts(projectRoot),
    warn: () => undefined,
  });
  const fontCss = await loadFonts(projectRoot);
  const bare = await openBarePage(found.path, fontCss);
  const draw = createDrawPicture(projectRoot, folder);

  const jobs = new Map<string, PrintJob>();
  const inFour = new Map<string, PrintJob>();
  for (const { posting } of app.house.mirror.entries()) {
    if (jobs.size === POSTERS) break;
    if (!isLive(posting, Date.now())) continue;
    await app.posters.print(posting.code, inOne(["it"]));
    if (lastJob !== undefined) jobs.set(posting.code, lastJob);
    await app.posters.print(posting.code, inOne(FOUR));
    if (lastJob !== undefined) inFour.set(posting.code, lastJob);
  }
  return {
    app,
    jobs,
    fontCss,
    prints: [
      { name: "bare", run: (_code, job) => bare.print(job) },
      { name: "printed", run: (_code, job) => press.print(job, 10_000) },
      { name: "finished", run: (code) => app.posters.print(code, inOne(["it"])) },
      { name: "cached", run: (code) => app.posters.print(code, inOne(["it"])) },
      { name: "fourPrinted", run: (code) => press.print(inFour.get(code) as PrintJob, 10_000) },
      { name: "four", run: (code) => app.posters.print(code, inOne(FOUR)) },
      { name: "picture", run: (code) => draw(pictureOf(app.house, code)) },
    ],
    async end() {
      await app.close();
      await Promise.all([chromium.close(), press.stop(), bare.browser.close()]);
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const pictureOf = (house: House, code: string): string =>
  socialPicture({
    posting: printable(house, code),
    words: house.words("it"),
    publicUrl: house.config.publicUrl,
    shape: "landscape",
  });

function report(
  cost: ReadonlyMap<Print["name"], number[]>,
  wall: ReadonlyMap<Print["name"], number[]>,
  weasy: number | null,
): void {
  const middle = (of: typeof cost, name: Print["name"]) => median(of.get(name) ?? []);
  const unit = middle(cost, "bare");
  const limits = [
    { name: "printed", what: "printed (print 1)", limit: 1.3 },
    { name: "finished", what: "drawn, printed and finished: as served (print 1)", limit: 2.5 },
    { name: "fourPrinted", what: "four languages in one document, printed (print 2)", limit: 2 },
    { name: "four", what: "four languages, drawn, printed and finished: as served (print 2)", limit: 3.5 },
    { name: "cached", what: "asked for again (print 6)", limit: 0.05 },
    { name: "picture", what: "its picture for a virtual board, 1200 × 630, drawn anew (print 28)", limit: 1.5 },
  ] as const;
  printTable(
    `Poster: CPU a sheet, ${POSTERS} real postings; peer: a bare warm print of the same sheet; median of ${ROUNDS} rounds`,
    limits.map(({ name, what, limit }) => {
      const ratio = middle(cost, name) / unit;
      return {
        what,
        ours: ms(middle(cost, name)),
        peer: ms(unit),
        ratio: `${ratio.toFixed(2)} ×`,
        limit: `${limit} ×`,
        within: ratio <= limit,
      };
    }),
    [
      `finishing four languages: ${((middle(cost, "four") - middle(cost, "fourPrinted")) / unit).toFixed(2)} × (limit 1.5 ×)`,
      weasy === null
        ? "WeasyPrint is not installed here: not measured"
        : `WeasyPrint, warm, the same sheets: ${ms(weasy)}, ${(weasy / unit).toFixed(1)} × a bare print, ${(weasy / middle(cost, "finished")).toFixed(1)} × ours as served`,
      `on the clock: bare ${ms(middle(wall, "bare"))}, as served ${ms(middle(wall, "finished"))}, four languages ${ms(middle(wall, "four"))}`,
    ],
  );
}
