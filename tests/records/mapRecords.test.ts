// Every real record becomes a sound content of the right section, and nothing stated in it is lost or invented.
import { describe, expect, test } from "vitest";
import type { Content } from "../../server/domain/content.ts";
import { contentSchema } from "../../server/domain/content.ts";
import { readContracts, readHours } from "../../server/records/mapContract.ts";
import { isGrave } from "../../server/records/problem.ts";
import { recordToPosting } from "../../server/records/recordToPosting.ts";
import { allRows, recordNamed, recordOf, vocabularies } from "./shippedRecords.ts";

const mapped = (id: string) => recordToPosting({ row: 1, record: recordNamed(id) }, vocabularies);
const content = (id: string): Content => mapped(id).content;

describe("all 115 records", () => {
  const all = allRows.map((row) => recordToPosting({ row: row.row, record: recordOf(row) }, vocabularies));

  test("map without a grave problem to contents the schema accepts", () => {
    expect(all).toHaveLength(115);
    for (const one of all) {
      expect(one.problems.filter(isGrave)).toEqual([]);
      expect(contentSchema.safeParse(one.content).success).toBe(true);
    }
  });

  test("hang in the sections their kinds say", () => {
    const counts: Record<string, number> = {};
    for (const one of all) counts[one.content.section] = (counts[one.content.section] ?? 0) + 1;
    expect(counts).toEqual({ vacancy: 68, eures: 9, targeted: 4, selection: 13, training: 2, event: 13, notice: 6 });
  });

  test("most titles of jobs find their occupation, none of an event or notice does", () => {
    const jobs = all.filter((one) => !["event", "notice"].includes(one.content.section));
    expect(jobs.filter((one) => one.content.title.occupation !== null).length).toBeGreaterThan(60);
    expect(
      all.filter((one) => ["event", "notice"].includes(one.content.section) && one.content.title.occupation !== null),
    ).toEqual([]);
  });

  test("say only the doubts that are real: a municipality that no longer exists", () => {
    expect(all.flatMap((one) => one.problems.map(({ id, problem, value }) => [id, problem, value]))).toEqual([
      ["R081", "municipality", "Valle Mosso"],
    ]);
  });

  test("[I2] keep the English notes from the public", () => {
    for (const [index, row] of allRows.entries()) {
      const note = recordOf(row).note;
      if (note === null) continue;
      expect(JSON.stringify(all[index]?.content)).not.toContain(note);
      expect(all[index]?.staffNote).toContain(note);
    }
  });
});

test("[I3] an unnamed employer has no name", () => {
  expect(content("R001").employer).toEqual({ name: null, type: "private" });
  expect(content("R025").employer).toEqual({ name: "EdiliziAcrobatica", type: "private" });
});

test("a call reserved by L. 68/99 is one posting with job, reserved and call", () => {
  const { section, job, reserved, call, statutes, window, requirements } = content("R061");
  expect(section).toBe("targeted");
  expect(job).toMatchObject({ contracts: ["permanent"], schedules: ["fullTime"], hoursNote: null });
  expect(reserved).toMatchObject({
    article: "art1",
    enrolledBy: "2022-07-06",
    excluded: { text: "esclusa disabilità psichica (solo con convenzione)" },
  });
  expect(call).toMatchObject({ mode: "application" });
  expect(statutes).toEqual(["l68-99-art1", "l68-99-art8"]);
  expect(window).toEqual({ opens: { day: "2022-08-08", time: null }, closes: { day: "2022-08-12", time: null } });
  expect(requirements.every(({ phrase }) => phrase !== null)).toBe(true);
});

test("no application at all: the ranking decides", () => {
  expect(content("R065").call?.mode).toBe("ranking");
  expect(content("R068").call?.mode).toBe("application");
  expect(content("R072").call?.mode).toBe("presence");
  expect(content("R066").call?.mode).toBeNull();
});

test("an article not printed stays unspecified", () => {
  expect(content("R066")).toMatchObject({ reserved: { article: "unspecified" }, statutes: ["l68-99"] });
  expect(content("R064")).toMatchObject({ reserved: { article: "art18" }, statutes: ["l68-99-art18"], call: null });
});

