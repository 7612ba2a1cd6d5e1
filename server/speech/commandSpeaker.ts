// Speaks with programs: a voice that turns text into WAV (espeak-ng, or whatever command is configured) and lame, which makes a tenth of it.
// Called by createSpeech. One child process a piece, one posting at a time; each is killed when it takes too long.
import { runVoice } from "./runVoice.ts";
import type { Speaker } from "./speaker.ts";
import { joinWavs } from "./wav.ts";

export interface VoiceCommand {
  readonly program: string;
  /** "{lang}" stands for the language: it, en, fr, de. */
  readonly args: readonly string[];
}

export interface CommandSpeakerParts {
  readonly voice: VoiceCommand;
  /** Path of lame; null: the sound stays a WAV. */
  readonly packer: string | null;
  /** For one piece. */
  readonly limitMs?: number;
}

/** 32 kbit/s, one channel: a posting of a minute is 240 kB, and speech keeps all it has. */
const PACKED = ["--quiet", "-m", "m", "-b", "32", "--resample", "22.05", "-", "-"];
const USUAL_LIMIT = 20_000;

export function createCommandSpeaker({ voice, packer, limitMs = USUAL_LIMIT }: CommandSpeakerParts): Speaker {
  const end = new AbortController();
  const run = (program: string, args: readonly string[], input: string | Uint8Array) =>
    runVoice({ program, args, input, limitMs, signal: end.signal });
  return {
    voice: [voice.program, ...voice.args, packer ?? ""].join(" "),
    type: packer === null ? "audio/wav" : "audio/mpeg",
    async speak(pieces) {
      const wavs: Uint8Array[] = [];
      for (const { lang, text } of pieces) {
        const args = voice.args.map((arg) => arg.replaceAll("{lang}", lang));
        wavs.push(await run(voice.program, args, text));
      }
      const whole = joinWavs(wavs);
      return packer === null ? whole : run(packer, PACKED, whole);
    },
    close: () => end.abort(),
  };
}
