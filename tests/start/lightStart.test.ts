// What keeps a start light: of the built server, only what every start needs is read before it answers; the rest can be loaded afterwards.
// How long a start takes is in `npm run bench -- start`.
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { loadSeldomUsed } from "../../server/loadSeldomUsed.ts";

/** The parts, and the large packages that only they use. */
const SELDOM = /\/seldom\/|\/(pdf-lib|nodemailer|pg|write-excel-file|openid-client|jsqr|feed|sitemap)\.js$/;
const built = join(import.meta.dirname, "../../dist/server");

test("a start reads no part that is seldom used, and no package but the two with binaries", () => {
  const { files, packages } = readAtStart(join(built, "main.js"));
  expect(files.filter((file) => SELDOM.test(file))).toEqual([]);
  expect(packages.filter((name) => !isBuiltin(name)).sort()).toEqual(["@node-rs/argon2", "@photostructure/sqlite"]);
});

test("what is seldom used can be loaded", { timeout: 60_000 }, async () => {
  await expect(loadSeldomUsed()).resolves.toBeUndefined();
});

/** A file and all it imports at once, from there on. */
function readAtStart(entry: string): { files: string[]; packages: string[] } {
  const files = [entry];
  const packages = new Set<string>();
  for (const file of files) {
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(
      /^(?:import|export)\b[^"'();]*["']([^"'\n]+)["'];$/gm,
    )) {
      if (!name.startsWith(".")) packages.add(name);
      else if (!files.includes(join(dirname(file), name))) files.push(join(dirname(file), name));
    }
  }
  return { files, packages: [...packages] };
}
