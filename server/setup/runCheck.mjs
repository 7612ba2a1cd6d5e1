// Type check, format, lint and the walls between the folders. Called by `npm run check` and before the tests.
import { runTool } from "./buildParts.mjs";
import { step } from "./progress.mjs";

/** A second check looks only at what changed since. */
const remembering = ["--incremental", "--tsBuildInfoFile", "dist/.types.tsbuildinfo"];

/** True when nothing is wrong; otherwise the findings are printed. */
export async function runCheck(root) {
  const [types, lint] = await step("controllo tipi, forma e muri", "checking types, format and walls", () =>
    Promise.all([
      runTool(root, "typescript/bin/tsc", ["-p", ".", "--pretty", "false", ...remembering]),
      runTool(root, "@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "--no-errors-on-unmatched", "."]),
    ]),
  );
  for (const { code, output } of [types, lint]) if (code !== 0) process.stdout.write(`${output}\n`);
  return types.code === 0 && lint.code === 0;
}
