// Finds a Chromium-family binary to print with. Called by chromiumPrinter before it launches one.
// Debian's headless shell comes first: it prints a sheet at less than half the cost of a full browser.
import { access, constants, readdir, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join } from "node:path";

export interface FoundBrowser {
  readonly path: string;
  /** The old headless renderer as a binary of its own, or a full browser run headless. */
  readonly kind: "shell" | "full";
}

/**
 * @param configured path from the configuration; then nothing else is tried, so that a wrong path is noticed.
 * @returns null if there is none.
 */
export async function findBrowser(configured: string | undefined): Promise<FoundBrowser | null> {
  for (const candidate of configured ? await realBinary(configured) : await knownBinaries()) {
    if (await isExecutable(candidate)) return { path: candidate, kind: kindOf(candidate) };
  }
  return null;
}

const kindOf = (path: string): FoundBrowser["kind"] => (basename(path).includes("headless-shell") ? "shell" : "full");

// Distributions put a shell script in /usr/bin that starts the binary as its child: ending the script orphans the browser.
async function realBinary(path: string): Promise<string[]> {
  const target = await realpath(path).catch(() => path);
  const name = basename(target);
  return [`/usr/lib/${name}/${name}`, `/usr/lib/${name.replace(/-headless-shell$/, "")}/${name}`]
    .filter(() => target.startsWith("/usr/bin/"))
    .concat(target);
}

async function knownBinaries(): Promise<string[]> {
  return [
    "/usr/lib/chromium/chromium-headless-shell",
    ...(await installedByPuppeteer("chrome-headless-shell")),
    "/usr/lib/chromium/chromium",
    "/usr/lib/chromium-browser/chromium-browser",
    "/usr/lib64/chromium-browser/chromium-browser",
    "/opt/google/chrome/chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ...(await installedByPuppeteer("chrome")),
  ];
}

// ~/.cache/puppeteer/<product>/<platform>-<version>/<product>-<platform>/<product>, newest version first.
async function installedByPuppeteer(product: string): Promise<string[]> {
  const root = join(homedir(), ".cache", "puppeteer", product);
  const versions = await readdir(root).catch(() => []);
  versions.sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  const paths: string[] = [];
  for (const version of versions) {
    for (const folder of await readdir(join(root, version)).catch(() => []))
      paths.push(join(root, version, folder, product));
  }
  return paths;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
