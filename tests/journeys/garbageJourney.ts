// Must show: garbage frames on the displays' socket meet a plain refusal or a closed connection; the server lives, says nothing of a bug,
// and an honest display beside them gets its change. Called with 500 random frames by npm test, with 5,000 by npm run test:full.
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type LightSocket, openWebSocket } from "../bench/webSocket.ts";
import { aContent } from "../builders.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { garbageFrame } from "./garbageFrames.ts";
import { type ServerProcess, type Staff, serverProcesses, signInTo } from "./serverProcess.ts";

const PATH = "/socket.io/?EIO=4&transport=websocket";

interface Display {
  readonly socket: LightSocket;
  readonly heard: string[];
  /** Resolves with the first message that holds these words. */
  hear(words: string): Promise<string>;
}

export function garbageJourney(frames: number): void {
  const start = serverProcesses();
  const folder = temporaryFolder();
  let server: ServerProcess;
  let staff: Staff;

  beforeAll(async () => {
    server = await start(folder);
    staff = await signInTo(server.base);
  }, 90_000);

  describe("the socket of displays", () => {
    test.each([
      ["null", '420["watch",null]'],
      ["nothing", '420["watch"]'],
      ["a word", '420["watch","lecce"]'],
      ["wrong types", '420["watch",{"office":7,"have":[]}]'],
      ["half a position", '420["watch",{"office":"lecce","have":{"epoch":"x"}}]'],
      ["keys of the prototype", '420["watch",{"__proto__":{"office":"lecce","have":null}}]'],
      ["an office that is none", '420["watch",{"office":"__proto__","have":null}]'],
      ["more than a display ever says", `420["watch",{"office":"${"x".repeat(9000)}","have":null}]`],
    ])("refuses %s with a plain Italian sentence", async (_what, packet) => {
      const display = await openDisplay(server.port);
      display.socket.send(packet);
      const [answer] = JSON.parse((await display.hear("430[")).slice(3)) as [
        { ok: boolean; refusal: string; sentence: string },
      ];
      expect(answer.ok).toBe(false);
      expect(["invalidInput", "notFound"]).toContain(answer.refusal);
      expect(answer.sentence).toMatch(/^[A-ZÈ].{10,200}\.$/s);
      expect(answer.sentence).not.toMatch(/zod|undefined|\bat \w+ \(|expected|received/i);
      display.socket.close();
    });

    test("does without an acknowledgement, and goes on serving that display", async () => {
      const display = await openDisplay(server.port);
      display.socket.send('42["watch",null]');
      display.socket.send('42["watch",{"office":"lecce","have":null}]');
      display.socket.send('421["watch",{"office":"lecce","have":null}]');
      expect(await display.hear("431[")).toContain('"ok":true');
      display.socket.close();
    });

    test(`outlives ${frames} random frames`, { timeout: 60_000 + frames * 30 }, async () => {
      const honest = await openDisplay(server.port);
      honest.socket.send('420["watch",{"office":"lecce","have":null}]');
      await honest.hear("430[");
      const seed = Math.floor(Math.random() * 2 ** 31);
      let display = await openDisplay(server.port);
      for (const [at, { opcode, payload }] of fc.sample(garbageFrame, { numRuns: frames, seed }).entries()) {
        display.socket.sendFrame(opcode, payload);
        // Time to close the connection, so that no frame is lost on one that is closing.
        await wait(1);
        if (!display.socket.open) display = await openDisplay(server.port);
        if (at % 250 === 249) await expectAlive(honest, `seed ${seed}, frame ${at}`);
      }
      display.socket.close();
      await expectAlive(honest, `seed ${seed}`);
      honest.socket.close();
      expect(server.child.exitCode).toBeNull();
      // Level 50 and above: a bug, logged with its id.
      expect(server.output().match(/"level":[56]0.*/g) ?? [], `seed ${seed}`).toEqual([]);
      expect(await server.end("SIGTERM")).toBe(0);
    });
  });

  async function expectAlive(honest: Display, when: string): Promise<void> {
    expect((await fetch(`${server.base}/healthz`)).status, when).toBe(200);
    const { posting } = await staff.draft(aContent(`Dopo ${when}`));
    await staff.publish(posting.code, posting.revision);
    expect(await honest.hear(posting.code), when).toContain('"delta"');
  }
}

/** Connected and greeted; answers the server's beats. */
async function openDisplay(port: number): Promise<Display> {
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  let socket: LightSocket | undefined;
  socket = await openWebSocket(port, PATH, (bytes) => {
    const words = bytes.toString();
    heard.push(words);
    if (words === "2") socket?.send("3");
    for (const look of waiting) look();
  });
  const display: Display = {
    socket,
    heard,
    async hear(words) {
      const found = () => heard.find((one) => one.includes(words));
      const limit = performance.now() + 10_000;
      while (found() === undefined) {
        if (performance.now() > limit)
          throw new Error(`never heard ${words}; heard ${heard.slice(-3).join(" ").slice(0, 500)}`);
        await Promise.race([new Promise<void>((resolve) => waiting.add(resolve)), wait(200)]);
      }
      return found() as string;
    },
  };
  socket.send("40");
  await display.hear('40{"sid"');
  return display;
}
