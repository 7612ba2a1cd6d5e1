// `npm run pictures -- paper`: prints every sheet there is and renews the reference pictures that the tests compare with.
// `-- paper look FOLDER [name,name]` draws them large, in colour and in grey, to be judged by eye. Called by tests/pictures/run.ts.
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createChromiumPrinter } from "../../../server/printer/chromiumPrinter.ts";
import type { PrintJob } from "../../../server/printer/printer.ts";
import { drawPaper } from "./drawPaper.ts";
import { paperCases } from "./paperCases.ts";
import { drawReference } from "./reference.ts";

export interface PaperPicture {
  readonly name: string;
  readonly bytes: number;
}

/** Writes one picture a case into `folder`, and takes away those of cases that are no more. */
export async function renewReferences(folder: string, projectRoot: string): Promise<PaperPicture[]> {
  await mkdir(folder, { recursive: true });
  const made: PaperPicture[] = [];
  await withPrinter(projectRoot, async (print) => {
    for (const { name, set } of paperCases(projectRoot)) {
      const picture = await drawReference(await print(set().job));
      await writeFile(join(folder, `${name}.png`), picture);
      made.push({ name, bytes: picture.length });
    }
  });
  const kept = new Set(made.map(({ name }) => `${name}.png`));
  for (const file of await readdir(folder)) if (!kept.has(file)) await rm(join(folder, file));
  return made;
}

/** @param only beginnings of the names of cases; all without */
export async function lookAtPaper(
  folder: string,
  projectRoot: string,
  only: readonly string[] = [""],
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const cases = paperCases(projectRoot).filter(({ name }) => only.some((one) => name.startsWith(one)));
  await withPrinter(projectRoot, async (print) => {
    for (const { name, set } of cases) {
      const { job } = set();
      const pdf = await print(job);
      await writeFile(join(folder, `${name}.pdf`), pdf);
      const dpi = job.format === "a3" ? 50 : 70;
      await writeFile(join(folder, `${name}.png`), await drawPaper(pdf, { dpi, grey: false, columns: 4 }));
      await writeFile(join(folder, `${name}-grey.png`), await drawPaper(pdf, { dpi, grey: true, columns: 4 }));
    }
  });
  return cases.length;
}

async function withPrinter(
  projectRoot: string,
  work: (print: (job: PrintJob) => Promise<Uint8Array>) => Promise<void>,
): Promise<void> {
  const workDir = await mkdtemp(join(tmpdir(), "bacheca-paper-"));
  const log = { info: () => undefined, warn: () => undefined };
  const browser = process.env.PUPPETEER_EXECUTABLE_PATH;
  const printer = createChromiumPrinter({ projectRoot, workDir, browser, log });
  try {
    await work((job) => printer.print(job));
  } finally {
    await printer.close();
    await rm(workDir, { recursive: true, force: true });
  }
}
