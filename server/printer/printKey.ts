// The identity of a print job: the same for equal content, different for anything that changes the paper.
// chromiumPrinter joins equal jobs by it and signs the file with it; the poster cache may build its key on it.
import { createHash } from "node:crypto";
import type { PrintJob } from "./printer.ts";

/** Part of every cache key: to be raised whenever finishPdf, or what it calls, makes other bytes of the same print. */
export const FINISH = "finish-3";

/** 64 hexadecimal digits. Add the browser's version (Printer.available) where files outlive the process. */
export function printKey(job: PrintJob): string {
  const parts = [job.html, job.css, job.lang, job.title, job.format, job.kind, job.revisedAt];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
