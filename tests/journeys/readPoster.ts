// From a posting's poster back to its page, as a visitor would: the PDF is drawn at 150 dpi in grey, every code on it is read.
// Called by mustShowPosters tests.
import { execFile } from "node:child_process";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The text of every code, page by page. `folder` is for pictures that are gone afterwards. */
export async function codesOnPaper(pdf: Uint8Array, folder: string): Promise<string[][]> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "poster.pdf"), pdf);
  await run("pdftoppm", ["-r", "150", "-gray", join(folder, "poster.pdf"), join(folder, "page")]);
  const pages = (await readdir(folder)).filter((name) => name.startsWith("page")).sort();
  const codes: string[][] = [];
  for (const page of pages) codes.push(await codesIn(join(folder, page)));
  await rm(folder, { recursive: true, force: true });
  return codes;
}

async function codesIn(picture: string): Promise<string[]> {
  const reading = run("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture]);
  // Exit code 4: a picture without a code.
  const { stdout } = await reading.catch((error: { code?: number; stdout?: string }) => {
    if (error.code === 4) return { stdout: "" };
    throw error;
  });
  return stdout.split("\n").filter((line) => line !== "");
}
