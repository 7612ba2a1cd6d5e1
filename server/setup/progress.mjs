// One line per set-up step: what is being done, in Italian and English, and how long it took.
// Called by server/start.mjs and the other files of this folder, before any package is installed.
let toErrorStream = false;

/** Commands whose result goes to standard output (export, …) keep it clean: progress goes to the error stream. */
export function keepStandardOutputClean() {
  toErrorStream = true;
}

const stream = () => (toErrorStream ? process.stderr : process.stdout);

export function say(italian, english) {
  stream().write(`· ${italian} / ${english}\n`);
}

/** Runs `work`, printing the step before and its duration after it. Errors pass through. */
export async function step(italian, english, work) {
  stream().write(`· ${italian} / ${english} … `);
  const begun = performance.now();
  try {
    const result = await work();
    stream().write(`${seconds(begun)}\n`);
    return result;
  } catch (error) {
    stream().write(`no (${seconds(begun)})\n`);
    throw error;
  }
}

/** A set-up step that cannot go on: shown as plain sentences, without a stack trace. */
export class SetUpFailure extends Error {}

const seconds = (begun) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
