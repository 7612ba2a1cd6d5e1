// The options of Node with which `npm start` starts the server: they stand in package.json alone. Called by server/start.mjs, which says it where they are missing.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Those of the start line that this very process was not given. */
export function missingOptions(root, given = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? "").split(" ")]) {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return (scripts.start.match(/--\S+/g) ?? []).filter((option) => !given.includes(option));
}
