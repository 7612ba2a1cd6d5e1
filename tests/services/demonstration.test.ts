// The demonstration: real past postings with dates moved to now, on every board of Lecce in all seven sections, marked, and with a way out.
import { expect, test } from "vitest";
import { shiftText } from "../../server/demonstration/shiftRecord.ts";
import type { Content } from "../../server/domain/content.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import { advanceTime } from "../../server/services/advanceTime.ts";
import { boardOf } from "../../server/services/boardOf.ts";
import { importRecords } from "../../server/services/importRecords.ts";
import { removeDemonstration } from "../../server/services/removeDemonstration.ts";
import { seedDemonstration } from "../../server/services/seedDemonstration.ts";
import { systemUser } from "../../server/services/systemUser.ts";
import { demonstrationRows } from "../records/shippedRecords.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { importDesk, NOON } from "./importDesk.ts";

const folder = temporaryFolder();
const chief = systemUser("admin");
const CENTRES = [
  "campi-salentina",
  "casarano",
  "galatina",
  "gallipoli",
  "lecce",
  "maglie",
  "martano",
  "nardo",
  "poggiardo",
  "tricase",
];
const MOMENTS = [
  NOON,
  Date.parse("2027-02-28T22:59:00Z"),
  Date.parse("2028-03-26T00:30:00Z"),
  Date.parse("2026-10-25T00:30:00Z"),
];

async function seeded(now = NOON) {
  const desk = await importDesk(folder, [], now);
  const count = await seedDemonstration(desk);
  await desk.mirror.catchUp();
  return { desk, count };
}

test.each(MOMENTS)("at %d every board of the ten centres has all seven sections and 30 to 80 postings", async (now) => {
  const { desk, count } = await seeded(now);
  expect(count).toBe(demonstrationRows.length);
  for (const id of CENTRES) {
    const office = desk.mirror.office(id);
    const board = boardOf(desk.mirror, office as never, now);
    expect(board.length).toBeGreaterThanOrEqual(30);
    expect(board.length).toBeLessThanOrEqual(80);
    expect(new Set(board.map(({ content }) => content.section))).toEqual(new Set(SECTIONS));
    expect(board.every((posting) => posting.demonstration && posting.until > now && posting.from <= now)).toBe(true);
  }
});

test("most are open, some leave within the hour, the last after some six weeks; every state is there", async () => {
  const { desk } = await seeded();
  const board = boardOf(desk.mirror, desk.mirror.office("lecce") as never, NOON);
  const leaving = board.filter(({ until }) => until - NOON <= 3600_000);
  expect(leaving.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...board.map(({ until }) => until - NOON))).toBeLessThan(46 * 86_400_000);
  const postings = await desk.store.postings();
  expect(new Set(postings.map(({ state }) => state))).toEqual(
    new Set(["open", "draft", "scheduled", "suspended", "closed"]),
  );
  expect(postings.filter(({ state }) => state === "open").length).toBeGreaterThan(postings.length * 0.8);
  desk.time.now = NOON + 3600_000;
  expect(await advanceTime(desk)).toBe(leaving.length);
});

test("a deadline nobody stated is not invented", async () => {
  const { desk } = await seeded();
  for (const [index, { value }] of demonstrationRows.entries()) {
    const record = value as { id: string; deadline?: string; event?: unknown };
    const posting = await desk.store.postingByOrigin("demonstration", record.id);
    const content = (posting?.published?.content ?? posting?.working) as Content;
    expect(content.window.closes !== null, `${index}`).toBe(record.deadline !== undefined);
    if (record.deadline === undefined && record.event === undefined && posting?.published)
      expect(posting.published.untilStated).toBe(false);
    expect(posting?.staffNote).toMatch(/http/);
  }
});

test("an event keeps its weekday, its roles keep its code, and the days in its words move along", async () => {
  const { desk } = await seeded();
  const week = await desk.store.postingByOrigin("demonstration", "R055");
  const event = week?.published?.content.event;
  expect(new Date(`${event?.starts.day}T12:00:00Z`).getUTCDay()).toBe(new Date("2023-03-13T12:00:00Z").getUTCDay());
  const [, month = "", date = ""] = (event?.starts.day ?? "").split("-");
  expect(event?.venue?.text.startsWith(`${Number(date)}/${Number(month)} CPI Campi Salentina;`)).toBe(true);
  const role = await desk.store.postingByOrigin("demonstration", "R056");
  expect(role?.published?.content.parent).toBe(week?.code);
});

test.each([
  ["18/11 Gallipoli; 25-29/11 a distanza", 14, 2024, "2/12 Gallipoli; 9-13/12 a distanza"],
  ["25-29/11", 4, 2024, "29/11-3/12"],
  ["elenco art. 8 L. 68/99 al 06/07/2022", 365, 2020, "elenco art. 8 L. 68/99 al 06/07/2023"],
  ["L. 56/87, 276/2003, 31/2, 24/7", 1, 2024, "L. 56/87, 276/2003, 31/2, 25/7"],
])("the days in «%s»", (text, days, year, moved) => {
  expect(shiftText(text, days, year)).toBe(moved);
});

test("seeding again does nothing; the way out leaves real postings and the offices, and works once", async () => {
  const { desk } = await seeded();
  const head = await desk.store.head();
  expect(await seedDemonstration(desk)).toBe(0);
  expect(await desk.store.head()).toEqual(head);
  await importRecords(
    desk,
    chief,
    [{ row: 1, value: { id: "1", kind: "vacancy", title: "Cuoco", office: "CPI Lecce" } }],
    { publish: true, dryRun: false },
  );
  const reader = { ...chief, grants: [{ role: "publisher" as const, on: "*" as const }] };
  await expect(removeDemonstration(desk, reader)).rejects.toMatchObject({ code: "notAllowed" });
  expect(await removeDemonstration(desk, chief)).toBe(demonstrationRows.length);
  expect(await desk.store.setting("demonstration")).toBe("0");
  expect(
    boardOf(desk.mirror, desk.mirror.office("lecce") as never, NOON).map(({ content }) => content.title.written.text),
  ).toEqual(["Cuoco"]);
  expect(desk.mirror.office("lecce")).toMatchObject({ demonstration: false });
  const after = await desk.store.head();
  expect(await removeDemonstration(desk, chief)).toBe(0);
  expect(await desk.store.head()).toEqual(after);
  expect(await desk.store.brokenChain()).toBeNull();
});

test("seeding takes well under two seconds", async () => {
  const desk = await importDesk(folder, []);
  desk.vocabularies.matchOccupation("cuoco");
  const began = performance.now();
  await seedDemonstration(desk);
  expect(performance.now() - began).toBeLessThan(2000);
});
