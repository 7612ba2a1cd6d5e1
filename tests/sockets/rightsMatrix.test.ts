// Every role, a stranger and a paired display on every socket event, for three offices. The board's socket is public and knows no staff; the staff's
// hears revisions and nothing of what they hold. (trust A1)
import { randomBytes } from "node:crypto";
import { io as connect, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PairingAnswer } from "../../server/domain/displayContract.ts";
import type { WatchAnswer } from "../../server/domain/socketContract.ts";
import type { User } from "../../server/domain/user.ts";
import { pairDisplay } from "../../server/services/pairDisplay.ts";
import { startSession } from "../../server/services/startSession.ts";
import { anOffice, chief } from "../builders.ts";
import { OFFICES, PEOPLE } from "../http/expectedRights.ts";
import { aBeat } from "../kiosk/aBeat.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

const ASKERS = ["a stranger", "a display of lecce", ...Object.keys(PEOPLE)] as const;
/** How long something that must not come is waited for, in milliseconds. */
const SILENCE = 300;

let house: RunningHouse;
let displayToken = "";
let displayId = "";
const lines: Socket[] = [];
const cookies = new Map<string, string>();

beforeAll(async () => {
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    for (const id of OFFICES) await tx.putOwner(anOffice(id, { parent: id === "lecce-sportello" ? "lecce" : null }));
    for (const id of OFFICES) await tx.record("owner.saved", id);
    for (const [n, [, roles]] of Object.entries(PEOPLE).entries()) {
      const grants = roles.map((role) => ({ role, on: role.startsWith("network") ? "*" : "lecce" }));
      const user: User = { login: `persona${n}`, name: "Prova", grants, mustChangePassword: false, disabled: false };
      await tx.putAccount({ user, passwordHash: "none" });
    }
  });
  await house.house.mirror.catchUp();
  for (const [n, person] of Object.keys(PEOPLE).entries()) {
    const user = (await house.store.account(`persona${n}`))?.user;
    if (user === undefined) throw new Error("no account");
    cookies.set(person, `bacheca=${(await startSession(house.house, user, null)).token}`);
  }
  displayToken = `d${randomBytes(32).toString("base64url")}`;
  const answer = await fetch(`${house.base}/api/v1/pairings`, {
    method: "POST",
    headers: { authorization: `Bearer ${displayToken}`, "x-requested-with": "bacheca" },
  });
  const { code } = (await answer.json()) as PairingAnswer;
  displayId = (await pairDisplay(house.house, chief, { code, office: "lecce", name: "Sala", replace: null })).id;
});
afterAll(() => {
  for (const line of lines) line.disconnect();
});

/** Connected, or the reason why not. */
function enter(namespace: "/" | "/staff", asker: string): Promise<Socket | string> {
  const cookie = cookies.get(asker);
  const socket = connect(house.base + namespace, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
    ...(asker === "a display of lecce" ? { auth: { token: displayToken } } : {}),
  });
  lines.push(socket);
  return new Promise((resolve) => {
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", (error) => resolve(error.message));
  });
}

/** The answer to a watch; null where none comes. */
const watch = (socket: Socket, office: string): Promise<WatchAnswer | null> =>
  socket
    .timeout(SILENCE)
    .emitWithAck("watch", { office, have: null })
    .catch(() => null);

describe("A1: rights, event by event", () => {
  it.each(ASKERS)("%s", async (asker) => {
    const staff = cookies.has(asker);
    const wrong: string[] = [];
    const say = (what: string, got: unknown, expected: unknown) => {
      if (JSON.stringify(got) !== JSON.stringify(expected)) wrong.push(`${what}: ${JSON.stringify(got)}`);
    };

    const board = await enter("/", asker);
    if (typeof board === "string") throw new Error(board);
    const leaked: unknown[] = [];
    board.onAny(
      (event: string) => void (["delta", "urgents", "display", "unpaired"].includes(event) || leaked.push(event)),
    );
    for (const office of OFFICES) {
      const answer = await board.timeout(20_000).emitWithAck("watch", { office, have: null });
      // A board is public; a paired display reads its own office's and no other.
      const mayRead = asker !== "a display of lecce" || office === "lecce";
      say(`watch ${office}`, answer.ok ? "ok" : answer.refusal, mayRead ? "ok" : "notAllowed");
    }
    const before = house.house.roll.seen(displayId);
    board.emit("beat", aBeat({ boardRevision: 1 }));
    if (asker === "a display of lecce") await expect.poll(() => house.house.roll.seen(displayId)).not.toEqual(before);
    else {
      // Answered after the beat was read.
      await board.timeout(20_000).emitWithAck("watch", { office: "lecce", have: null });
      say("beat", house.house.roll.seen(displayId), before);
    }
    say("events on the board's line", leaked, []);

    const desk = await enter("/staff", asker);
    say("/staff", typeof desk === "string" ? desk : "in", staff ? "in" : "signInRequired");
    if (typeof desk !== "string") {
      const told: unknown[][] = [];
      desk.onAny((...event: unknown[]) => told.push(event));
      const answers = await Promise.all(OFFICES.map((office) => watch(desk, office)));
      say("watch on the staff's line", answers, [null, null, null]);
      await house.store.write("test", Date.now(), (tx) => tx.record("owner.saved", "gallipoli"));
      await house.house.mirror.catchUp();
      await expect.poll(() => told.length).toBeGreaterThan(0);
      // A revision tells that something changed, never what or where.
      for (const [event, ...rest] of told) say("told", [event, rest.map((one) => typeof one)], ["changed", ["number"]]);
    }
    expect(wrong).toEqual([]);
  });
});
