// A browser as a lobby has it: one window, its profile on the disk, killed without a word. Called by the journeys of starting alone.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { findBrowser } from "../../server/printer/findBrowser.ts";

export interface LobbyBrowser {
  open(address: string): Promise<Page>;
  /** SIGKILL to the browser. */
  kill(): Promise<void>;
  end(): Promise<void>;
}

/** Where it lives: in a network namespace, with an address that counts as secure there. */
interface Elsewhere {
  readonly within: string;
  readonly trust: string;
}

/** @param names "MAP bacheca.lan 127.0.0.1": names only this browser knows @param disk the folder its profile lies in */
export async function lobbyBrowser(
  elsewhere: Elsewhere | null = null,
  names: string | null = null,
  disk = tmpdir(),
): Promise<LobbyBrowser> {
  const profile = await mkdtemp(join(disk, "lobby-"));
  const found = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
  let browser: Browser | null = null;
  const gone = async () => {
    const child = browser?.process();
    if (child != null && child.exitCode === null && child.signalCode === null) {
      const over = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await over;
    }
    browser = null;
  };
  /** A program of its own, since the browser is started by its path. */
  const inNamespace = async (name: string, program: string) => {
    const path = join(profile, "..", `${basename(profile)}-start`);
    // Descriptors 3 and 4 are how it is spoken to: the shell hands them on.
    await writeFile(path, `#!/bin/sh\nexec ip netns exec ${name} ${program} "$@"\n`, { mode: 0o755 });
    return path;
  };
  return {
    async open(address) {
      browser = await puppeteer.launch({
        executablePath:
          elsewhere === null ? (found?.path ?? "") : await inNamespace(elsewhere.within, found?.path ?? ""),
        // Its own port would be out of reach.
        pipe: elsewhere !== null,
        headless: found?.kind === "shell" ? "shell" : true,
        userDataDir: profile,
        args: [
          ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
          ...(names === null ? [] : [`--host-resolver-rules=${names}`]),
          ...(elsewhere === null ? [] : [`--unsafely-treat-insecure-origin-as-secure=${elsewhere.trust}`]),
        ],
      });
      const page = (await browser.pages())[0] ?? (await browser.newPage());
      await page.setViewport({ width: 1920, height: 1080 });
      await page.goto(address, { waitUntil: "commit" as never }).catch(() => page.goto(address).catch(() => null));
      return page;
    },
    kill: gone,
    async end() {
      await gone();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export const glassSays = (page: Page, text: string, timeout = 30_000) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout, polling: "raf" }, text);
