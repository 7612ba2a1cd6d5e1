// A screen in a cupboard for a year: plugged in again it is who it was, with all that its board has become since; taken back meanwhile, it is nobody.
import { randomBytes } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { OwnDisplayAnswer, PairingAnswer } from "../../server/domain/displayContract.ts";
import type { BoardAnswer, ChangesAnswer } from "../../server/domain/httpContract.ts";
import { revokeDisplay } from "../../server/services/changeDisplay.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { pairDisplay } from "../../server/services/pairDisplay.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { aContent, chief } from "../builders.ts";
import { aBeat } from "../kiosk/aBeat.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

const YEAR = 366 * 86_400_000;
const state = { now: Date.now() };
let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse({ clock: { now: () => state.now } });
});

async function device<T>(method: string, path: string, token: string, body?: object) {
  const answer = await fetch(`${house.base}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "x-requested-with": "bacheca",
      "content-type": "application/json",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}

async function paired(name: string) {
  const token = `d${randomBytes(32).toString("base64url")}`;
  const { code } = (await device<PairingAnswer>("POST", "/pairings", token)).body;
  const display = await pairDisplay(house.house, chief, { code, office: "lecce", name, replace: null });
  return { token, display };
}

async function publish(title: string): Promise<string> {
  const draft = await createPosting(house.house, chief, "lecce", aContent(title));
  await publishPosting(house.house, chief, draft.code, draft.revision);
  return draft.code;
}

it("lobby 12: a year switched off needs no new pairing and brings the board of today; one taken back meanwhile stays out", async () => {
  const [kept, taken] = [await paired("Ingresso"), await paired("Magazzino")];
  const old = await publish("Un anno fa");
  const before = (await device<BoardAnswer>("GET", "/boards/lecce", kept.token)).body;
  expect(before.postings.map(({ code }) => code)).toContain(old);
  await revokeDisplay(house.house, chief, taken.display.id);

  state.now += YEAR;
  const today = await publish("Oggi");
  const own = await device<OwnDisplayAnswer>("GET", "/display", kept.token);
  expect(own.status).toBe(200);
  expect(own.body.display).toMatchObject({ id: kept.display.id, office: "lecce", name: "Ingresso" });
  expect((await device("POST", "/display/beat", kept.token, aBeat())).status).toBe(200);
  const { body } = await device<ChangesAnswer>("GET", `/boards/lecce/changes?since=${before.revision}`, kept.token);
  expect(JSON.stringify(body)).toContain(today);
  const board = (await device<BoardAnswer>("GET", "/boards/lecce", kept.token)).body;
  expect(board.postings.map(({ code }) => code)).toEqual([today]);
  expect((await device("GET", "/display", taken.token)).status).toBe(401);
});
