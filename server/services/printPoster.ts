// A posting on paper as PDF, in any arrangement: from the cache where it was printed before, else from the printer. Called by http/posters, the
// command line and the warmer. [N2] Printing never delays a publication.

import type { WordsOf } from "../../templates/parts/words.ts";
import type { Config } from "../config.ts";
import type { Code } from "../domain/code.ts";
import type { Locale } from "../domain/locale.ts";
import type { PaperFormat, PaperSize } from "../domain/paper.ts";
import { stateAt } from "../domain/posting.ts";
import type { PublicPosting } from "../domain/publicPosting.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Paper, PaperCache } from "../printer/paperCache.ts";
import type { Clock } from "./clock.ts";
import type { Mirror } from "./mirror.ts";
import type { PrintDocument } from "./printDocument.ts";

/** What is to be printed of a posting. `place`: short id of the wall it will hang on. */
export interface PosterOrder {
  readonly locales: readonly Locale[];
  readonly format: PaperFormat;
  readonly size: PaperSize;
  readonly place: string | null;
}

/** A posting set for paper; made by http and handed to templates/poster. */
export interface RenderedPoster {
  readonly body: string;
  readonly css: string;
  readonly title: string;
  readonly codes: readonly string[];
  /** Languages in which something had to be left out. */
  readonly shortened: readonly Locale[];
}

export type RenderPoster = (posting: PublicPosting, order: PosterOrder) => RenderedPoster;

export interface PrintedPoster extends Paper {
  readonly shortened: readonly Locale[];
}

export interface Posters {
  /** Refuses unknownCode, gone, publicUrlMissing; throws the printer's own failures. */
  print(code: Code, order: PosterOrder): Promise<PrintedPoster>;
  /** Begins printing in the background what was just published. */
  warm(code: Code, locales: readonly Locale[]): void;
  /** Everything printed is printed anew, bulletins too: after a restore or an erasure. */
  forgetAll(): Promise<void>;
}

interface Needs {
  readonly mirror: Mirror;
  readonly clock: Clock;
  readonly config: Pick<Config, "publicUrlIsReal">;
  readonly words: WordsOf;
  demonstration(): boolean;
  readonly render: RenderPoster;
  readonly print: PrintDocument;
  readonly papers: PaperCache;
}

/** Papers held ready in memory by what was asked for; behind them stands the cache of contents. */
const READY = 600;

export function createPosters(needs: Needs): Posters {
  const ready = new Map<string, { readonly of: PublicPosting; readonly paper: Promise<PrintedPoster> }>();

  async function make(posting: PublicPosting, order: PosterOrder): Promise<PrintedPoster> {
    const { body, css, title, codes, shortened } = needs.render(posting, order);
    const paper = await needs.print({
      pages: [body],
      css,
      title,
      lang: needs.words(order.locales[0] ?? "it").locale.intl,
      size: order.size,
      revisedAt: new Date(posting.publishedAt).toISOString(),
      codes,
    });
    return { ...paper, shortened };
  }

  function print(code: Code, order: PosterOrder): Promise<PrintedPoster> {
    const posting = printable(needs, code);
    const key = [code, order.format, order.size, order.place ?? "", ...order.locales].join("|");
    const before = ready.get(key);
    // The mirror makes a new record whenever anything the public sees of a posting changes, its owner's name included.
    if (before !== undefined && before.of === posting) return before.paper;
    const paper = make(posting, order);
    ready.delete(key);
    ready.set(key, { of: posting, paper });
    paper.catch(() => ready.get(key)?.paper === paper && ready.delete(key));
    for (const oldest of ready.keys()) {
      if (ready.size <= READY) break;
      ready.delete(oldest);
    }
    return paper;
  }

  return {
    // A refusal is an answer like any other, so it rejects rather than throws.
    print: async (code, order) => print(code, order),
    warm(code, locales) {
      Promise.resolve()
        .then(() => print(code, { locales, format: "poster", size: "a4", place: null }))
        .catch(() => undefined);
    },
    forgetAll() {
      ready.clear();
      return needs.papers.forgetAll();
    },
  };
}

/** The posting to print, as the public sees it now. Refuses unknownCode, gone, publicUrlMissing. */
export function printable(
  { mirror, clock, config, demonstration }: Pick<Needs, "mirror" | "clock" | "config" | "demonstration">,
  code: Code,
): PublicPosting {
  const entry = mirror.entry(code);
  const state = entry === undefined ? "draft" : stateAt(entry.posting, clock.now());
  if (entry === undefined || entry.shown === null || state === "draft" || state === "scheduled")
    throw new Refusal("unknownCode", { code });
  if (state === "closed") throw new Refusal("gone", { code });
  mayPrint({ config, demonstration });
  return entry.shown;
}

/** A printed code hangs for months: it must not lead to nowhere. The demonstration prints with a visible mark instead. */
export function mayPrint({ config, demonstration }: Pick<Needs, "config" | "demonstration">): void {
  if (!config.publicUrlIsReal && !demonstration()) throw new Refusal("publicUrlMissing");
}
