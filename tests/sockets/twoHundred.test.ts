// Two hundred displays on one house in every run: each gets each change once, as one small delta; those that hang are cut off and lose nothing.
// Limits of time are the benchmark's (`npm run bench -- lobby`): here only what must hold on any machine.
import { expect, it } from "vitest";
import type { BoardAnswer } from "../../server/domain/httpContract.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import type { LightSocket } from "../bench/webSocket.ts";
import { openWebSocket } from "../bench/webSocket.ts";
import { aContent, chief } from "../builders.ts";
import { startHouse } from "../startHouse.ts";

const DISPLAYS = 200;
const house = await startHouse();
const port = Number(new URL(house.base).port);

interface Watching {
  readonly socket: LightSocket;
  readonly got: string[];
  answer: string | null;
}

async function watchBoard(have: object | null): Promise<Watching> {
  const display: { socket: LightSocket | null; got: string[]; answer: string | null } = {
    socket: null,
    got: [],
    answer: null,
  };
  let greeted = false;
  const greet = () => {
    if (greeted || display.socket === null) return;
    greeted = true;
    display.socket.send("40");
  };
  display.socket = await openWebSocket(port, "/socket.io/?EIO=4&transport=websocket", (bytes) => {
    const text = bytes.toString("utf8");
    if (text.startsWith("0")) greet();
    else if (text.startsWith("40")) display.socket?.send(`420["watch",${JSON.stringify({ office: "lecce", have })}]`);
    else if (text === "2") display.socket?.send("3");
    else if (text.startsWith("43")) display.answer = text;
    else if (text.startsWith("42")) display.got.push(text);
  });
  greet();
  await expect.poll(() => display.answer, { timeout: 30_000, interval: 20 }).not.toBeNull();
  return display as Watching;
}

const publish = async (title: string): Promise<string> => {
  const draft = await createPosting(house.house, chief, "lecce", aContent(title));
  await publishPosting(house.house, chief, draft.code, draft.revision);
  return draft.code;
};

it("tells two hundred displays each change once, in less than four kilobytes", async () => {
  const displays = await Promise.all(Array.from({ length: DISPLAYS }, () => watchBoard(null)));
  const before = displays.reduce((sum, { socket }) => sum + socket.received, 0);
  const codes: string[] = [];
  for (let n = 0; n < 5; n += 1) codes.push(await publish(`Annuncio ${n}`));
  for (const code of codes)
    await expect
      .poll(() => displays.filter(({ got }) => got.some((text) => text.includes(code))).length, { timeout: 30_000 })
      .toBe(DISPLAYS);
  for (const { got } of displays)
    for (const code of codes) expect(got.filter((text) => text.includes(`"put":[{"code":"${code}"`))).toHaveLength(1);
  const bytes = displays.reduce((sum, { socket }) => sum + socket.received, 0) - before;
  expect(bytes / DISPLAYS / codes.length).toBeLessThan(4_000);
  for (const { socket } of displays) socket.close();
}, 90_000);

it("tells one that is current in less than a kilobyte", async () => {
  const board = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
  const { socket, answer } = await watchBoard({ epoch: board.epoch, revision: board.revision });
  expect(answer).toContain('"ok":true');
  expect(socket.received).toBeLessThanOrEqual(1_000);
  socket.close();
}, 60_000);

it("[K6] cuts off a display that reads nothing before a megabyte waits for it", async () => {
  const { socket } = await watchBoard(null);
  socket.pause();
  const io = house.sockets;
  const held = () => io.engine.clientsCount;
  await expect.poll(held, { timeout: 10_000 }).toBe(1);
  const words = "x".repeat(200_000);
  // More than the kernels of both ends keep.
  for (let n = 0; n < 60; n += 1) io.to("board:lecce").emit("urgents", [{ words }] as never, Date.now());
  await expect.poll(held, { timeout: 30_000 }).toBe(0);
  const back = await watchBoard(null);
  expect(back.answer).toContain('"ok":true');
  back.socket.close();
}, 90_000);
