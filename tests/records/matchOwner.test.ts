// Whose a posting is: every office text of the real records, and texts made to mislead.
import { expect, test } from "vitest";
import { matchOwner } from "../../server/records/matchOwner.ts";
import { allOwners, allRows, recordOf, vocabularies } from "./shippedRecords.ts";

const ownerOf = (office: string | null, more: Partial<Parameters<typeof matchOwner>[0]> = {}) =>
  matchOwner(
    { office, employer: null, network: null, kind: "vacancy", place: null, ...more },
    allOwners,
    vocabularies.places,
  )?.id ?? null;

const TABLE: readonly (readonly [string, string | null])[] = [
  ["ARPAL Puglia - Ambito di Lecce", "arpal-lecce"],
  ["ARPAL Puglia - Ambito di Taranto", null],
  ["Agenzia regionale per il lavoro, Ambito Est", null],
  ["ARTI Toscana", null],
  ["ASPAL", null],
  ["CPI Alba", "alba"],
  ["CPI Asti", "asti"],
  ["CPI Biella", "biella"],
  ["CPI Galatina", "galatina"],
  ["CPI Lecce", "lecce"],
  ["CPI Lucca", null],
  ["CPI Martano", "martano"],
  ["CPI Mesagne", "mesagne"],
  ["CPI Messina", null],
  ["CPI Nardò", "nardo"],
  ["CPI Poggiardo", "poggiardo"],
  ["CPI Saluzzo", "saluzzo"],
  ["CPI Torino via Bologna", "torino-nord"],
  ["CPI di Brindisi e provincia", "brindisi"],
  ["EURES Emilia-Romagna", "eures-er"],
  ["EURES Lecce", "eures-puglia"],
  ["EURES Lecce, EURES Puglia", "eures-puglia"],
  ["EURES Marche", null],
  ["EURES Sicilia, Dipartimento lavoro", null],
  ["Provincia di Benevento", null],
  ["Provincia di Lecce", "arpal-lecce"],
  ["Regione Toscana, portale offerte", null],
  ["Ufficio collocamento mirato disabili, Ambito di Lecce", "lecce-collocamento-mirato"],
];

test.each(TABLE)("%s → %s", (text, owner) => {
  expect(ownerOf(text)).toBe(owner);
});

test("the table holds every office text of the real records", () => {
  const texts = new Set(allRows.map((row) => recordOf(row).office).filter((office) => office !== null));
  expect([...texts].sort()).toEqual(
    TABLE.map(([text]) => text)
      .filter((text) => texts.has(text))
      .sort(),
  );
});

test("a record without an office belongs to who announces it, to EURES, or to its region's network", () => {
  expect(ownerOf(null, { employer: "ARPAL Puglia" })).toBe("arpal-puglia");
  expect(ownerOf(null, { employer: "Centro per l'impiego di Asti" })).toBe("asti");
  expect(ownerOf(null, { kind: "eures" })).toBe("rete-eures");
  expect(
    ownerOf(null, {
      kind: "event",
      place: { region: "Puglia", municipality: null, province: null, country: "IT", area: null },
    }),
  ).toBe("arpal-puglia");
  expect(ownerOf(null, { employer: "Comune di Gavi" })).toBeNull();
});

test("[I4] what fits two owners is nobody's", () => {
  expect(ownerOf("CPI Torino")).toBeNull();
  expect(ownerOf("Ambito di")).toBeNull();
  expect(ownerOf("")).toBeNull();
});

test("other ways of writing a centre", () => {
  for (const text of [
    "Centro per l'impiego di Nardò",
    "CENTRO PER L’IMPIEGO DI NARDO'",
    "centro impiego Nardò",
    "nardo",
    "cpi nardo",
  ])
    expect(ownerOf(text)).toBe("nardo");
});

test("[I5] ids: the municipality, with a suffix where there are several", () => {
  const ids = allOwners.filter(({ kind }) => kind === "office").map(({ id }) => id);
  expect(ids).toHaveLength(39);
  expect(new Set(ids).size).toBe(39);
  for (const id of [
    "lecce",
    "campi-salentina",
    "torino-nord",
    "torino-sud",
    "lecce-collocamento-mirato",
    "nardo-boncuri",
    "canelli",
    "villanova-d-asti",
  ])
    expect(ids).toContain(id);
  const office = (id: string) => allOwners.find((owner) => owner.id === id);
  expect(office("nardo-boncuri")).toMatchObject({ parent: "nardo", area: "arpal-lecce" });
  expect(office("lecce")).toMatchObject({
    area: "arpal-lecce",
    province: "LE",
    opening: [
      { days: [0, 1, 2, 3, 4], from: "08:30", to: "11:30" },
      { days: [1] },
      { days: [3], from: null, byAppointment: true },
    ],
  });
  expect(office("asti")).toMatchObject({ area: null, phones: ["800 184 704", "0141 091075"] });
});
