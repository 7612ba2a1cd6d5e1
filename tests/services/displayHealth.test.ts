// The watch over displays: five minutes dark in opening hours are told once, nights and closures are not, and the way back is told.
import { pino } from "pino";
import { expect, it } from "vitest";
import { isOpen, isQuiet, readableFrom, USUAL_PROFILE } from "../../server/domain/display.ts";
import { romeInstant } from "../../server/domain/time.ts";
import { lookOnce, TOLD_AFTER } from "../../server/followers/displayHealth.ts";
import type { House } from "../../server/house.ts";
import { createDisplayRoll } from "../../server/services/displayRoll.ts";
import { createMirror } from "../../server/services/mirror.ts";
import { openStore } from "../../server/store/openStore.ts";
import { anOffice } from "../builders.ts";
import { aBeat } from "../kiosk/aBeat.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";

const opening = [{ days: [0, 1, 2, 3, 4], from: "08:30", to: "13:00", byAppointment: false }];

it("[HW1] tells of a dark screen once after five minutes of opening hours, and once that it is back (people 33)", async () => {
  const state = { now: romeInstant("2026-11-24", "09:00") };
  const clock = { now: () => state.now };
  const store = await openStore({ dataDir: temporaryFolder(), databaseUrl: null });
  await store.write("test", state.now, async (tx) => {
    await tx.putOwner(anOffice("lecce", { opening }));
    await tx.displays.putDisplay({
      id: "d1",
      office: "lecce",
      name: "Sala",
      profile: USUAL_PROFILE,
      pairedAt: 0,
      pairedBy: "x",
      revokedAt: null,
      wish: null,
    });
  });
  const mirror = await createMirror({ store, clock, titleOf: () => null, policy: { showMachine: true } });
  const roll = await createDisplayRoll({ store, clock });
  const house = { store, clock, mirror, roll, log: pino({ level: "silent" }) } as unknown as House;
  const told = async () =>
    (await store.recentEvents(20, "d1")).map(({ verb }) => verb).filter((verb) => /dark|back/.test(verb));
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 20_000) {
      state.now += 20_000;
      await lookOnce(house);
    }
  };
  roll.hear("d1", aBeat());
  await pass(20_000);
  expect(await told()).toEqual([]);
  await pass(TOLD_AFTER);
  expect(await told(), "not before five minutes of darkness").toEqual([]);
  await pass(60_000);
  await pass(600_000);
  expect(await told()).toEqual(["display.dark"]);
  roll.hear("d1", aBeat());
  await lookOnce(house);
  expect(await told()).toEqual(["display.back", "display.dark"]);
  state.now = romeInstant("2026-11-24", "20:00");
  await pass(900_000);
  expect(await told(), "nobody is told at night").toHaveLength(2);
  state.now = romeInstant("2026-11-25", "08:30");
  await pass(200_000);
  expect(await told(), "the office has only just opened").toHaveLength(2);
  await pass(200_000);
  expect(await told()).toHaveLength(3);
  await store.close();
});

it("knows opening hours, quiet hours across midnight and the letter height of EN 301 549", () => {
  const office = { opening, closures: [{ from: "2026-12-24", to: "2026-12-26" }] };
  expect(isOpen(office, romeInstant("2026-11-24", "08:30"))).toBe(true);
  expect(isOpen(office, romeInstant("2026-11-24", "13:00"))).toBe(false);
  expect(isOpen(office, romeInstant("2026-12-24", "09:00"))).toBe(false);
  const quiet = { from: "22:00", to: "06:00" };
  expect([
    isQuiet(quiet, romeInstant("2026-11-24", "23:00")),
    isQuiet(quiet, romeInstant("2026-11-24", "05:59")),
    isQuiet(quiet, romeInstant("2026-11-24", "06:00")),
  ]).toEqual([true, true, false]);
  expect(readableFrom(55, "1920x1080@1")).toBeGreaterThan(2.95);
  expect(readableFrom(55, "3840x2160@1")).toBeCloseTo(readableFrom(55, "1920x1080@1") ?? 0, 5);
  expect(readableFrom(null, "1920x1080@1")).toBeNull();
});
