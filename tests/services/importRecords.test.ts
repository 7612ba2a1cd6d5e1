// The import: all or nothing, twice is once, every bad cell named in Italian, and what the office did stays the office's.
import { describe, expect, test } from "vitest";
import { readCatalogues } from "../../server/readCatalogues.ts";
import type { RecordRow } from "../../server/records/problem.ts";
import { readRecords } from "../../server/records/readRecords.ts";
import { boardOf } from "../../server/services/boardOf.ts";
import { describeReport } from "../../server/services/describeReport.ts";
import { importOffices } from "../../server/services/importOffices.ts";
import type { ImportOptions } from "../../server/services/importRecords.ts";
import { importRecords } from "../../server/services/importRecords.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { saveWorking } from "../../server/services/saveWorking.ts";
import { systemUser } from "../../server/services/systemUser.ts";
import { withdrawPosting } from "../../server/services/withdrawPosting.ts";
import { createWords } from "../../templates/parts/words.ts";
import { aContent } from "../builders.ts";
import { allRows, officeFile, projectRoot } from "../records/shippedRecords.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { importDesk } from "./importDesk.ts";

const folder = temporaryFolder();
const chief = systemUser("import");
const words = createWords(readCatalogues(projectRoot));
const publish: ImportOptions = { publish: true, dryRun: false };
const draft: ImportOptions = { publish: false, dryRun: false };

const row = (record: Record<string, unknown>, at = 1): RecordRow => ({
  row: at,
  value: { kind: "vacancy", office: "CPI Lecce", ...record },
});
const italian = (report: Parameters<typeof describeReport>[0]) => describeReport(report, words("it")).join("\n");

test("[I6] all real records, twice: the same board, the same revision, no transaction", async () => {
  const desk = await importDesk(folder);
  const options = { ...publish, ownerFallback: "altre-regioni" };
  const first = await importRecords(desk, chief, allRows, options);
  expect(first.outcome).toBe("done");
  expect(first.rows.filter(({ fate }) => fate === "new")).toHaveLength(115);
  const head = await desk.store.head();
  const board = () => JSON.stringify(boardOf(desk.mirror, desk.mirror.office("lecce") as never, desk.time.now));
  const before = board();
  desk.time.now += 60_000;
  const second = await importRecords(desk, chief, allRows, options);
  expect(second.rows.every(({ fate }) => fate === "unchanged")).toBe(true);
  expect(await desk.store.head()).toEqual(head);
  expect(board()).toBe(before);
  expect(await desk.store.brokenChain()).toBeNull();
});

test("a past deadline stays a draft, and is said", async () => {
  const desk = await importDesk(folder);
  const report = await importRecords(desk, chief, [row({ id: "1", title: "Cuoco", deadline: "2020-01-31" })], publish);
  expect(report.rows).toMatchObject([{ fate: "new", published: false }]);
  expect(italian(report)).toContain(
    "Riga 1 (1), colonna «deadline», «2020-01-31»: la scadenza è già passata: l’annuncio resta in bozza.",
  );
  expect((await desk.store.postings())[0]).toMatchObject({ state: "draft", published: null });
});

test("an event's roles know its code, though the event stands below them in the file", async () => {
  const desk = await importDesk(folder);
  const rows = [
    row({ id: "role", title: "Cuoco", parent: "fair" }),
    {
      row: 2,
      value: { id: "fair", kind: "event", title: "Fiera", office: "CPI Lecce", event: { start: "2026-12-10" } },
    },
  ];
  await importRecords(desk, chief, rows, publish);
  const fair = await desk.store.postingByOrigin("records", "fair");
  expect((await desk.store.postingByOrigin("records", "role"))?.published?.content.parent).toBe(fair?.code);
  const again = await importRecords(desk, chief, rows, publish);
  expect(again.rows.every(({ fate }) => fate === "unchanged")).toBe(true);
  const alone = await importRecords(desk, chief, [row({ id: "other", title: "Cuoco", parent: "nobody" })], draft);
  expect(alone.problems.map(({ problem }) => problem)).toEqual(["parent"]);
});

