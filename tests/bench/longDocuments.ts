// Long documents on paper: a hundred real postings in four languages, and their index, printed and finished. u: processor time of a bare warm
// print of one of these sheets in the same run. Called by print.ts.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { createChromiumPrinter } from "../../server/printer/chromiumPrinter.ts";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { launchBrowser } from "../../server/printer/launchBrowser.ts";
import { loadFonts } from "../../server/printer/loadFonts.ts";
import { createPaperCache } from "../../server/printer/paperCache.ts";
import { createPress } from "../../server/printer/press.ts";
import type { PrintJob } from "../../server/printer/printer.ts";
import { readCatalogues } from "../../server/readCatalogues.ts";
import { createPrintDocument } from "../../server/services/printDocument.ts";
import { indexPages } from "../../templates/bulletin/indexPages.tsx";
import { createWords } from "../../templates/parts/words.ts";
import { renderPoster } from "../../templates/poster/Poster.tsx";
import { POSTER_STYLES } from "../../templates/poster/posterStyles.ts";
import { openBarePage } from "./barePage.ts";
import { startBenchHouse } from "./house.ts";
import { familyOf, processorMs } from "./processorTime.ts";
import { median, ms, printTable } from "./table.ts";

const POSTINGS = 100;
const LOCALES = ["it", "en", "fr", "de"];
const PUBLIC_URL = "https://bacheca.example.it";
/** As printDocument cuts. */
const CHUNK = 40;
const ROUNDS = 5;
/** How many times cheaper than single prints a long document must be. */
const CHEAPER = 2.3;
/** Bytes a finished hundred of sheets may weigh. */
const WEIGHT_LIMIT = 0.9e6;

