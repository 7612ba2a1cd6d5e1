// The bridge of the kiosk kit (provision.sh --lan) as systemd runs it: a socket on this machine, each line handed on to the board. Called by its tests.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { freePort } from "../bench/programs.ts";

const UNIT = readFileSync(resolve(import.meta.dirname, "../../kiosk/kit/bacheca-ponte.service"), "utf8");
/** Of the unit itself. */
const PROXY = /^ExecStart=(\S+)/m.exec(UNIT)?.[1] ?? "";

export async function openBridge(farPort: number): Promise<{ readonly origin: string; close(): void }> {
  const port = await freePort();
  const child = spawn("systemd-socket-activate", ["-l", `127.0.0.1:${port}`, PROXY, `127.0.0.1:${farPort}`], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  await new Promise<void>((done, fail) => {
    child.once("error", fail);
    child.stderr.on("data", (said: Buffer) => said.toString().includes("Listening on") && done());
  });
  return { origin: `http://localhost:${port}`, close: () => void child.kill("SIGKILL") };
}