describe("a changed record", () => {
  test("updates and republishes; without --publish it waits in the working copy", async () => {
    const desk = await importDesk(folder);
    await importRecords(desk, chief, [row({ id: "1", title: "Cuoco", benefits: ["alloggio"] })], publish);
    await importRecords(desk, chief, [row({ id: "1", title: "Cuoco", positions: 3, benefits: ["alloggio"] })], draft);
    const waiting = await desk.store.postingByOrigin("records", "1");
    expect(waiting).toMatchObject({
      state: "open",
      published: { content: { positions: null } },
      working: { positions: 3 },
    });
    const report = await importRecords(
      desk,
      chief,
      [row({ id: "1", title: "Cuoco", positions: 3, benefits: ["alloggio"] })],
      publish,
    );
    expect(report.rows[0]?.fate).toBe("unchanged");
    await importRecords(desk, chief, [row({ id: "1", title: "Cuoco", positions: 4, benefits: ["alloggio"] })], publish);
    const after = await desk.store.postingByOrigin("records", "1");
    expect(after).toMatchObject({ code: waiting?.code, published: { content: { positions: 4 } }, working: null });
    expect(after?.published?.content.benefits).toEqual(waiting?.published?.content.benefits);
    expect(await desk.store.versions(after?.code ?? "")).toHaveLength(2);
  });

  test("[I7] never overwrites what the office edited; [I8] never opens what was closed", async () => {
    const desk = await importDesk(folder);
    await importRecords(
      desk,
      chief,
      [row({ id: "1", title: "Cuoco" }), row({ id: "2", title: "Barista" }, 2)],
      publish,
    );
    const one = await desk.store.postingByOrigin("records", "1");
    const two = await desk.store.postingByOrigin("records", "2");
    await saveWorking(desk, chief, one?.code ?? "", one?.revision ?? 0, aContent("Cuoco di bordo"));
    await withdrawPosting(desk, chief, two?.code ?? "", two?.revision ?? 0, "filled");
    const report = await importRecords(
      desk,
      chief,
      [row({ id: "1", title: "Cuoca" }), row({ id: "2", title: "Barman" }, 2)],
      publish,
    );
    expect(report.rows.map(({ fate }) => fate)).toEqual(["kept", "kept"]);
    expect(italian(report)).toContain("non viene sovrascritto");
    expect(italian(report)).toContain("non viene riaperto");
    expect((await desk.store.posting(one?.code ?? ""))?.working?.title.written.text).toBe("Cuoco di bordo");
    expect((await desk.store.posting(two?.code ?? ""))?.state).toBe("closed");
  });

  test("a draft imported earlier is published by a later import with --publish", async () => {
    const desk = await importDesk(folder);
    await importRecords(desk, chief, [row({ id: "1", title: "Cuoco" })], draft);
    const report = await importRecords(desk, chief, [row({ id: "1", title: "Cuoco" })], publish);
    expect(report.rows[0]).toMatchObject({ fate: "changed", published: true });
    expect((await importRecords(desk, chief, [row({ id: "1", title: "Cuoco" })], publish)).rows[0]?.fate).toBe(
      "unchanged",
    );
  });

  test("what staff published by hand is left alone by the same record", async () => {
    const desk = await importDesk(folder);
    await importRecords(desk, chief, [row({ id: "1", title: "Cuoco" })], draft);
    const one = await desk.store.postingByOrigin("records", "1");
    await publishPosting(desk, chief, one?.code ?? "", one?.revision ?? 0);
    expect((await importRecords(desk, chief, [row({ id: "1", title: "Cuoco" })], publish)).rows[0]?.fate).toBe(
      "unchanged",
    );
  });
});

