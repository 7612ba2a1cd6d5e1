// kill -9 of the whole server in the middle of a long print: no browser lives on, nothing half is left, whoever waited knows, and after the next
// start the same paper is printed whole.
import { readdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import type { BoardAnswer } from "../../server/domain/httpContract.ts";
import { drawnCodes } from "../../server/printer/drawnCodes.ts";
import { processesBelow, stillAlive } from "../printer/processTree.ts";
import { describeWith } from "../setup/describeWith.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { serverProcesses } from "./serverProcess.ts";

const LANGUAGES = ["it", "en", "fr", "de"];
const BULLETIN = `/offices/lecce/bulletin.pdf?posters=1&lang=${LANGUAGES.join(",")}`;

describeWith(["browser"], "a server killed while it prints", () => {
  const start = serverProcesses();
  const folder = temporaryFolder();
  const halves = () =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.part$|profile-\d+$/.test(file));

  test("leaves no browser and no half file, tells whoever waits, and prints it whole after the next start", {
    timeout: 300_000,
  }, async () => {
    const server = await start(folder);
    const asked = fetch(server.base + BULLETIN).then(
      (answer) => answer.arrayBuffer(),
      (error: unknown) => error,
    );
    const browser = () => processesBelow(server.child.pid ?? 0).filter(({ command }) => command.includes("--type="));
    await vi.waitFor(() => expect(browser().some(({ command }) => command.includes("renderer"))).toBe(true), {
      timeout: 60_000,
      interval: 50,
    });
    // Into the printing of one of its chunks.
    await wait(1_500);
    const family = processesBelow(server.child.pid ?? 0);
    expect(family.length).toBeGreaterThan(2);
    await server.end("SIGKILL");
    await vi.waitFor(() => expect(stillAlive(family)).toEqual([]), { timeout: 5_000, interval: 100 });
    expect(await asked).toBeInstanceOf(Error);
    await vi.waitFor(() => expect(halves()).toEqual([]), { timeout: 5_000, interval: 100 });

    const next = await start(folder);
    const { postings } = (await (await fetch(`${next.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
    const answer = await fetch(next.base + BULLETIN);
    expect(answer.status).toBe(200);
    // A row and a poster of each, in each language.
    const drawn = await drawnCodes(new Uint8Array(await answer.arrayBuffer()));
    expect(drawn).toHaveLength(postings.length * LANGUAGES.length * 2);
    expect(drawn.filter(({ text }) => text === null)).toEqual([]);
    expect(await next.end("SIGTERM")).toBe(0);
    expect(halves()).toEqual([]);
  });
});