/** A hundred real postings in four languages, and their index, through the printer and whole. */
export async function benchDocuments(): Promise<void> {
  const found = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
  if (found === null) {
    process.stdout.write("\nLong documents: not measured, there is no browser to print with\n");
    return;
  }
  const projectRoot = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "bacheca-bench-"));
  const house = await startBenchHouse();
  const board = await house.board();
  await house.end();
  const postings = Array.from({ length: POSTINGS }, (_, at) => board[at % board.length] as PublicPosting);
  const wordsOf = createWords(readCatalogues(projectRoot));
  const css = POSTER_STYLES.map((file) => readFileSync(join(projectRoot, file), "utf8")).join("\n");
  const fontCss = await loadFonts(projectRoot);
  const bare = await openBarePage(found.path, fontCss);
  const press = createPress({
    launch: () => launchBrowser(found, join(folder, "press")),
    fontCss: async () => fontCss,
    warn: () => undefined,
  });
  const printer = createChromiumPrinter({
    projectRoot,
    workDir: join(folder, "printer"),
    browser: found.path,
    log: pino({ level: "silent" }),
  });
  const posters = LOCALES.flatMap((locale) =>
    postings.map((posting) =>
      renderPoster({ posting, languages: [wordsOf(locale)], publicUrl: PUBLIC_URL, publicUrlIsReal: true }),
    ),
  );
  const jobOf = (pages: readonly string[]): PrintJob => ({
    html: pages.join(""),
    css,
    lang: "it",
    title: "Bollettino",
    format: "a4",
    kind: "batch",
    revisedAt: "2026-11-21T08:41:00.000Z",
  });
  const pages = posters.map(({ body }) => body);
  const index = indexPages({
    board: "Centro per l’impiego di Lecce",
    section: "vacancy",
    postings,
    words: wordsOf("it"),
    publicUrl: PUBLIC_URL,
    publicUrlIsReal: true,
    place: "W1",
  });
  // Every fortieth sheet stands for all: the unit of these very sheets.
  const bareSheets = pages.filter((_, at) => at % 40 === 0);
  let weight = 0;
  const costOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = processorMs(familyOf(process.pid));
    await work();
    return processorMs(familyOf(process.pid)) - before;
  };
  const unitNow = async (): Promise<number> =>
    (await costOf(async () => {
      for (const sheet of bareSheets) await bare.print(jobOf([sheet]));
    })) / bareSheets.length;
  const works: Readonly<Record<string, (round: number) => Promise<unknown>>> = {
    printed: async () => {
      for (let at = 0; at < pages.length; at += CHUNK) await press.print(jobOf(pages.slice(at, at + CHUNK)), 60_000);
    },
    finished: async (round) => {
      const cache = createPaperCache(join(folder, `cache-${round}`));
      const print = createPrintDocument({ printer, cache, fonts: "bench" });
      const codes = posters.flatMap((one) => one.codes);
      const { pdf } = await print({
        pages,
        codes,
        css,
        lang: "it",
        title: `Bollettino ${round}`,
        size: "a4",
        revisedAt: jobOf([]).revisedAt,
      });
      weight = pdf.length;
    },
    hundred: () => press.print(jobOf(pages.slice(0, POSTINGS)), 60_000),
    index: () => press.print(jobOf(index.pages), 60_000),
  };
  const costs = new Map(Object.keys(works).map((name) => [name, [] as { cost: number; unit: number }[]]));
  try {
    // The first round warms everything up and is not counted. A machine's speed drifts: the unit is taken before and after each work.
    for (let round = 0; round <= ROUNDS; round += 1) {
      let before = await unitNow();
      for (const [name, work] of Object.entries(works)) {
        const cost = await costOf(() => work(round));
        const after = await unitNow();
        if (round > 0) costs.get(name)?.push({ cost, unit: (before + after) / 2 });
        before = after;
      }
    }
  } finally {
    await Promise.all([printer.close(), press.stop(), bare.browser.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
  const limits = [
    {
      name: "printed",
      what: `${pages.length} sheets (${POSTINGS} postings × 4 languages), printed (print 3)`,
      limit: 120,
    },
    { name: "hundred", what: `${POSTINGS} sheets in one document, printed (print 4)`, limit: 40 },
    {
      name: "finished",
      what: `the ${pages.length}, printed, joined, finished, every code read back (print 3)`,
      limit: 180,
    },
    {
      name: "index",
      what: `index of ${POSTINGS} rows with their codes, ${index.pages.length} sheets, printed (print 4)`,
      limit: 6,
    },
  ];
  const printed = costs.get("printed") ?? [];
  const cheaper = {
    cost: median(printed.map(({ cost }) => cost)),
    single: median(printed.map(({ unit }) => unit)) * pages.length,
  };
  const hundredth = weight / (pages.length / POSTINGS);
  printTable(
    `Long documents: CPU in u, a bare warm print of one of these sheets beside each; median of ${ROUNDS} rounds`,
    [
      ...limits.map(({ name, what, limit }) => {
        const rounds = costs.get(name) ?? [];
        const ratio = median(rounds.map(({ cost, unit }) => cost / unit));
        return {
          what,
          ours: ms(median(rounds.map(({ cost }) => cost))),
          peer: ms(median(rounds.map(({ unit }) => unit))),
          ratio: `${ratio.toFixed(1)} u`,
          limit: `${limit} u`,
          within: ratio <= limit,
        };
      }),
      {
        what: `the ${pages.length} beside as many single bare prints: times cheaper (print 3)`,
        ours: ms(cheaper.cost),
        peer: ms(cheaper.single),
        ratio: `${(cheaper.single / cheaper.cost).toFixed(1)} ×`,
        limit: `≥ ${CHEAPER} ×`,
        within: cheaper.single / cheaper.cost >= CHEAPER,
      },
      {
        what: "a hundred of the 400, finished: weight (print 18)",
        ours: `${Math.round(hundredth / 1000)} kB`,
        limit: `${WEIGHT_LIMIT / 1000} kB`,
        within: hundredth <= WEIGHT_LIMIT,
      },
    ],
  );
}
