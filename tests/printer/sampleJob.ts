// A sheet with everything a poster is made of, and the places the printer's tests share. Used in tests/printer only.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { afterAll, onTestFinished } from "vitest";
import type { PrinterLimits, PrinterLog } from "../../server/printer/chromiumPrinter.ts";
import { createChromiumPrinter } from "../../server/printer/chromiumPrinter.ts";
import type { Printer, PrintJob } from "../../server/printer/printer.ts";
import { Qr } from "../../templates/parts/qr.tsx";

export const ADDRESS = "HTTPS://BACHECA.EXAMPLE/O/7K3MQ9XZ/FR/1A2";

const TITLE = "Serveuse ou serveur de salle, Otranto";

export const sampleJob = (changes: Partial<PrintJob> = {}): PrintJob => ({
  html: sampleSheet(ADDRESS),
  css: `@page{margin:12mm} h1{font-size:40pt;line-height:1.1} table,p,ul{font-size:16pt} .qr{width:45mm;display:block}
    article{break-after:page} article:last-child{break-after:auto} th{text-align:left;font-weight:600}`,
  lang: "fr",
  title: TITLE,
  format: "a4",
  kind: "single",
  revisedAt: "2026-03-02T09:30:00.000Z",
  ...changes,
});

export const sampleSheet = (address: string): string =>
  `<article lang="fr"><h1>${TITLE}</h1><table><tr><th scope="row">Lieu</th><td>Otranto (LE), Łódź, Școală</td></tr>
   <tr><th scope="row">Jusqu’au</th><td>31 mars 2026</td></tr></table>
   <ul><li>Horaire : <strong>temps partiel</strong>, le soir</li><li>Écrire à <a href="mailto:cpi@example.org">cpi@example.org</a></li></ul>
   <p>Rémunération : 1.250,00 € <em>par mois</em>. Êtes-vous prêt·e ? Über alles Wichtige informiert das Büro.</p>
   ${renderToString(h(Qr, { address, label: "Lire cette offre en français" }))}</article>`;

export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-print-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const silentLog: PrinterLog = { info: () => undefined, warn: () => undefined };

export const PROJECT_ROOT = process.cwd();

/** One printer for the tests of a file that only print, ended with the last of them. Called at the top of the file or of a describe. */
export function sharedPrinter(): () => Printer {
  let workDir = "";
  let printer: Printer | null = null;
  afterAll(async () => {
    await printer?.close();
    if (workDir !== "") rmSync(workDir, { recursive: true, force: true });
  });
  return () => {
    if (printer !== null) return printer;
    workDir = mkdtempSync(join(tmpdir(), "bacheca-print-"));
    printer = createChromiumPrinter({ projectRoot: PROJECT_ROOT, workDir, browser: undefined, log: silentLog });
    return printer;
  };
}

/** A printer of its own for one test, ended with it. */
export function testPrinter(limits: Partial<PrinterLimits> = {}, log: PrinterLog = silentLog): Printer {
  const workDir = scratchFolder();
  const printer = createChromiumPrinter({ projectRoot: PROJECT_ROOT, workDir, browser: undefined, log, limits });
  onTestFinished(() => printer.close());
  return printer;
}
