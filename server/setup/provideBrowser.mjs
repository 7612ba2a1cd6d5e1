// Sees to a browser that prints posters: finds one, installs one where it can, or says plainly what is missing.
// Called by server/start.mjs after the build, because the server's own search (server/printer/findBrowser) decides.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { canInstallDebianPackages, installDebianPackages } from "./debianPackages.mjs";
import { say } from "./progress.mjs";

export async function provideBrowser(root) {
  if (await hasBrowser(root)) return;
  if (canInstallDebianPackages() && (await installDebianPackages(["chromium-headless-shell"]))) return;
  say(
    "nessun browser: le locandine si aprono come pagina da stampare, non come PDF. Per averle in PDF: " +
      "«apt-get install chromium-headless-shell», oppure il percorso di Chrome in PUPPETEER_EXECUTABLE_PATH",
    "no browser: posters open as a page to print, not as PDF. To have PDFs: " +
      "“apt-get install chromium-headless-shell”, or the path of Chrome in PUPPETEER_EXECUTABLE_PATH",
  );
}

/** True also where the server is not built yet: then nothing can be said. */
export async function hasBrowser(root) {
  const search = join(root, "dist/server/printer/findBrowser.js");
  if (!existsSync(search)) return true;
  const { findBrowser } = await import(pathToFileURL(search).href);
  return (await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH)) !== null;
}
