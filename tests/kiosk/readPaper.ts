// Reads a printed slip as a person and a phone would: its measure, its words and its codes. Used by the journeys of touch mode.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { codesOnPaper } from "../journeys/readPoster.ts";

const run = promisify(execFile);

export interface ReadPaper {
  /** Millimetres, rounded. */
  readonly width: number;
  readonly height: number;
  readonly pages: number;
  readonly text: string;
  /** What the codes say, in the order a reader finds them. */
  readonly codes: readonly string[];
}

const millimetres = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4);

/** Needs pdfinfo, pdftotext, pdftoppm and zbarimg. LOBBY_PICTURES names a folder where the papers stay. */
export async function readPaper(pdf: Uint8Array): Promise<ReadPaper> {
  const folder = await mkdtemp(join(process.env.LOBBY_PICTURES ?? tmpdir(), "slip-"));
  try {
    const file = join(folder, "slip.pdf");
    await writeFile(file, pdf);
    const { stdout: facts } = await run("pdfinfo", [file]);
    const { stdout: text } = await run("pdftotext", ["-layout", file, "-"]);
    const codes = (await codesOnPaper(pdf, join(folder, "codes"))).flat();
    const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(facts) ?? [];
    return {
      width: millimetres(width),
      height: millimetres(height),
      pages: Number(/Pages:\s+(\d+)/.exec(facts)?.[1]),
      text,
      codes,
    };
  } finally {
    if (process.env.LOBBY_PICTURES === undefined) await rm(folder, { recursive: true, force: true });
  }
}
