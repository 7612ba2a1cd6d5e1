// `npm run pictures [-- folder [case,case]]`: draws the contact sheet and fails if anything does not fit; `-- readme` takes the README's pictures.
// Called by server/start.mjs.
import { resolve } from "node:path";
import { findBrowser } from "../../server/printer/findBrowser.ts";
import { makeContactSheet } from "./contactSheet.tsx";
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
  const folder = resolve(args[0] ?? "data/pictures");
  const { pictures, faults } = await makeContactSheet(folder, found.path, process.cwd(), args[1]?.split(","));
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(`${pictures} pictures in ${folder}, ${faults.length} that do not fit\n`);
  return faults.length === 0 ? 0 : 1;
}
