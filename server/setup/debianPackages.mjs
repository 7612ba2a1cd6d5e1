// Installs missing Debian packages when that is possible here: Debian or Ubuntu, as root, with apt.
// Called by findBrowser (start) and runTests (test).

import { existsSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { step } from "./progress.mjs";
import { findProgram, runProgram } from "./runProgram.mjs";

export const canInstallDebianPackages = () => process.getuid?.() === 0 && findProgram("apt-get") !== undefined;

/** True when every package was installed. Tried once an hour at most: without a network each try takes long. */
export async function installDebianPackages(packages) {
  const tried = join(tmpdir(), `bacheca-apt-${packages.join("-")}`);
  if (existsSync(tried) && Date.now() - statSync(tried).mtimeMs < 3_600_000) return false;
  const names = packages.join(", ");
  const code = await step(`installo da Debian: ${names}`, `installing from Debian: ${names}`, async () => {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await runProgram("apt-get", ["update", "-qq"], { env });
    const install = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
    return (await runProgram("apt-get", install, { env })).code;
  });
  if (code !== 0) writeFileSync(tried, "");
  return code === 0;
}
