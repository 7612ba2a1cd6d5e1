// Vacancies of the European exchange coming in: another source language, translations to be looked at, what is over taken down, and our own
// export read back. A hostile file is refused in words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCatalogues } from "../../server/readCatalogues.ts";
import { importFile } from "../../server/services/importFile.ts";
import { importRecords } from "../../server/services/importRecords.ts";
import { positionOpening } from "../../server/services/positionOpening.ts";
import { systemUser } from "../../server/services/systemUser.ts";
import { createWords } from "../../templates/parts/words.ts";
import { projectRoot, vocabularies } from "../records/shippedRecords.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { importDesk } from "./importDesk.ts";

const folder = temporaryFolder();
const chief = systemUser("import");
const words = createWords(readCatalogues(projectRoot));
const two = readFileSync(join(projectRoot, "tests/fixtures/records/eures-two-languages.xml"), "utf8");
const file = (text: string, name = "eures.xml") => ({ bytes: new TextEncoder().encode(text), name });
const options = { publish: true, dryRun: false, ownerFallback: "altre-regioni" };
type Desk = Awaited<ReturnType<typeof importDesk>>;
const bring = (desk: Desk, text: string, name?: string) => importFile(desk, chief, file(text, name), options);
const only = async ({ mirror, store }: Desk) => {
  await mirror.catchUp();
  const [posting] = await store.postings();
  return posting as NonNullable<typeof posting>;
};

test("[EX4][EX5] a German vacancy with a French profile: its codes are facts, German is its source, the French waits for a person", async () => {
  const desk = await importDesk(folder);
  const report = await bring(desk, two);
  expect(report).toMatchObject({ outcome: "done", rows: [{ fate: "new", published: true }] });
  const posting = await only(desk);
  const content = posting.published?.content;
  expect(content).toMatchObject({
    section: "eures",
    sourceLocale: "de",
    eures: true,
    title: { written: { text: "Koch / Köchin (m/w/d)" }, occupation: { ref: "isco:5120" } },
    employer: { name: "Gasthof Beispiel & Söhne" },
    positions: 2,
    places: [{ municipality: "München", region: null, country: "DE" }],
    job: {
      contracts: ["seasonal"],
      schedules: ["fullTime"],
      starts: { day: "2027-04-01" },
      pay: { min: 2400, max: 2600, currency: "EUR", period: "month", allowance: false },
    },
    languages: [
      { language: "de", level: "B1", need: "required" },
      { language: "en", level: "A2", need: "wished" },
    ],
    licences: ["B"],
    window: { closes: { day: "2027-02-28", time: null } },
    apply: { email: "jobs@gasthof.example", online: null },
  });
  expect(content?.duties.map(({ text }) => text)).toEqual([
    "Sie kochen für 80 Gäste.",
    "Zimmer im Haus",
    "Fünf Tage die Woche",
  ]);
  expect(content?.requirements.map(({ phrase }) => phrase?.id)).toEqual(["education", "experienceYears"]);
  const translations = await desk.store.translations(posting.code);
  expect(translations.map(({ locale, state, text }) => [locale, state, text])).toEqual(
    expect.arrayContaining([
      ["fr", "review", "Cuisinier / cuisinière"],
      ["fr", "review", "Vous cuisinez pour 80 personnes."],
      ["fr", "review", "Cinq jours par semaine"],
    ]),
  );
  expect(desk.mirror.entry(posting.code)?.shown?.translations.fr, "nothing is shown before somebody approves it").toBe(
    undefined,
  );
});

test("the same file again changes nothing; one that says Closed takes the posting down, and one never seen is nothing", async () => {
  const desk = await importDesk(folder);
  await bring(desk, two);
  const head = await desk.store.head();
  expect((await bring(desk, two)).rows).toMatchObject([{ fate: "unchanged" }]);
  expect(await desk.store.head()).toEqual(head);
  const over = two.replaceAll("Active", "Closed");
  expect((await bring(desk, over.replace("10001-998877", "other"))).rows).toEqual([]);
  expect((await bring(desk, over)).rows).toMatchObject([{ fate: "closed" }]);
  expect(await only(desk)).toMatchObject({ state: "closed", closed: { reason: "withdrawn" } });
});

