// A sheet pasted at the desk: tried, mended, imported and published in one go, and the next week's sheet in its place. [I11][I12] (people 28)
import { beforeAll, expect, it } from "vitest";
import type { ImportAnswer, ImportBody } from "../../server/domain/importContract.ts";
import { anOffice } from "../builders.ts";
import { weeklySheet } from "../sheets.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";

let house: RunningHouse;
beforeAll(async () => {
  house = await startHouse({ demo: false });
  await house.store.write("test", Date.now(), async (tx) => {
    for (const id of ["lecce", "gallipoli"]) await tx.putOwner(anOffice(id));
    await tx.record("owner.saved", "lecce");
  });
  await house.house.mirror.catchUp();
});

const send = async (text: string, more: Partial<ImportBody> = {}) => {
  const usual = {
    office: "lecce",
    kind: "vacancy",
    source: "Settimana",
    columns: {},
    publish: true,
    dryRun: false,
    closeMissing: true,
  };
  const { status, body } = await house.staff<ImportAnswer>("POST", "/imports", {
    ...usual,
    file: { how: "pasted", text },
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const countBy = (rows: ImportAnswer["rows"]) => {
  const found = new Map<string, number>();
  for (const { fate } of rows) found.set(fate, (found.get(fate) ?? 0) + 1);
  return found;
};
const fates = ({ rows }: ImportAnswer) => Object.fromEntries(countBy(rows));
const open = () => [...house.house.mirror.entries()].filter(({ posting }) => posting.state === "open").length;

it("recognises the columns, and says which cell is wrong in plain Italian, writing nothing", async () => {
  await house.staff("GET", "/session");
  const before = (await house.store.head()).revision;
  const bad = weeklySheet(1, 50, (cells, number) => {
    if (number === 7) cells[8] = "domani";
    if (number === 9) cells[3] = "due";
  });
  const refused = await send(bad);
  expect(refused.outcome).toBe("refused");
  expect(refused.problems.filter(({ grave }) => grave).map(({ sentence }) => sentence)).toEqual([
    "Riga 8 (LE-0007), colonna «Scadenza offerta», «domani»: non è una data. Scrivete per esempio 31/12/2026 oppure 2026-12-31 12:00.",
    "Riga 10 (LE-0009), colonna «N. posti», «due»: serve un numero intero maggiore di zero, per esempio 3.",
  ]);
  expect(refused.headings.find(({ written }) => written === "Sede di lavoro")?.field).toBe("place.municipality");
  expect((await house.store.head()).revision).toBe(before);
});

it("fifty rows: tried, published in one go, updated by next week's sheet, which closes what is gone", async () => {
  const columns = { "Operatore che segue": null };
  const tried = await send(weeklySheet(1, 50), { dryRun: true, columns });
  expect([tried.outcome, fates(tried)]).toEqual(["dryRun", { new: 50 }]);
  expect(open()).toBe(0);

  const done = await send(weeklySheet(1, 50), { columns });
  expect([done.outcome, fates(done)]).toEqual(["done", { new: 50 }]);
  expect(done.rows.every(({ published }) => published)).toBe(true);
  expect(open()).toBe(50);
  const revision = (await house.store.head()).revision;

  // The same sheet again, its columns remembered: nothing at all is written. [I6][I11]
  const again = await send(weeklySheet(1, 50));
  expect(fates(again)).toEqual({ unchanged: 50 });
  expect(again.headings.find(({ written }) => written === "Operatore che segue")?.field).toBeNull();
  expect((await house.store.head()).revision).toBe(revision);

  // Next week: 1–10 gone, 51–58 new, 20 asks for more people.
  const next = weeklySheet(11, 48, (cells, number) => {
    if (number === 20) cells[3] = "9";
  });
  const planned = await send(next, { dryRun: true });
  expect(fates(planned)).toEqual({ unchanged: 39, changed: 1, new: 8, closed: 10 });
  expect(open()).toBe(50);
  const replaced = await send(next);
  expect(fates(replaced)).toEqual({ unchanged: 39, changed: 1, new: 8, closed: 10 });
  expect(open()).toBe(48);
  const gone = await house.store.postingByOrigin("sheet:lecce:settimana", "LE-0003");
  expect(gone).toMatchObject({ state: "closed", closed: { reason: "withdrawn" } });
  expect((await house.store.postingByOrigin("sheet:lecce:settimana", "LE-0020"))?.published?.content.positions).toBe(9);
});

it("another sheet of another office closes nothing here", async () => {
  const other = await send(weeklySheet(900, 2), { office: "gallipoli" });
  expect(fates(other)).toEqual({ new: 2 });
});

it("refuses rows that hold data of candidates", async () => {
  const text = weeklySheet(700, 1, (cells) => {
    cells[7] = "Candidato RSSMRA85T10A562S";
  });
  const refused = await send(text, { source: "altra" });
  expect(refused.outcome).toBe("refused");
  expect(refused.problems.find(({ grave }) => grave)?.sentence).toContain("dato di una persona che si candida");
});

it("takes everything out as a sheet an import takes in, formulas made harmless", async () => {
  const answer = await house.staffBytes("/exports?format=csv");
  const text = new TextDecoder().decode(answer);
  expect(text.split("\r\n").length).toBeGreaterThan(50);
  expect(text).toContain("Cameriere/a di sala");
});
