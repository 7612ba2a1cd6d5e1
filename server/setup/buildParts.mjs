// Builds what changed: the server with tsc, the two applications with Vite, side by side. Called by server/start.mjs.
// Each part has its own stamp in dist/, so that a changed template does not bundle the desk again.
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isFresh, readFingerprint, writeStamp } from "./fingerprint.mjs";
import { SetUpFailure, step } from "./progress.mjs";
import { runProgram } from "./runProgram.mjs";

const shared = ["package-lock.json", "tsconfig.json", "locales", "templates"];
const parts = [
  { name: "server", sources: ["server", ...shared], result: "dist/server/main.js", build: buildServer },
  ...["kiosk", "admin"].map((name) => ({
    name,
    sources: [name, "server/domain", "vite.config.ts", ...shared],
    result: `dist/${name}/index.html`,
    build: (root) => runTool(root, "vite/bin/vite.js", ["build", "--mode", name, "--logLevel", "warn"]),
  })),
];

export async function buildParts(root) {
  const stale = parts
    .map((part) => ({ ...part, stamp: join(root, "dist", `.${part.name}.json`) }))
    .map((part) => ({ ...part, fingerprint: readFingerprint(root, part.sources) }))
    .filter(
      ({ stamp, fingerprint, result }) => !existsSync(join(root, result)) || !isFresh(stamp, fingerprint, "built"),
    );
  if (stale.length === 0) return;
  const names = stale.map(({ name }) => name).join(", ");
  await step(`compilo ${names}`, `building ${names}`, async () => {
    const results = await Promise.all(
      stale.map(async ({ name, build, stamp, fingerprint }) => {
        const { code, output } = await build(root);
        if (code === 0) writeStamp(stamp, fingerprint, "built");
        return { name, code, output };
      }),
    );
    const failed = results.filter(({ code }) => code !== 0);
    if (failed.length > 0) {
      const outputs = failed.map(({ name, output }) => `${name}:\n${output.trim()}`).join("\n\n");
      const failedNames = failed.map(({ name }) => name).join(", ");
      throw new SetUpFailure(`${outputs}\n\nNon compila / does not build: ${failedNames}.`);
    }
  });
}

async function buildServer(root) {
  const begun = Date.now();
  const result = await compile(root, "server");
  if (result.code === 0) for (const folder of ["server", "templates"]) prune(join(root, "dist", folder), begun);
  return result;
}

/** Compiles the project whose tsconfig lies at `project` into dist/. */
export function compile(root, project) {
  return runTool(root, "typescript/bin/tsc", ["-p", project, "--pretty", "false"]);
}

/** Runs a tool of node_modules by its script file: works the same on every system. */
export function runTool(root, script, args, options = {}) {
  return runProgram(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root, ...options });
}

/** A source that was deleted leaves no compiled file behind. Two seconds of grace: some disks keep coarse times. */
function prune(folder, begun) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) prune(path, begun);
    else if (statSync(path).mtimeMs < begun - 2000) rmSync(path);
  }
}
