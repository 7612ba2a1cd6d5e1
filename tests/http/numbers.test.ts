// The office's numbers over HTTP: reckoned by days, small counts hidden, exported without formulas; and the weekly report as numbers.
import { beforeAll, expect, it } from "vitest";
import type { DeskNumbers } from "../../server/domain/numbers.ts";
import type { Posting } from "../../server/domain/posting.ts";
import { addDays, romeInstant } from "../../server/domain/time.ts";
import type { WeekReport } from "../../server/domain/weekReport.ts";
import { aContent, anOffice, aPosting } from "../builders.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
const now = romeInstant("2026-11-26", "12:00");
const day = (n: number) => romeInstant(addDays("2026-11-26", n), "09:00");

beforeAll(async () => {
  house = await startHouse({ demo: false, clock: { now: () => now } });
  const until = (date: string) => ({ window: { opens: null, closes: { day: date, time: null } } });
  await house.store.write("test", now, async (tx) => {
    await tx.putOwner(anOffice("lecce", { name: "=CPI Lecce", area: null }));
    await tx.putOwner(anOffice("gallipoli", { area: null }));
    await tx.paper.putWall({ id: "W1", office: "gallipoli", name: "Ingresso", removed: true });
    for (const id of ["lecce", "gallipoli"]) await tx.record("owner.saved", id);
    const open = aPosting("000001H", "lecce", aContent("Cuoco", { ...until("2026-12-20"), positions: 3 }), day(-10));
    const expired = aPosting("000002K", "lecce", aContent("Barista", until("2026-11-20")), day(-16));
    const filled = aPosting(
      "000003N",
      "gallipoli",
      aContent("Autista", { ...until("2026-12-20"), positions: 2 }),
      day(-8),
    );
    const old = aPosting("000004R", "lecce", aContent("Da tempo", until("2026-12-20")), day(-60));
    for (const posting of [
      open,
      expired,
      { ...filled, state: "closed", closed: { reason: "filled", at: day(-4) } } as Posting,
      old,
    ])
      await tx.putPosting(posting);
  });
  await house.store.displays.addCounts([
    { day: "2026-11-20", kind: "shown", place: "d1", code: "000001H", locale: "it", times: 120 },
    { day: "2026-11-20", kind: "scanned", place: "d1", code: "000001H", locale: "de", times: 4 },
    { day: "2026-11-21", kind: "scanned", place: "d1", code: "000004R", locale: "de", times: 3 },
    { day: "2026-11-21", kind: "scanned", place: "W1", code: "000003N", locale: "it", times: 6 },
    { day: "2026-11-22", kind: "scanned", place: "", code: "000004R", locale: "it", times: 9 },
  ]);
  await house.house.mirror.catchUp();
});

const read = async (more = "") =>
  (await house.staff<DeskNumbers>("GET", `/numbers?from=2026-11-01&to=2026-11-26${more}`)).body;

it("counts what began, what ended and why, what is open, places and days on the board", async () => {
  const { total, reasons, weeks, areas } = await read();
  expect(total).toMatchObject({ published: 3, closed: 2, open: 2, positions: 5 });
  // Barista hung ten days and some, Autista four.
  expect(total.days).toBe(7);
  expect(reasons).toEqual([
    { reason: "filled", closed: 1 },
    { reason: "expired", closed: 1 },
  ]);
  expect(weeks.map(({ published }) => published).reduce((a, b) => a + b, 0)).toBe(3);
  expect(areas.map(({ key, open }) => [key, open])).toEqual([
    ["=CPI Lecce", 2],
    ["Centro per l'impiego di gallipoli", 0],
  ]);
});

it("[NU1] tells no count under five, in no row", async () => {
  const { total, languages, top } = await read();
  expect([total.shown, total.scanned]).toEqual([120, 7]);
  expect(languages.find(({ locale }) => locale === "it")).toMatchObject({ shown: 120, scanned: null });
  const one = { section: "vacancy", scanned: null, paper: null, shown: null };
  expect(top).toEqual([
    { ...one, code: "000004R", title: "Da tempo", paper: 9 },
    { ...one, code: "000003N", title: "Autista", paper: 6 },
    { ...one, code: "000001H", title: "Cuoco", shown: 120 },
  ]);
});

it("tells what was read from paper apart from displays: a wall's by its office, other paper by its posting's", async () => {
  expect((await read()).total).toMatchObject({ scanned: 7, paper: 15 });
  expect((await read("&office=gallipoli")).total).toMatchObject({ scanned: null, paper: 6 });
  expect((await read("&office=lecce")).total).toMatchObject({ paper: 9 });
});

it("one office's numbers are its own; days in disorder and unknown offices are refused", async () => {
  expect((await read("&office=gallipoli")).total).toMatchObject({ published: 1, closed: 1, open: 0 });
  expect((await house.staff("GET", "/numbers?from=2026-11-26&to=2026-11-01")).status).toBe(400);
  expect((await house.staff("GET", "/numbers?from=2026-11-01&to=2026-11-02&office=nowhere")).status).toBe(404);
  expect((await house.staff("GET", "/numbers?from=000001H&to=\u202egnp.exe")).status).toBe(400);
});

it("[I10] the export begins no cell like a formula", async () => {
  const csv = new TextDecoder().decode(await house.staffBytes("/numbers?from=2026-11-01&to=2026-11-26&format=csv"));
  expect(csv).toContain("'=CPI Lecce");
  expect(csv).not.toMatch(/(^|[;\n])[=+@]/);
  const xlsx = await house.staffBytes("/numbers?from=2026-11-01&to=2026-11-26&format=xlsx");
  expect([...xlsx.slice(0, 2)]).toEqual([0x50, 0x4b]);
});

it("the weekly report as numbers agrees with the days asked for", async () => {
  const { body } = await house.staff<WeekReport>("GET", "/reports/week?day=2026-11-20&office=lecce");
  expect([body.from, body.to]).toEqual(["2026-11-16", "2026-11-22"]);
  expect(body.total).toMatchObject({ before: 2, added: 1 });
});
