#!/usr/bin/env node
// One command from a fresh folder to a running board: checks node, installs, builds what changed, finds a browser for
// PDFs, then runs the server in this same process. Called by npm start, npm test, npx bacheca and service files.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildParts, compile } from "./setup/buildParts.mjs";
import { followParent } from "./setup/followParent.mjs";
import { installPackages } from "./setup/installPackages.mjs";
import { oneAtATime } from "./setup/oneAtATime.mjs";
import { keepStandardOutputClean, SetUpFailure, say } from "./setup/progress.mjs";
import { provideBrowser } from "./setup/provideBrowser.mjs";
import { providePdfReader } from "./setup/providePdfReader.mjs";
import { provideVoice } from "./setup/provideVoice.mjs";
import { runCheck } from "./setup/runCheck.mjs";
import { stopRunningPrograms } from "./setup/runProgram.mjs";
import { provideTestPrograms, runTests } from "./setup/runTests.mjs";
import { missingOptions } from "./setup/startOptions.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command = "serve", ...args] = process.argv.slice(2);

const internal = {
  "--test": test,
  "--check": async () => {
    await oneAtATime(root, () => installPackages(root));
    return (await runCheck(root)) ? 0 : 1;
  },
  "--bench": () => runDeveloperProgram("bench"),
  "--pictures": () => runDeveloperProgram("pictures"),
  "--deps-only": async () => {
    await setUp();
    return 0;
  },
};

requireNode(20, 19);
endInOrder();
try {
  if (internal[command]) process.exitCode = await internal[command]();
  else if (command === "serve") await serve();
  else process.exitCode = await runCommand();
} catch (error) {
  // A plain Error is a sentence for who runs the board (port in use, newer database); anything else is a bug.
  const plain = error instanceof SetUpFailure || (error.constructor === Error && error.code === undefined);
  process.stderr.write(`\n${plain ? error.message : error.stack}\n`);
  // Not exitCode: what was opened before the failure must not keep the process.
  process.exit(1);
}

async function serve() {
  const missing = missingOptions(root).join(" ");
  if (missing !== "")
    say(
      `avviato senza ${missing}: funziona, ma usa circa 25 MB in più e un'importazione si sente. Meglio «npm start», o la sua riga in package.json`,
      `started without ${missing}: it works, but takes some 25 MB more and an import is felt. Better "npm start", or its line in package.json`,
    );
  await setUp();
  const { serve: listen } = await import(compiled("server/main.js"));
  await listen();
}

async function runCommand() {
  keepStandardOutputClean();
  await setUp();
  const { run } = await import(compiled("server/cli.js"));
  return run([command, ...args]);
}

async function setUp() {
  await oneAtATime(root, async () => {
    await installPackages(root);
    await buildParts(root);
    await provideBrowser(root);
    await provideVoice();
    await providePdfReader();
  });
}

async function test() {
  await oneAtATime(root, provideTestPrograms);
  let built = true;
  try {
    await setUp();
  } catch (error) {
    // The tests still say what else is wrong; only without packages there is nothing to run them with.
    if (!(error instanceof SetUpFailure) || !existsSync(join(root, "node_modules/vitest"))) throw error;
    process.stderr.write(`\n${error.message}\n`);
    built = false;
  }
  const code = await runTests(root, args);
  return built ? code : code || 1;
}

/** Programs for developers (tests/bench, tests/pictures) export run(args). They are compiled file by file, with what they import of the server. */
async function runDeveloperProgram(name) {
  await setUp();
  const { code, output } = await compile(root, "tests/tsconfig.programs.json");
  if (code !== 0) throw new SetUpFailure(output);
  const { run } = await import(compiled(`programs/tests/${name}/run.js`));
  return run(args.filter((arg) => arg !== "--"));
}

function compiled(path) {
  return pathToFileURL(join(root, "dist", path)).href;
}

function requireNode(major, minor) {
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  process.stderr.write(
    `Serve Node.js ${major}.${minor} o più recente; qui c'è ${process.version}: https://nodejs.org\n` +
      `Node.js ${major}.${minor} or newer is needed; this is ${process.version}: https://nodejs.org\n`,
  );
  process.exit(1);
}

/** Until the server listens to signals itself, a signal ends the set-up and what it is running. */
function endInOrder() {
  let handedOver = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, async () => {
      // The server has its own ordered shutdown: leaving here, also at a second signal, would cut it short.
      handedOver ||= process.listenerCount(signal) > 1;
      if (handedOver) return;
      // Ctrl-C in a terminal reaches the programs by itself, and vitest takes a second one for impatience.
      await stopRunningPrograms(signal === "SIGINT" ? 2000 : 0);
      process.exit(command === "serve" ? 0 : 130);
    });
  }
  followParent(process.env, () => process.kill(process.pid, "SIGTERM"));
}
