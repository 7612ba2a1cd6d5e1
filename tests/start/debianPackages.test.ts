// What the tests need from Debian: installed where apt and the rights are there, said plainly where they are not.
// The real apt-get is replaced by one that only notes what it was asked for.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../setup/temporaryFolder.ts";

const folder = temporaryFolder();
const runTests = join(import.meta.dirname, "../../server/setup/runTests.mjs");
const isRoot = process.getuid?.() === 0;

/** Runs the step with nothing on the PATH but `programs`; the temporary folder keeps the note of a failed try apart. */
function provideTestPrograms(programs: string): string {
  const script = `import { provideTestPrograms } from ${JSON.stringify(runTests)}; await provideTestPrograms();`;
  const env = { PATH: programs, TMPDIR: folder };
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { env });
  return `${stdout}${stderr}`;
}

test("without apt the missing programs and the remedy are named", () => {
  const said = provideTestPrograms(join(folder, "empty"));
  expect(said).toMatch(/mancano .*zbar-tools poppler-utils qpdf.*apt-get install/);
  expect(said).toMatch(/missing: the tests that need them will be skipped/);
});

test("with apt only what is missing is asked for, once an hour", () => {
  const programs = join(folder, "bin");
  const asked = join(folder, "asked");
  mkdirSync(programs);
  writeFileSync(asked, "");
  for (const [name, body] of Object.entries({ "apt-get": `echo "$@" >> ${asked}; [ "$1" = update ]`, qpdf: "" })) {
    writeFileSync(join(programs, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(programs, name), 0o755);
  }
  provideTestPrograms(programs);
  provideTestPrograms(programs);
  const lines = readFileSync(asked, "utf8").trim().split("\n");
  expect(lines).toHaveLength(isRoot ? 2 : 1);
  if (!isRoot) return;
  expect(lines[0]).toBe("update -qq");
  expect(lines[1]).toMatch(/^install -y .*zbar-tools poppler-utils/);
  expect(lines[1]).not.toContain("qpdf");
});
