// The part of the configuration that names a voice. Read by ../config.ts only, which alone sees the environment.
import { z } from "zod";

export interface SpeechConfig {
  readonly off: boolean;
  /** A program and its arguments, "{lang}" for the language: text on standard input, a 16-bit WAV on standard output. Null: espeak-ng. */
  readonly command: readonly string[] | null;
  /** Where programs are looked for, as a shell writes it. */
  readonly path: string;
}

export const speechEnvironment = {
  PATH: z.string().default(""),
  SPEECH: z.enum(["off"]).optional(),
  SPEECH_COMMAND: z.string().trim().min(1).max(500).optional(),
};

/** Words are parted at spaces; one in double quotes may hold some. */
export function speechOf(value: z.output<z.ZodObject<typeof speechEnvironment>>): SpeechConfig {
  const parts = value.SPEECH_COMMAND?.match(/"[^"]*"|\S+/g)?.map((part) => part.replace(/^"|"$/g, ""));
  return { off: value.SPEECH === "off", command: parts ?? null, path: value.PATH };
}
