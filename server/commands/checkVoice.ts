// Whether postings can be heard, and why not: without a voice neither page nor display has the button. Called by doctor.
import type { SpeechConfig } from "../config/speech.ts";
import { findSpeaker } from "../speech/findSpeaker.ts";
import { advice, type Finding, ok, problem } from "./finding.ts";

/** Spoken for real: a program that is there and says nothing would be found out by a visitor. */
export async function checkVoice(speech: SpeechConfig): Promise<Finding> {
  const found = await findSpeaker(speech);
  if (found.speaker === null) {
    if (found.why === "off") return ok("Ascolto: spento (SPEECH=off)");
    if (found.why === "commandMissing")
      return problem(
        `Ascolto: ${found.program}, scritto in SPEECH_COMMAND, non si trova. Corregga il percorso o tolga la variabile.`,
      );
    return advice(
      "Ascolto: nessuna voce, quindi nessun tasto «Ascolta». Su Debian: apt-get install espeak-ng lame, poi riavvii. Una voce migliore: SPEECH_COMMAND.",
    );
  }
  try {
    await found.speaker.speak([{ lang: "it", text: "Prova." }]);
  } catch (error) {
    return problem(
      `Ascolto: la voce non risponde (${error instanceof Error ? error.message : String(error)}). La reinstalli: apt-get install --reinstall espeak-ng lame.`,
    );
  }
  if (found.packed) return ok(`Ascolto: ${found.program}, quattro lingue`);
  return advice(
    `Ascolto: ${found.program}, ma senza lame i suoni pesano dieci volte tanto. Su Debian: apt-get install lame, poi riavvii.`,
  );
}
