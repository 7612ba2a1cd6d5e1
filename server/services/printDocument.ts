// From pages of HTML to paper that may be handed out: kept where it was printed before, printed in chunks where it is long, and every code on it
// read back and compared. Called by printPoster, printBulletin and printWall.
// [N1] Same content, paper, fonts and browser: the same bytes and one print. [N4] A sheet whose codes do not read back is never handed out.
import { createHash } from "node:crypto";
import type { PaperSize } from "../domain/paper.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Paper, PaperCache } from "../printer/paperCache.ts";
import type { Printer, PrintJob } from "../printer/printer.ts";
import { PrinterUnavailable, PrintFailed } from "../printer/printer.ts";
import { FINISH, printKey } from "../printer/printKey.ts";
import type { Work } from "./works.ts";
import { UNWATCHED } from "./works.ts";

export interface PaperDocument {
  /** HTML of the pages, in order; long documents are cut between two of them. */
  readonly pages: readonly string[];
  readonly css: string;
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  readonly size: PaperSize;
  /** ISO instant of the newest thing on it: the only date in the file. */
  readonly revisedAt: string;
  /** What its codes must say, in the order they stand in. */
  readonly codes: readonly string[];
}

/** Refuses stopped where the work is stopped between two chunks, and nobody else waits for the same paper. */
export type PrintDocument = (document: PaperDocument, work?: Work) => Promise<Paper>;

interface Needs {
  readonly printer: Printer;
  readonly cache: PaperCache;
  /** Digest of the typeface. */
  readonly fonts: string;
}

/** Pages a chunk: beyond, memory grows and nothing is gained. */
const CHUNK = 40;

/** The least a printed module may measure: below, phones a few years old give up. Strips and index rows stand at it. */
const LEAST_MODULE_MM = 0.43;

export function createPrintDocument({ printer, cache, fonts }: Needs): PrintDocument {
  const running = new Map<string, { readonly paper: Promise<Paper>; asked: number }>();

  async function print(document: PaperDocument, jobs: Jobs, key: string, work: Work): Promise<Paper> {
    const kept = await cache.find(key);
    if (kept !== null) return kept;
    const begins = async (at: number) => {
      const goesOn = await work.goesOn(at * CHUNK, document.pages.length);
      if (!goesOn && running.get(key)?.asked === 1) throw new Refusal("stopped");
    };
    const [first, ...rest] = jobs;
    const pdf = await printer.print(
      { ...first, begins: () => begins(0) },
      ...rest.map((job, at) => ({ ...job, begins: () => begins(at + 1) })),
    );
    await work.goesOn(document.pages.length, document.pages.length);
    await checkCodes(pdf, document);
    return cache.keep(key, pdf);
  }

  return async (document, work = UNWATCHED) => {
    const state = await printer.available();
    if (!state.ok) throw new PrinterUnavailable(state.reason, state.detail);
    const jobs = jobsOf(document);
    const parts = [FINISH, fonts, state.browser, printKey(...jobs), ...document.codes];
    const key = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
    const same = running.get(key);
    if (same !== undefined) {
      same.asked += 1;
      return same.paper;
    }
    const paper = print(document, jobs, key, work).finally(() => running.delete(key));
    running.set(key, { paper, asked: 1 });
    return paper;
  };
}

type Jobs = readonly [PrintJob, ...PrintJob[]];

function jobsOf({ pages, css, lang, title, size, revisedAt }: PaperDocument): Jobs {
  const kind = pages.length > 4 ? "batch" : "single";
  const job = (from: number): PrintJob => ({
    html: pages.slice(from, from + CHUNK).join(""),
    css,
    lang,
    title,
    format: size,
    kind,
    revisedAt,
  });
  const rest = Array.from({ length: Math.ceil(pages.length / CHUNK) - 1 }, (_, at) => job((at + 1) * CHUNK));
  return [job(0), ...rest];
}

async function checkCodes(pdf: Uint8Array, { codes }: PaperDocument): Promise<void> {
  // What reads PDFs is large, and loaded with the first print.
  const { drawnCodes } = await import("../printer/drawnCodes.ts");
  const drawn = await drawnCodes(pdf);
  const wrong = codes.findIndex((code, at) => drawn[at]?.text !== code);
  if (drawn.length !== codes.length || wrong >= 0) {
    throw new PrintFailed(
      "codes",
      `${drawn.length} codes of ${codes.length}; the first that does not read back is number ${wrong + 1}`,
    );
  }
  const small = drawn.find(({ moduleMm }) => moduleMm < LEAST_MODULE_MM);
  if (small) throw new PrintFailed("codes", `a module of ${small.moduleMm.toFixed(2)} mm on page ${small.page + 1}`);
}
