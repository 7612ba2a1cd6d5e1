// The same sheets through WeasyPrint, where it is installed: one warm interpreter, its own processor time a sheet. Called by poster.ts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PrintJob } from "../../server/printer/printer.ts";

const PROGRAM = `
import sys, time, glob
from weasyprint import HTML
files = sorted(glob.glob(sys.argv[1] + "/*.html"))
HTML(files[0]).write_pdf(sys.argv[1] + "/warm.pdf")
begun = time.process_time()
for file in files:
    HTML(file).write_pdf(file + ".pdf")
print((time.process_time() - begun) * 1000 / len(files))
`;

/** Milliseconds of processor time a sheet; null where there is none. */
export function weasyPrint(jobs: readonly PrintJob[], fontCss: string): number | null {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-weasy-"));
  try {
    jobs.forEach(({ html, css, lang, title }, at) => {
      const style = `<style>${fontCss}@page{size:A4;margin:0}html{font-family:"Titillium Web"}body{margin:0}${css}</style>`;
      const page = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title>${style}<body>${html}</body></html>`;
      writeFileSync(join(folder, `${String(at).padStart(3, "0")}.html`), page);
    });
    // A distribution's package is its own interpreter's, which need not be the first on the path.
    for (const python of ["python3", "/usr/bin/python3"]) {
      const { status, stdout } = spawnSync(python, ["-c", PROGRAM, folder], { encoding: "utf8", timeout: 240_000 });
      if (status === 0) return Number(stdout.trim());
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
