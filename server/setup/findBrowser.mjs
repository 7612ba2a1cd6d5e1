// Finds the browser that prints posters, installs one where it can, or says plainly what is missing.
// Called by server/start.mjs; the server reads the result from PUPPETEER_EXECUTABLE_PATH.
import { accessSync, constants } from "node:fs";
import { canInstallDebianPackages, installDebianPackages } from "./debianPackages.mjs";
import { say } from "./progress.mjs";

// The binaries themselves: Debian's /usr/bin/chromium is a shell script whose child would outlive a kill.
const places = [
  "/usr/lib/chromium/chromium-headless-shell",
  "/usr/lib/chromium/chromium",
  "/opt/google/chrome/chrome",
  "/usr/lib64/chromium-browser/chromium-browser",
  "/usr/lib/chromium-browser/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Path of a browser, or undefined. The operator's own choice comes first. */
export function findBrowser() {
  return [process.env.PUPPETEER_EXECUTABLE_PATH, ...places].find(canRun);
}

/** Leaves the browser's path in the environment; without one the server still runs and offers the print view. */
export async function provideBrowser() {
  if (findBrowser() === undefined && canInstallDebianPackages()) {
    await installDebianPackages(["chromium-headless-shell"]);
  }
  const browser = findBrowser();
  if (browser) {
    process.env.PUPPETEER_EXECUTABLE_PATH = browser;
    return;
  }
  delete process.env.PUPPETEER_EXECUTABLE_PATH;
  say(
    "nessun browser: le locandine si aprono come pagina da stampare, non come PDF. Per averle in PDF: " +
      "«apt-get install chromium-headless-shell», oppure il percorso di Chrome in PUPPETEER_EXECUTABLE_PATH",
    "no browser: posters open as a page to print, not as PDF. To have PDFs: " +
      "“apt-get install chromium-headless-shell”, or the path of Chrome in PUPPETEER_EXECUTABLE_PATH",
  );
}

function canRun(path) {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