test("an indemnity is no wage, and what is not stated stays so", () => {
  expect(content("R077").job?.pay).toEqual({
    min: 5,
    max: 5,
    currency: "EUR",
    period: "hour",
    gross: null,
    allowance: true,
    note: null,
  });
  expect(content("R107").job?.pay).toMatchObject({ min: 1800, max: null, period: null, gross: null, allowance: false });
  expect(content("R108").job?.pay).toMatchObject({ currency: "GBP", period: "hour" });
  expect(content("R001").job).toMatchObject({ contracts: [], pay: null, weeklyHours: null });
});

test("hours of one day become its beginning and end, everything else a timetable", () => {
  expect(content("R040").event).toMatchObject({
    starts: { day: "2025-07-17", time: "15:00" },
    ends: { day: "2025-07-17", time: "17:00" },
    timetable: null,
  });
  expect(content("R138").event).toMatchObject({
    starts: { day: "2023-10-13", time: null },
    ends: { day: "2023-10-14", time: null },
    timetable: { text: "8:30-14:30" },
  });
  expect(content("R145").event?.timetable?.text).toContain("lun-gio 9:00-12:30");
});

test("several towns are several places, a looser area stays in words", () => {
  expect(content("R038").places.map(({ municipality }) => municipality)).toEqual([
    "Galatina",
    "Lecce",
    "Casarano",
    "Presicce-Acquarica",
  ]);
  expect(content("R127").places.map(({ municipality, country }) => [municipality, country])).toEqual([
    ["Siviglia", "ES"],
    ["Vayres", "FR"],
    ["Lisbona", "PT"],
  ]);
  expect(content("R039").places).toHaveLength(1);
  expect(content("R039").places[0]?.area?.text).toBe("Porto Cesareo, Torre Rinalda, Otranto e altre località");
});

test("a language that is not required is no need", () => {
  expect(content("R104").languages).toEqual([]);
  expect(content("R104").summary.map(({ text }) => text)).toContain(
    "Tedesco (non richiesto: corso fornito prima della partenza)",
  );
  expect(content("R118").languages).toMatchObject([{ language: "de", level: null, need: "required" }]);
});

test("what is no address is not made a link", () => {
  expect(content("R136").apply).toMatchObject({ online: null, note: { text: "questionario online" } });
  expect(content("R041").apply).toMatchObject({ online: "lavoroperte.regione.puglia.it" });
});

test("a changed record keeps the ids of the sentences that stayed [S1][S3]", () => {
  const record = recordNamed("R025");
  const before = recordToPosting({ row: 1, record }, vocabularies).content;
  const changed = { ...record, requirements: ["patentino già posseduto", ...(record.requirements ?? [])] };
  const after = recordToPosting({ row: 1, record: changed, before: [before] }, vocabularies).content;
  const idOf = (one: Content, text: string) =>
    one.requirements.find((requirement) => requirement.text.text === text)?.text.id;
  expect(idOf(after, "esperienza minima nel settore edile")).toBe(idOf(before, "esperienza minima nel settore edile"));
  expect(after.benefits).toEqual(before.benefits);
  const ids = [...after.requirements.map(({ text }) => text.id), ...after.benefits.map(({ id }) => id)];
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ["determinato o indeterminato", ["fixedTerm", "permanent"], null],
  ["stagionale o indeterminato", ["seasonal", "permanent"], null],
  ["cantiere", ["publicWorks"], null],
  ["formazione duale", ["dualTraining"], null],
  ["contratto di fantasia", [], "contratto di fantasia"],
])("contract %s", (written, contracts, left) => {
  expect(readContracts(written)).toEqual({ contracts, left });
});

test.each([
  ["tempo pieno", ["fullTime"], null, true],
  ["part-time", ["partTime"], null, true],
  ["35 h settimanali", [], { min: 35, max: null }, true],
  ["part-time 20-30 h", ["partTime"], { min: 20, max: 30 }, true],
  ["pieno 35 h o part-time 20-30 h", ["fullTime", "partTime"], null, false],
  ["5 h al giorno, 5 giorni", [], null, false],
  ["turni anche notturni su tre reparti", ["shifts"], null, false],
  ["fullTime, shifts, 36 h", ["fullTime", "shifts"], { min: 36, max: null }, true],
])("hours %s", (written, schedules, weeklyHours, understood) => {
  expect(readHours(written)).toEqual({ schedules, weeklyHours, understood });
});
