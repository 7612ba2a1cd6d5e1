// Starts the headless browser that prints, cut off from every network, and ends it for certain.
// chromiumPrinter is its only caller.
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import type { FoundBrowser } from "./findBrowser.ts";

export interface RunningBrowser {
  readonly browser: Browser;
  /** Ends it: asks, then kills the whole process group. Never throws. */
  stop(): Promise<void>;
  kill(): void;
}

// A proxy on a port where nothing listens, names that never resolve, and no exception for loopback: measured to stop
// what request interception lets out (prefetch, WebSocket) and what scripts switched off lets out (everything of HTTP).
const BLACK_HOLE = [
  "--proxy-server=http://127.0.0.1:1",
  "--proxy-bypass-list=<-loopback>",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-quic",
  "--no-pings",
  "--disable-component-update",
];

// Hinting for a screen would round every letter's width to whole pixels, which shows on paper as uneven spacing.
const FOR_PAPER = ["--font-render-hinting=none", "--disable-gpu"];

const LAUNCH_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 2_000;
const PROFILE = /^profile-(\d+)$/;

/** @param workDir a folder of the printer's own; holds the profile while the browser runs. @throws if it does not start */
export async function launchBrowser(found: FoundBrowser, workDir: string): Promise<RunningBrowser> {
  await removeLeftovers(workDir);
  const profile = join(workDir, `profile-${process.pid}`);
  await rm(profile, { recursive: true, force: true });
  await mkdir(profile, { recursive: true, mode: 0o700 });
  // Loaded here, not at the top: a server that never prints never pays for it.
  const { default: puppeteer } = await import("puppeteer");
  const args = puppeteer.defaultArgs({
    headless: found.kind === "shell" ? "shell" : true,
    userDataDir: profile,
    args: [...BLACK_HOLE, ...FOR_PAPER, ...(runsAsRoot() ? ["--no-sandbox"] : [])],
  });
  const browser = await puppeteer.launch({
    ...command(found.path, profile, args),
    ignoreDefaultArgs: true,
    // Over a pipe the browser sees the end of this process, however it ends; over a WebSocket it would live on.
    pipe: true,
    timeout: LAUNCH_LIMIT_MS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  // A browser that dies mid-sentence resets the pipe; puppeteer notices the death itself, the stream's own cry would end this process.
  for (const stream of browser.process()?.stdio ?? []) stream?.on("error", () => undefined);
  const kill = () => killGroup(browser.process()?.pid);
  return {
    browser,
    kill,
    stop: async () => {
      const asked = browser.close().then(
        () => true,
        () => false,
      );
      if (!(await Promise.race([asked, after(STOP_LIMIT_MS)]))) kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    },
  };
}

export const runsAsRoot = (): boolean => process.getuid?.() === 0;

// The shell around it gives the browser the lowest claim on the processor short of idling, and removes the profile
// also when this process was killed and cannot.
function command(path: string, profile: string, args: string[]): { executablePath: string; args: string[] } {
  if (process.platform === "win32") return { executablePath: path, args };
  return { executablePath: "/bin/sh", args: ["-c", 'nice -n 10 "$@"; rm -rf "$0"', profile, path, ...args] };
}

// puppeteer starts the browser as the leader of its own process group.
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}

// Profiles of processes that died together with their shell (power cut, out of memory).
async function removeLeftovers(workDir: string): Promise<void> {
  for (const name of await readdir(workDir).catch(() => [])) {
    const owner = PROFILE.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) {
      await rm(join(workDir, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const after = (ms: number): Promise<false> => new Promise((resolve) => setTimeout(resolve, ms, false).unref());