test("what a translator has begun is not written over by a later file", async () => {
  const desk = await importDesk(folder);
  await bring(desk, two);
  const { code } = await only(desk);
  const title = (await desk.store.translations(code)).find(
    ({ segment, locale }) => segment === "s1" && locale === "fr",
  );
  await desk.store.write("anna", desk.time.now, async (tx) => {
    await tx.putTranslation({ ...(title as NonNullable<typeof title>), text: "Cuisinier", state: "draft" });
    await tx.record("translation.written", code);
  });
  await bring(desk, two.replace("Zimmer im Haus", "Zimmer und Essen im Haus").replace("Cuisinier /", "Chef /"));
  const after = (await desk.store.translations(code)).filter(
    ({ segment, locale }) => segment === "s1" && locale === "fr",
  );
  expect(after.map(({ text }) => text)).toEqual(["Cuisinier"]);
});

test("our own export is read back: many under one root, and as an answer of getDetails", async () => {
  const desk = await importDesk(folder);
  await importRecords(
    desk,
    chief,
    [
      {
        row: 1,
        value: {
          id: "a",
          kind: "eures",
          title: "Saldatore",
          office: "CPI Lecce",
          place: { municipality: "Lecce", province: "LE" },
          positions: 3,
          contract: "determinato",
          hours: "part-time",
          pay: { min: 1200, max: 1400, currency: "EUR", period: "month" },
          driving_licence: ["B"],
          languages: [{ lang: "de", cefr: "B2", required: true }],
          requirements: ["Esperienza di 2 anni", "Diploma"],
          deadline: "2027-03-31",
          duties: ["Salda & controlla <telai>"],
        },
      },
    ],
    options,
  );
  await desk.mirror.catchUp();
  const shown = [...desk.mirror.entries()].find(({ posting }) => posting.origin?.id === "a")?.shown;
  const xml = positionOpening(shown as NonNullable<typeof shown>, [words("it")], {
    publicUrl: "https://lavoro.example.it",
    iscoOf: vocabularies.iscoOf,
  });
  const other = await importDesk(folder);
  const opening = xml.replace(/^<\?xml.*\?>\s*/, "");
  const second = opening.replace(/(<DocumentID[^>]*>)\w+/, "$1OTHER");
  await bring(other, `<Openings>${opening}${second}</Openings>`);
  const postings = await other.store.postings();
  expect(postings).toHaveLength(2);
  for (const { published } of postings) {
    expect(published?.content).toMatchObject({
      title: { written: { text: shown?.content.title.written.text } },
      positions: 3,
      places: [{ municipality: "Lecce", province: "LE" }],
      job: { contracts: ["fixedTerm"], schedules: ["partTime"], pay: { min: 1200, max: 1400, period: "month" } },
      licences: ["B"],
      languages: [{ language: "de", level: "B2", need: "required" }],
      window: { closes: { day: "2027-03-31" } },
    });
    expect(published?.content.requirements.map(({ phrase }) => phrase?.id).sort()).toEqual([
      "education",
      "experienceYears",
    ]);
    expect(published?.content.duties[0]?.text).toBe("Salda & controlla <telai>");
  }
  const answer = JSON.stringify({ details: { [shown?.code ?? ""]: { status: "ACTIVE", content: xml } } });
  const third = await importDesk(folder);
  expect((await bring(third, answer, "details.json")).rows).toMatchObject([{ fate: "new" }]);
});

test.each([
  ["a document type", `<!DOCTYPE x [<!ENTITY a "b">]><PositionOpening/>`, "xmlSyntax"],
  ["an entity of its own", "<PositionOpening><PositionTitle>&a;</PositionTitle></PositionOpening>", "xmlSyntax"],
  ["an external entity", `<!DOCTYPE x SYSTEM "file:///etc/passwd"><PositionOpening/>`, "xmlSyntax"],
  ["one cut short", two.slice(0, 900), "xmlSyntax"],
  ["another kind of XML", "<html><body/></html>", "noOpening"],
  ["an opening without a title", two.replaceAll(/<PositionTitle>.*<\/PositionTitle>/g, ""), "noOpening"],
  ["nesting without end", "<a>".repeat(10_000), "xmlSyntax"],
])("[EX6] %s is refused in words, and nothing is written", async (_what, text, why) => {
  const desk = await importDesk(folder);
  await expect(bring(desk, text)).rejects.toMatchObject({ code: "importUnreadable", details: { why: [why] } });
  expect(await desk.store.postings()).toEqual([]);
  for (const locale of ["it", "en", "fr", "de"])
    expect(words(locale).t(`refusals:words.${why}`)).not.toContain("words.");
});

test("a file of five megabytes that is all brackets is answered quickly enough to wait for", async () => {
  const desk = await importDesk(folder);
  const started = performance.now();
  await expect(bring(desk, `<PositionOpening>${"<".repeat(4_900_000)}`)).rejects.toMatchObject({
    code: "importUnreadable",
  });
  expect(performance.now() - started).toBeLessThan(20_000);
});
