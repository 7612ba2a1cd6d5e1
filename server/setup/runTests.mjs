// `npm test`: the programs that tests need, the checks, then vitest. Called by server/start.mjs after install and build.
// What is missing and cannot be installed here is said; the tests that need it are skipped, which CI=true makes a failure.
import { readdirSync } from "node:fs";
import { runTool } from "./buildParts.mjs";
import { canInstallDebianPackages, installDebianPackages } from "./debianPackages.mjs";
import { say } from "./progress.mjs";
import { runCheck } from "./runCheck.mjs";
import { findProgram } from "./runProgram.mjs";

const needed = [
  { package: "postgresql", present: () => findProgram("initdb", postgresPath()) !== undefined },
  { package: "zbar-tools", present: () => findProgram("zbarimg") !== undefined },
  { package: "poppler-utils", present: () => findProgram("pdftoppm") !== undefined },
  { package: "qpdf", present: () => findProgram("qpdf") !== undefined },
  { package: "systemd", present: () => findProgram("systemd-socket-activate") !== undefined },
  { package: "nginx-light", present: () => findProgram("nginx", `${process.env.PATH ?? ""}:/usr/sbin`) !== undefined },
];

/** What is missing is installed where that is possible. The browser comes with the set-up of the server. */
export async function provideTestPrograms() {
  const missing = needed.filter(({ present }) => !present()).map((program) => program.package);
  if (missing.length > 0 && canInstallDebianPackages()) await installDebianPackages(missing);
  const still = needed.filter(({ present }) => !present()).map((program) => program.package);
  if (still.length === 0) return;
  const names = still.join(" ");
  say(
    `mancano ${names}: le prove che ne hanno bisogno saranno saltate (apt-get install ${names})`,
    `${names} missing: the tests that need them will be skipped (apt-get install ${names})`,
  );
}

/** `args`: `full` adds the long matrices; the rest goes to vitest. Resolves to the exit code. */
export async function runTests(root, args) {
  const full = args[0] === "full";
  const vitestArgs = ["run", "--mode", full ? "full" : "test", ...(full ? args.slice(1) : args)];
  const clean = await runCheck(root);
  const { code } = await runTool(root, "vitest/vitest.mjs", vitestArgs, { show: true });
  return clean ? code : code || 1;
}

/** Debian keeps initdb out of the PATH, one folder per version. */
function postgresPath() {
  try {
    const versions = readdirSync("/usr/lib/postgresql").map((version) => `/usr/lib/postgresql/${version}/bin`);
    return [process.env.PATH ?? "", ...versions].join(":");
  } catch {
    return process.env.PATH;
  }
}
