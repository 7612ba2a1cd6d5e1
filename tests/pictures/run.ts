// `npm run pictures [-- folder [case,case]]`: draws the contact sheet and fails if anything does not fit; `-- readme` takes the README's pictures;
// `-- paper` renews the reference pictures of all paper, `-- paper look [folder [names]]` draws them large.
// Called by server/start.mjs.
import { resolve } from "node:path";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { makeContactSheet } from "./contactSheet.tsx";
import { lookAtPaper, renewReferences } from "./paper/paperPictures.ts";
import { takeReadmePictures } from "./readmePictures.ts";

export async function run(args: readonly string[]): Promise<number> {
  const found = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
  if (found === null) {
    process.stderr.write("No browser to take pictures with; run `npm start` once, it looks for one.\n");
    return 1;
  }
  if (args[0] === "readme") {
    const files = await takeReadmePictures(resolve("tests/pictures/readme"), found.path, process.cwd());
    process.stdout.write(`${files.join("\n")}\n`);
    return 0;
  }
  if (args[0] === "paper") return paper(args.slice(1));
  const folder = resolve(args[0] ?? "data/pictures");
  const { pictures, faults } = await makeContactSheet(folder, found.path, process.cwd(), args[1]?.split(","));
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(`${pictures} pictures in ${folder}, ${faults.length} that do not fit\n`);
  return faults.length === 0 ? 0 : 1;
}

async function paper([what, folder = "data/pictures/paper", names]: readonly string[]): Promise<number> {
  if (what === "look") {
    const count = await lookAtPaper(resolve(folder), process.cwd(), names?.split(","));
    process.stdout.write(`${count} sheets in ${resolve(folder)}\n`);
    return 0;
  }
  const made = await renewReferences(resolve("tests/pictures/reference"), process.cwd());
  const bytes = made.reduce((sum, one) => sum + one.bytes, 0);
  process.stdout.write(`${made.length} reference pictures, ${Math.round(bytes / 1000)} kB\n`);
  return 0;
}