describe("[I9] one bad row stops the file", () => {
  test("every bad cell is named in Italian, and nothing is written", async () => {
    const desk = await importDesk(folder);
    const head = await desk.store.head();
    const file = await readRecords(
      new TextEncoder().encode(
        [
          "id;kind;title;office;positions;deadline;pay.min;pay.max;apply.email;driving_licence;colore",
          "1;vacancy;Cuoco;CPI Lecce;2;;;;;;rosso",
          "2;vacancy;Barista;CPI Lecce;tanti;32/12/2026;mille;;non-mail;;",
          "3;lavoro;Barista;CPI Lecce;;;;;;;",
          "4;vacancy;;CPI Atlantide;;;;;;;",
          "5;vacancy;Autista;CPI Atlantide;;;1500;1000;;patente di guida;",
          "1;vacancy;Cuoco;CPI Lecce;;;;;;;",
          "6;vacancy;Cuoco;CPI Lecce;;;;;;;;;;di troppo",
        ].join("\n"),
      ),
      "settimana.csv",
      projectRoot,
    );
    if (file.holds !== "postings") throw new Error(file.holds);
    const report = await importRecords(desk, chief, file.rows, publish);
    const text = italian(report);
    expect(report.outcome).toBe("refused");
    for (const line of [
      "nulla è cambiato",
      "Riga 3 (2), colonna «positions», «tanti»: serve un numero intero maggiore di zero, per esempio 3.",
      "Riga 3 (2), colonna «deadline», «32/12/2026»: non è una data. Scrivete per esempio 31/12/2026",
      "Riga 3 (2), colonna «pay.min», «mille»: non è un numero.",
      "Riga 3 (2), colonna «apply.email», «non-mail»: non è un indirizzo e-mail.",
      "Riga 4 (3), colonna «kind», «lavoro»: valore non previsto. Sono ammessi: vacancy, eures,",
      "Riga 5 (4), colonna «title»: manca un valore obbligatorio.",
      "Riga 6 (5), colonna «office», «CPI Atlantide»: nessun ufficio si riconosce con certezza da questo nome.",
      "Riga 7 (1), colonna «id», «1»: questo identificativo è già usato in un’altra riga del file.",
      "Riga 8 (6), «di troppo»: ci sono celle senza intestazione.",
      "Riga 2 (1), colonna «colore», «rosso»: colonna non conosciuta",
    ])
      expect(text).toContain(line);
    expect(await desk.store.head()).toEqual(head);
    expect(await desk.store.postings()).toEqual([]);
  });

  test("mapping problems count as well: pay the wrong way round, a licence that is none", async () => {
    const desk = await importDesk(folder);
    const report = await importRecords(
      desk,
      chief,
      [row({ id: "1", title: "Autista", pay: { min: 1500, max: 1000 }, driving_licence: ["patente di guida"] })],
      draft,
    );
    expect(report.outcome).toBe("refused");
    expect(report.problems.map(({ problem, field }) => [problem, field])).toEqual([
      ["payOrder", "pay.max"],
      ["licence", "driving_licence"],
    ]);
    expect(await desk.store.postings()).toEqual([]);
  });

  test("ten thousand broken rows are told in a hundred lines", async () => {
    const desk = await importDesk(folder);
    const csv = `id;kind;title;office;positions\n${Array.from({ length: 10_000 }, (_, n) => `${n};vacancy;Cuoco;CPI Lecce;tanti`).join("\n")}`;
    const file = await readRecords(new TextEncoder().encode(csv), "a.csv", projectRoot);
    if (file.holds !== "postings") throw new Error(file.holds);
    const report = await importRecords(desk, chief, file.rows, publish);
    expect(report.outcome).toBe("refused");
    expect(report.problems).toHaveLength(10_000);
    expect(describeReport(report, words("it")).length).toBeLessThan(120);
    expect(italian(report)).toContain("… e altri 9900.");
  });

  test("without the right to publish nothing is published", async () => {
    const desk = await importDesk(folder);
    const author = { ...chief, login: "anna", grants: [{ role: "author" as const, on: "lecce" }] };
    const rows = [row({ id: "1", title: "Cuoco" })];
    expect((await importRecords(desk, author, rows, publish)).problems.map(({ problem }) => problem)).toEqual([
      "notAllowed",
    ]);
    expect((await importRecords(desk, author, rows, draft)).outcome).toBe("done");
    expect(
      (await importRecords(desk, author, [row({ id: "2", title: "Cuoco", office: "CPI Nardò" })], draft)).outcome,
    ).toBe("refused");
    expect(
      (await importRecords(desk, author, [row({ id: "3", kind: "mirato_art1", title: "Cuoco" })], draft)).outcome,
    ).toBe("refused");
  });
});

test("a dry run says the same and writes nothing", async () => {
  const desk = await importDesk(folder);
  const head = await desk.store.head();
  const report = await importRecords(desk, chief, [row({ id: "1", title: "Cuoco" })], { publish: true, dryRun: true });
  expect(report).toMatchObject({ outcome: "dryRun", rows: [{ fate: "new", code: null, published: false }] });
  expect(await desk.store.head()).toEqual(head);
  expect(italian(report)).toContain("nulla è stato scritto");
});

test("records without an id are found again by what they say", async () => {
  const desk = await importDesk(folder);
  const rows = [row({ title: "Cuoco" }), row({ title: "Cuoco" }, 2)];
  expect((await importRecords(desk, chief, rows, draft)).rows.map(({ fate }) => fate)).toEqual(["new", "new"]);
  expect((await importRecords(desk, chief, rows, draft)).rows.map(({ fate }) => fate)).toEqual([
    "unchanged",
    "unchanged",
  ]);
});

test("offices: twice is once, and closures stay", async () => {
  const desk = await importDesk(folder, []);
  const first = await importOffices(desk, chief, officeFile, { dryRun: false });
  expect(first.problems).toEqual([]);
  expect(first.rows.every(({ fate }) => fate === "new")).toBe(true);
  const lecce = (await desk.store.owner("lecce")) as { closures: unknown };
  await desk.store.write("anna", desk.time.now, async (tx) => {
    await tx.putOwner({
      ...(lecce as never as object),
      closures: [{ from: "2026-12-24", to: "2026-12-24", reason: null }],
    } as never);
    await tx.record("owner.saved", "lecce");
  });
  const head = await desk.store.head();
  const second = await importOffices(desk, chief, officeFile, { dryRun: false });
  expect(second.rows.every(({ fate }) => fate === "unchanged")).toBe(true);
  expect(await desk.store.head()).toEqual(head);
  const bad = {
    ...officeFile,
    networks: [],
    offices: [{ row: 1, value: { name: "CPI", municipality: "Lecce", province: "Lecce", hours: "sempre" } }],
  };
  const refused = await importOffices(desk, chief, bad, { dryRun: false });
  expect(refused.outcome).toBe("refused");
  expect(refused.problems.map(({ field, problem }) => [field, problem])).toEqual([
    ["province", "sigla"],
    ["hours", "opening"],
  ]);
});
