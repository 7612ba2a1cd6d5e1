// Builds what changed, with Vite and side by side: the server and the two applications. Called by server/start.mjs.
// Each part has its own stamp in dist/, so that a change of the server does not bundle the desk again.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isFresh, readFingerprint, writeStamp } from "./fingerprint.mjs";
import { SetUpFailure, step } from "./progress.mjs";
import { runProgram } from "./runProgram.mjs";

const shared = ["package-lock.json", "tsconfig.json", "vite.config.ts", "templates"];
const parts = [
  { name: "server", sources: ["server", ...shared], result: "dist/server/main.js" },
  ...["kiosk", "admin"].map((name) => ({
    name,
    sources: [name, "server/domain", "locales", ...shared],
    result: `dist/${name}/index.html`,
  })),
];

export async function buildParts(root) {
  const seen = new Map();
  const stale = parts
    .map((part) => ({ ...part, stamp: join(root, "dist", `.${part.name}.json`) }))
    .map((part) => ({ ...part, fingerprint: readFingerprint(root, part.sources, seen) }))
    .filter(
      ({ stamp, fingerprint, result }) => !existsSync(join(root, result)) || !isFresh(stamp, fingerprint, "built"),
    );
  if (stale.length === 0) return;
  const names = stale.map(({ name }) => name).join(", ");
  await step(`compilo ${names}`, `building ${names}`, async () => {
    const results = await Promise.all(
      stale.map(async ({ name, stamp, fingerprint }) => {
        const { code, output } = await runTool(root, "vite/bin/vite.js", [
          "build",
          "--mode",
          name,
          "--logLevel",
          "warn",
        ]);
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

/** Compiles the project whose tsconfig lies at `project`. */
export function compile(root, project) {
  return runTool(root, "typescript/bin/tsc", ["-p", project, "--pretty", "false"]);
}

/** Runs a tool of node_modules by its script file: works the same on every system. */
export function runTool(root, script, args, options = {}) {
  return runProgram(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root, ...options });
}
