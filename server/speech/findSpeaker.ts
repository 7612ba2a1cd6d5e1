// Whoever can speak here: the configured command, else espeak-ng, else nobody, and why. Called by app.ts, the doctor and the set-up.
import { access, constants } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import type { SpeechConfig } from "../config/speech.ts";
import { createCommandSpeaker } from "./commandSpeaker.ts";
import type { Speaker } from "./speaker.ts";

export type FoundSpeaker =
  | { readonly speaker: Speaker; readonly program: string; readonly packed: boolean }
  | { readonly speaker: null; readonly why: "off" | "missing" | "commandMissing"; readonly program: string };

const ESPEAK = "espeak-ng";
/** A little slower than its own 175 words a minute: for second-language listeners. */
const ESPEAK_ARGS = ["-v", "{lang}", "-s", "150", "-g", "2", "-b", "1", "--stdin", "--stdout"];

export async function findSpeaker(config: SpeechConfig): Promise<FoundSpeaker> {
  if (config.off) return { speaker: null, why: "off", program: "" };
  const [name = ESPEAK, ...rest] = config.command ?? [ESPEAK, ...ESPEAK_ARGS];
  const program = await findProgram(name, config.path);
  if (program === null)
    return { speaker: null, why: config.command === null ? "missing" : "commandMissing", program: name };
  const packer = await findProgram("lame", config.path);
  const speaker = createCommandSpeaker({ voice: { program, args: rest }, packer });
  return { speaker, program, packed: packer !== null };
}

async function findProgram(name: string, path: string): Promise<string | null> {
  const candidates = isAbsolute(name) ? [name] : path.split(delimiter).map((folder) => join(folder, name));
  for (const candidate of candidates) {
    const found = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return candidate;
  }
  return null;
}
