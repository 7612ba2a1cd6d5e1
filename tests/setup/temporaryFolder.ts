// A new, empty folder for one test file, removed when the file is done.
// Call it at the top of a test file, outside of tests and hooks: const folder = temporaryFolder();
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "bacheca-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
