// A disk with no room left, a real one of its own: staff are told in a plain sentence, nothing acknowledged is lost, the public reads on, and all goes on
// once there is room. (trust 21)
import { rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { expect, test } from "vitest";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";
import { aContent } from "../builders.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { PASSWORD, serverProcesses, signInTo } from "./serverProcess.ts";

const start = serverProcesses();
const folder = temporaryFolder();
const MEGABYTES = 160;
/** A mount that only the server and what it starts can see; it goes with them. */
const ROOM = [
  "unshare",
  "--user",
  "--map-root-user",
  "--mount",
  "sh",
  "-c",
  `mount -t tmpfs -o size=${MEGABYTES}m tmpfs '${folder}' && exec "$@"`,
  "sh",
];

/** Takes whatever room is left, to the last byte; not in one go, so that connections the server closes meanwhile are noticed. */
async function fill(file: string): Promise<void> {
  const opened = await open(file, "w");
  try {
    for (let block = 1024 * 1024; block > 0; block = Math.floor(block / 2)) {
      try {
        for (;;) await opened.write(Buffer.alloc(block));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
    }
  } finally {
    await opened.close();
  }
}

test("a full disk: sign-in and saving are refused in plain words, public pages live, and it heals", {
  timeout: 300_000,
}, async () => {
  const server = await start(folder, {}, ROOM);
  const staff = await signInTo(server.base);
  const made = await staff.draft(aContent("Cuoco di prova"));
  const shown = await staff.publish(made.posting.code, made.posting.revision);
  const page = `${server.base}/o/${shown.posting.code}/it`;
  expect((await fetch(page)).status).toBe(200);

  const ballast = `/proc/${server.child.pid}/root${folder}/ballast`;
  await fill(ballast);
  const signIn = () =>
    fetch(`${server.base}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-requested-with": "bacheca", "accept-language": "de" },
      body: JSON.stringify({ login: "admin", password: PASSWORD }),
    });
  const refused = await signIn();
  expect(server.child.exitCode).toBeNull();
  expect(refused.status).toBe(507);
  const told = (await refused.json()) as { refusal: string; sentence: string };
  expect(told.refusal).toBe("storeFull");
  expect(told.sentence).toContain("Die Festplatte des Servers ist voll");
  expect(told.sentence).not.toMatch(/SQLITE|ENOSPC|Error/);
  await expect(staff.draft(aContent("Verloren"))).rejects.toThrow(/507.*storeFull/);
  for (const path of ["/it/", "/de/lecce", `/o/${shown.posting.code}/fr`, "/api/v1/boards/lecce"])
    expect((await fetch(server.base + path)).status, path).toBe(200);

  rmSync(ballast);
  await expect.poll(async () => (await signIn()).status, { timeout: 30_000 }).toBe(200);
  const again = await staff.call<PostingAnswer>("GET", `/postings/${made.posting.code}`);
  expect(again.posting.revision).toBe(shown.posting.revision);
  const next = await staff.draft(aContent("Barista dopo"));
  await staff.publish(next.posting.code, next.posting.revision);
  expect((await fetch(page)).status).toBe(200);
  expect(await server.end("SIGTERM")).toBe(0);
});
