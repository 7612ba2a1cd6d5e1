// Runs a program of voice once: text in, bytes out, ended when it takes too long or says too much. Called by commandSpeaker.
// [V1] No shell: the text goes in by standard input only, so nothing a posting says can become a command.
import { spawn } from "node:child_process";
import { SpeechFailed } from "./speaker.ts";

export interface VoiceRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly input: string | Uint8Array;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/** Ten minutes of speech as WAV: no posting is longer. */
const MOST_BYTES = 32 * 1024 * 1024;

/** @throws SpeechFailed */
export function runVoice({ program, args, input, limitMs, signal }: VoiceRun): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let said = "";
    const child = spawn(program, [...args], { stdio: ["pipe", "pipe", "pipe"] });
    const fail = (why: string) => {
      // A voice that hangs does not listen to a polite signal either.
      child.kill("SIGKILL");
      reject(new SpeechFailed(`${program}: ${why}`));
    };
    const late = setTimeout(() => fail(`no answer within ${limitMs} ms`), limitMs);
    const ended = () => fail("ended");
    signal.addEventListener("abort", ended, { once: true });
    child.on("error", (error) => fail(error.message));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-300);
    });
    child.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) return fail("more sound than any posting needs");
      chunks.push(chunk);
    });
    child.on("close", (code) => {
      clearTimeout(late);
      signal.removeEventListener("abort", ended);
      if (code !== 0) reject(new SpeechFailed(`${program}: exit ${code} ${said}`));
      else resolve(Buffer.concat(chunks));
    });
  });
}
