// The fonts of drawn pictures in a folder that lasts as long as the worker: a house's own folder goes with its test file, and the library would go
// on looking for letters there. Called by whatever starts a house, before it draws.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { knowFonts } from "../../server/pictures/unpackFonts.ts";

let ready: Promise<void> | null = null;

export function lastingFonts(projectRoot: string): Promise<void> {
  if (ready === null) {
    const folder = mkdtempSync(join(tmpdir(), "fonts-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    ready = knowFonts(projectRoot, folder);
  }
  return ready;
}
