// Installs the npm packages when package-lock.json says something else than what is installed.
// Called by server/start.mjs at every start: costs a few milliseconds when there is nothing to do.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isFresh, readFingerprint, writeStamp } from "./fingerprint.mjs";
import { SetUpFailure, step } from "./progress.mjs";
import { runProgram } from "./runProgram.mjs";

export async function installPackages(root) {
  const stamp = join(root, "node_modules", ".bacheca-installed.json");
  // Packages with binaries differ by system: a folder copied to another one must be installed again.
  const context = `${process.platform} ${process.arch}`;
  const fingerprint = readFingerprint(root, ["package-lock.json"]);
  if (isFresh(stamp, fingerprint, context)) return;
  if (!matchesLock(root)) {
    await step("installo i pacchetti npm", "installing the npm packages", () => runNpm(root));
  }
  writeStamp(stamp, fingerprint, context);
}

async function runNpm(root) {
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  // When npm started us, the same npm is used, whatever the PATH says.
  const npm = process.env.npm_execpath;
  const { code, output } = npm?.endsWith(".js")
    ? await runProgram(process.execPath, [npm, ...args], { cwd: root })
    : await runProgram(process.platform === "win32" ? "npm.cmd" : "npm", args, { cwd: root });
  if (code !== 0) {
    throw new SetUpFailure(
      `${output}\nI pacchetti npm non si sono installati: serve la rete verso il registro npm.` +
        "\nThe npm packages were not installed: the npm registry must be reachable.",
    );
  }
}

/** True when somebody already installed exactly this lockfile by hand: npm notes what it installed. */
function matchesLock(root) {
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !installed) return false;
  const missing = Object.entries(wanted).filter(
    ([path, { version, optional }]) =>
      path !== "" && installed[path]?.version !== version && !(optional && installed[path] === undefined),
  );
  return missing.length === 0 && Object.keys(installed).every((path) => path in wanted);
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}
