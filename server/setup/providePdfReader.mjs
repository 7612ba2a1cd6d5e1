// Sees to the program that reads the text of PDFs (weekly reports, files hung on postings): finds it, installs it where it can, or says what is
// missing. Called by server/start.mjs.
import { canInstallDebianPackages, installDebianPackages } from "./debianPackages.mjs";
import { say } from "./progress.mjs";
import { findProgram } from "./runProgram.mjs";

export async function providePdfReader() {
  if (findProgram("pdftotext") !== undefined) return;
  if (canInstallDebianPackages() && (await installDebianPackages(["poppler-utils"]))) return;
  if (findProgram("pdftotext") !== undefined) return;
  say(
    "i PDF non si leggono: né report settimanali né controllo degli allegati. Per averli: «apt-get install poppler-utils»",
    "PDFs are not read: neither weekly reports nor the check of files. To have it: “apt-get install poppler-utils”",
  );
}
