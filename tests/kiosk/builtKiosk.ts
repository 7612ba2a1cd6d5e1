// The display as it ships, built from this very source, in a folder of the caller's own.
// Called by the display's journeys and its bundle test.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyBuiltApplication } from "../setup/builtApplication.ts";

/** Folder with index.html and assets/; `remove` when done. */
export async function builtKiosk(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), "kiosk-"));
  const folder = join(parent, "kiosk");
  await copyBuiltApplication("kiosk", folder);
  return { folder, remove: () => rm(parent, { recursive: true, force: true }) };
}
