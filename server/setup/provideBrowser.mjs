// Sees to a browser that prints posters: finds one, installs one where it can, or says plainly what is missing.
// Called by server/start.mjs after the build, because the server's own search (server/printer/findBrowser) decides.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { canInstallDebianPackages, installDebianPackages } from "./debianPackages.mjs";
import { say } from "./progress.mjs";

export async function provideBrowser(root) {
  const search = join(root, "dist/server/findBrowser.js");
  if (!existsSync(search)) return;
  const { findBrowser } = await import(pathToFileURL(search).href);
  const find = () => findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH || undefined);
  const installed = (await find()) ?? ((await installBrowser()) ? await find() : null);
  if (installed) {
    process.env.PUPPETEER_EXECUTABLE_PATH = installed.path;
    return;
  }
  say(
    "nessun browser: le locandine si aprono come pagina da stampare, non come PDF. Per averle in PDF: " +
      "«apt-get install chromium-headless-shell», oppure il percorso di Chrome in PUPPETEER_EXECUTABLE_PATH",
    "no browser: posters open as a page to print, not as PDF. To have PDFs: " +
      "“apt-get install chromium-headless-shell”, or the path of Chrome in PUPPETEER_EXECUTABLE_PATH",
  );
}

async function installBrowser() {
  // A path that somebody set and that leads nowhere is theirs to mend: installing another browser would hide it.
  if (process.env.PUPPETEER_EXECUTABLE_PATH || !canInstallDebianPackages()) return false;
  return installDebianPackages(["chromium-headless-shell"]);
}
