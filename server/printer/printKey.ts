// The identity of a print job: the same for equal content, different for anything that changes the paper.
// chromiumPrinter joins equal jobs by it and signs the file with it; the poster cache builds its key on it.
import { createHash } from "node:crypto";
import type { PrintJob } from "./printer.ts";

/** Part of every cache key: to be raised whenever finishPdf, or what it calls, makes other bytes of the same print. */
export const FINISH = "finish-4";

/** 64 hexadecimal digits, of one job or of a document in chunks. Add the browser's version (Printer.available) where files outlive the process. */
export function printKey(...jobs: readonly PrintJob[]): string {
  const parts = jobs.map((job) => [job.html, job.css, job.lang, job.title, job.format, job.kind, job.revisedAt]);
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
