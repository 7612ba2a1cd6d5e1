// Sees to a voice that reads postings aloud: finds one, installs one where it can, or says what is missing. Called by server/start.mjs.
import { canInstallDebianPackages, installDebianPackages } from "./debianPackages.mjs";
import { say } from "./progress.mjs";
import { findProgram } from "./runProgram.mjs";

export async function provideVoice() {
  // Somebody chose another voice, or none: installing one would be against their word.
  if (process.env.SPEECH || process.env.SPEECH_COMMAND) return;
  const missing = () => ["espeak-ng", "lame"].filter((program) => findProgram(program) === undefined);
  const wanted = missing();
  if (wanted.length === 0) return;
  if (canInstallDebianPackages() && (await installDebianPackages(wanted))) return;
  if (!missing().includes("espeak-ng")) return;
  say(
    "nessuna voce: il tasto «Ascolta» non c'è. Per averlo: «apt-get install espeak-ng lame»",
    "no voice: there is no “Listen” button. To have it: “apt-get install espeak-ng lame”",
  );
}
