// The printer as a port: what a sheet needs to become a PDF, and the three ways it can fail.
// Services and createApp know this file only; chromiumPrinter.ts is the printer behind it.
import type { PaperSize } from "../domain/paper.ts";

/** One document to print. Equal jobs give equal bytes, so a job is also its own cache key (see printKey.ts). */
export interface PrintJob {
  /** What stands inside <body>. Scripts, frames, media and links to anything outside are dropped, never fetched. */
  readonly html: string;
  /** The template's style sheet; may override the page box with its own `@page`. Titillium Web 400, 600 and 700 are there. */
  readonly css: string;
  /** BCP 47 language of the document, as in `<html lang>`. */
  readonly lang: string;
  readonly title: string;
  /** Paper; leaflets are printed four to an A4. */
  readonly format: PaperSize;
  /** A single sheet has 10 s and goes before waiting batches; a batch (at most 100 pages, for memory) has 30 s. */
  readonly kind: "single" | "batch";
  /** ISO instant of the revision printed: the only date in the file, so that unchanged content gives unchanged bytes. */
  readonly revisedAt: string;
  /** Asked when its turn has come; what it throws gives the whole document up. No part of what is printed. */
  readonly begins?: () => Promise<void>;
}

export type PrinterState =
  | { readonly ok: true /** Name and version, part of a cache key. */; readonly browser: string }
  | { readonly ok: false; readonly reason: UnavailableReason; readonly detail: string };

/** `noBrowser`: none found or the configured one is missing; `launchFailed`: found but does not start; `closed`: shutting down. */
export type UnavailableReason = "noBrowser" | "launchFailed" | "closed";

export interface Printer {
  /**
   * Prints and finishes one job, or a long document's chunks in order as one file; single sheets asked for meanwhile go between two chunks.
   * Identical work asked for together is done once and shares the bytes: do not change them.
   * @throws PrinterUnavailable, PrinterBusy, PrintFailed
   */
  print(job: PrintJob, ...more: readonly PrintJob[]): Promise<Uint8Array>;
  /** Whether printing can work here; does not start the browser. */
  available(): Promise<PrinterState>;
  /** Ends the browser and refuses all that waits. Idempotent. */
  close(): Promise<void>;
}

/** There is no browser to print with: the print view still serves. */
export class PrinterUnavailable extends Error {
  override readonly name = "PrinterUnavailable";
  constructor(
    readonly reason: UnavailableReason,
    detail: string,
  ) {
    super(`The printer is unavailable (${reason}): ${detail}`);
  }
}

/** Too many jobs wait already. `retryAfter` is in whole seconds, at least 1, for the header of that name. */
export class PrinterBusy extends Error {
  override readonly name = "PrinterBusy";
  constructor(readonly retryAfter: number) {
    super(`The printer is busy; try again in ${retryAfter} s`);
  }
}

/**
 * This job could not be printed; others can. `timeout`: over its time; `browser`: the browser failed on it twice;
 * `codes`: it was printed, and a code on it does not say what it should.
 */
export class PrintFailed extends Error {
  override readonly name = "PrintFailed";
  constructor(
    readonly reason: "timeout" | "browser" | "codes",
    detail: string,
  ) {
    super(`The document was not printed (${reason}): ${detail}`);
  }
}
