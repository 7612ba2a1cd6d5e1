// Ends this process in order when the npm that started it is gone: npm passes no signal on by itself, so that
// `npm start` ended by a service manager would leave the server on its port. Called by server/start.mjs.
import { readFileSync } from "node:fs";

const everyMs = 500;

/** `env` tells whether npm (or npx) started us; `onGone` is called once. Never keeps the process alive. */
export function followParent(env, onGone) {
  if (env.npm_lifecycle_event === undefined) return;
  const chain = ancestorsUpToNpm();
  const timer = setInterval(() => {
    if (chain.every(({ child, parent }) => parentOf(child) === parent)) return;
    clearInterval(timer);
    onGone();
  }, everyMs);
  timer.unref();
}

/** Links from this process up to npm: usually npm → sh → node. Beyond npm nothing is our business. */
function ancestorsUpToNpm() {
  const chain = [{ child: process.pid, parent: process.ppid }];
  while (chain.length < 4) {
    const { parent } = chain.at(-1);
    if (isNpm(parent)) return chain;
    const grandparent = parentOf(parent);
    if (grandparent === undefined || grandparent <= 1) break;
    chain.push({ child: parent, parent: grandparent });
  }
  // npm was not recognised (another system, another runner): the direct parent is all that is certain.
  return chain.slice(0, 1);
}

function isNpm(pid) {
  const commandLine = readProcess(pid, "cmdline");
  return commandLine !== undefined && /\b(?:npm|npx|pnpm|yarn)\b/.test(commandLine.replaceAll("\0", " "));
}

function parentOf(pid) {
  if (pid === process.pid) return process.ppid;
  const status = readProcess(pid, "stat");
  // The second field is the program's name in brackets and may itself hold blanks and brackets.
  return status === undefined ? undefined : Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[1]);
}

function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}
