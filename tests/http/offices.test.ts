// The directory: an office's facts are changed by who administers it, stand in the log before and after, and drive its displays.
import { beforeAll, expect, it } from "vitest";
import { isNight } from "../../kiosk/isNight.ts";
import { livePostings } from "../../server/domain/board.ts";
import type { BoardAnswer, ChangesAnswer } from "../../server/domain/httpContract.ts";
import { romeInstant } from "../../server/domain/time.ts";
import { aContent, anOffice, aPosting } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
const hours = { days: [0, 1, 2, 3, 4], from: "08:30", to: "12:30", byAppointment: false };
const facts = (more = {}) => {
  const { name, address, phones, email, website, opening, closures, defaultValidityDays } = anOffice("lecce");
  return { name, address, phones, email, website, opening, closures, defaultValidityDays, ...more };
};

beforeAll(async () => {
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    await tx.putOwner(anOffice("lecce", { opening: [hours] }));
    await tx.record("owner.saved", "lecce");
  });
  await house.house.mirror.catchUp();
});

it("[OF1] a closure written at the desk puts the office's displays to rest on that day, and the log says what changed", async () => {
  const closures = [{ from: "2027-01-04", to: "2027-01-06", reason: "Lavori" }];
  const { status } = await house.staff("PUT", "/offices/lecce", facts({ opening: [hours], closures }));
  expect(status).toBe(200);
  const board = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
  expect(board.office.closures).toEqual(closures);
  // Tuesday noon: closed for the works; a week later: open.
  expect(isNight(board.office, romeInstant("2027-01-05", "12:00"))).toBe(true);
  expect(isNight(board.office, romeInstant("2027-01-12", "12:00"))).toBe(false);
  const [event] = await house.store.recentEvents(1, "lecce");
  expect(event).toMatchObject({
    actor: "admin",
    verb: "owner.saved",
    facts: { before: { closures: [] }, after: { closures } },
  });
  expect(Object.keys((event?.facts.after as object) ?? {})).toEqual(["closures"]);
});

it("how long displays show postings without a line is said with the board, and stays where a form says nothing of it", async () => {
  const put = (more: object) => house.staff("PUT", "/offices/lecce", facts({ opening: [hours], ...more }));
  const lease = async () =>
    ((await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer).office.leaseHours;
  const closures = [{ from: "2027-01-04", to: "2027-01-06", reason: "Lavori" }];
  expect(await lease()).toBeUndefined();
  expect((await put({ closures, leaseHours: 4 })).status).toBe(200);
  expect(await lease()).toBe(4);
  expect((await put({ closures })).status).toBe(200);
  expect(await lease()).toBe(4);
});

it("saying the same again writes nothing; turned-round hours and closures are refused", async () => {
  const before = (await house.store.head()).revision;
  const same = { opening: [hours], closures: [{ from: "2027-01-04", to: "2027-01-06", reason: "Lavori" }] };
  expect((await house.staff("PUT", "/offices/lecce", facts(same))).status).toBe(200);
  expect((await house.store.head()).revision).toBe(before);
  for (const wrong of [
    { closures: [{ from: "2027-01-06", to: "2027-01-04", reason: null }] },
    { opening: [{ ...hours, from: "13:00" }] },
    { opening: [{ ...hours, to: null }] },
    { opening: [{ ...hours, days: [] }] },
    { defaultValidityDays: 0 },
    { leaseHours: 0 },
    { leaseHours: 169 },
    { leaseHours: 1.5 },
    { name: " " },
  ])
    expect((await house.staff("PUT", "/offices/lecce", facts(wrong))).status, JSON.stringify(wrong)).toBe(400);
  expect((await house.staff("PUT", "/offices/nowhere", facts())).status).toBe(404);
});

it("[BO1] puts a board in order at once for its displays, refuses a move made on an older order, and keeps all in the log", async () => {
  await house.store.write("test", Date.now(), async (tx) => {
    for (const [n, code] of ["000001H", "000002K", "000003N"].entries())
      await tx.putPosting(aPosting(code, "lecce", aContent(`Annuncio ${n}`), Date.now() - 1000));
  });
  await house.house.mirror.catchUp();
  const since = house.house.mirror.revision;
  const epoch = house.house.mirror.epoch;
  const put = (order: string[], expected: string[]) =>
    house.staff<{ refusal?: string; sentence?: string }>("PUT", "/offices/lecce/order", { order, expected });
  expect((await put(["000003N", "000001H"], [])).status).toBe(200);
  const changes = await fetch(`${house.base}/api/v1/boards/lecce/changes?since=${since}&epoch=${epoch}`);
  const { delta } = (await changes.json()) as ChangesAnswer;
  expect(delta.office?.order).toEqual(["000003N", "000001H"]);
  const board = (await (await fetch(`${house.base}/api/v1/boards/lecce`)).json()) as BoardAnswer;
  const shown = livePostings(
    { office: board.office, postings: new Map(board.postings.map((one) => [one.code, one])) },
    Date.now(),
  );
  expect(shown.map(({ code }) => code)).toEqual(["000003N", "000001H", "000002K"]);
  const late = await put(["000002K"], []);
  expect([late.status, late.body.refusal]).toEqual([409, "changedMeanwhile"]);
  expect(late.body.sentence).toContain("collega");
  const [event] = await house.store.recentEvents(1, "lecce");
  expect(event?.facts).toMatchObject({ before: { order: [] }, after: { order: ["000003N", "000001H"] } });
});
