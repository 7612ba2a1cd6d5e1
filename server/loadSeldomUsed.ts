// What a start can do without, loaded once the house answers: nobody waits for it when it is needed, and a build laid under a running server
// does not find it half loaded. Called by main.ts.
import { setTimeout as pause } from "node:timers/promises";

/** Requests come between two of them. */
const PAUSE_MS = 50;

/** Not sharp: eleven megabytes for a picture that may never be asked for, and its files are no part of a build. */
const seldomUsed: readonly (() => Promise<unknown>)[] = [
  () => import("puppeteer"),
  () => import("./printer/finishPdf.ts"),
  () => import("./printer/drawnCodes.ts"),
  () => import("./printer/joinPdfs.ts"),
  () => import("feed"),
  () => import("sitemap"),
  () => import("ical-generator"),
  () => import("write-excel-file/node"),
  () => import("qrcode"),
  () => import("@asteasolutions/zod-to-openapi"),
  () => import("openid-client"),
];

export async function loadSeldomUsed(): Promise<void> {
  for (const load of seldomUsed) {
    await load();
    await pause(PAUSE_MS, undefined, { ref: false });
  }
}
