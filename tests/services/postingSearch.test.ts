// The public search on postings written in Italian: found from every language, endings and accents forgiven, filtered and counted. (people 25)
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../server/domain/code.ts";
import type { Content } from "../../server/domain/content.ts";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { NO_PHRASES } from "../../server/domain/phrase.ts";
import type { Posting } from "../../server/domain/posting.ts";
import type { PostingQuery } from "../../server/domain/search.ts";
import { EVERYTHING, readPostingQuery, writePostingQuery } from "../../server/domain/search.ts";
import type { Section } from "../../server/domain/section.ts";
import { readCatalogues } from "../../server/readCatalogues.ts";
import type { Change, Entry, Mirror } from "../../server/services/mirror.ts";
import { createPostingSearch } from "../../server/services/postingSearch.ts";
import { presentPosting } from "../../server/services/presentPosting.ts";
import { titleOfContent } from "../../server/services/titleOfContent.ts";
import { createWords } from "../../templates/parts/words.ts";
import { aContent, aPosting } from "../builders.ts";
import { readVocabularies } from "../setup/readVocabularies.ts";

const ROOT = process.cwd();
const NOW = Date.UTC(2026, 10, 22, 9);
const vocabularies = readVocabularies(ROOT);
const words = createWords(readCatalogues(ROOT));

/** A mirror of entries held by the test: only what the search asks of one. */
function mirrorOf(entries: Map<string, Entry>, listeners: ((change: Change) => void)[] = []): Mirror {
  const mirror: Pick<Mirror, "entries" | "entry" | "hangs" | "onChange"> = {
    entries: () => entries.values(),
    entry: (code) => entries.get(code),
    hangs: () => true,
    onChange: (listener) => void listeners.push(listener),
  };
  return mirror as Mirror;
}

const place = (municipality: string | null, province: string | null, region: string | null = null) => ({
  municipality,
  province,
  region,
  country: "IT",
  area: null,
});

const entries = new Map<string, Entry>();
const byTitle = new Map<string, string>();
const listeners: ((change: Change) => void)[] = [];
let number = 0;

function put(
  title: string,
  more: Partial<Content> = {},
  section: Section = "vacancy",
  posting: Partial<Posting> = {},
): string {
  number += 1;
  const code = codeOf(1000 + number) ?? "";
  const match = vocabularies.matchOccupation(title);
  const content = aContent(title, more, section);
  const occupation = match?.certain ? { ref: match.occupation, qualifiers: [...match.qualifiers] } : null;
  const whole = aPosting(
    code,
    "lecce",
    { ...content, title: { ...content.title, occupation } },
    NOW - number * 1000,
    posting,
  );
  const how = {
    owner: null,
    translations: [],
    titleOf: titleOfContent(vocabularies),
    phrasesOf: NO_PHRASES,
    policy: { showMachine: true, showStale: true, fourEyes: false },
  };
  entries.set(code, { posting: whole, translations: [], shown: presentPosting(whole, how) });
  byTitle.set(title, code);
  return code;
}

const search = createPostingSearch({
  mirror: mirrorOf(entries, listeners),
  vocabularies,
  words,
  locales: CORE_LOCALES,
});
const find = (change: Partial<PostingQuery>) => search.find({ ...EVERYTHING, ...change }, null, NOW);
const titles = (change: Partial<PostingQuery>) =>
  find(change).postings.map(({ content }) => content.title.written.text);

beforeAll(async () => {
  const until = (day: string) => ({ window: { opens: null, closes: { day, time: null } } });
  put("Infermiere", { places: [place("Lecce", "LE", "Puglia")] });
  put("Operaio agricolo", { places: [place("Gallipoli", "LE", "Puglia")], ...until("2026-11-22") });
  put("Magazziniere", { places: [place("Brindisi", "BR", "Puglia")], licences: ["B"] });
  put("Elettricista", { places: [place("Foggia", "FG", "Puglia")] });
  put("Cameriere", {
    places: [place("Torino", "TO", "Piemonte")],
    languages: [{ language: "de", level: "B1", need: "required", note: null }],
  });
  put("Camerieri di sala per la stagione", { places: [place("Otranto", "LE", "Puglia")] });
  put("Lavoro in città, via Straße 3", {}, "notice");
  put("Stage in cucina", { places: [place("Matera", "MT", "Basilicata")] }, "training");
  put(
    "Posto riservato",
    { reserved: { article: "art1", enrolledBy: null, excluded: null }, ...until("2026-11-27") },
    "targeted",
  );
  await search.prepare();
});

describe("words", () => {
  it.each([
    ["infermieri", "Infermiere"],
    ["infermiera", "Infermiere"],
    ["nurse", "Infermiere"],
    ["Krankenpfleger", "Infermiere"],
    ["operai", "Operaio agricolo"],
    ["magazziniera", "Magazziniere"],
    ["warehouse", "Magazziniere"],
    ["electricien", "Elettricista"],
    ["électricienne", "Elettricista"],
    ["Elektriker", "Elettricista"],
    ["waiter", "Cameriere"],
    ["Kellnerin", "Cameriere"],
    ["waitress", "Camerieri di sala per la stagione"],
    ["citta", "Lavoro in città, via Straße 3"],
    ["Strasse", "Lavoro in città, via Straße 3"],
    ["Turin", "Cameriere"],
    ["Apulien", "Infermiere"],
    ["internship", "Stage in cucina"],
    ["magazz", "Magazziniere"],
    ["waiter Turin", "Cameriere"],
  ])("%s finds %s", (q, title) => {
    expect(titles({ q })).toContain(title);
  });

  it("every word must lead there [F1], and a code is a word", () => {
    expect(titles({ q: "waiter Lecce" })).not.toContain("Cameriere");
    expect(titles({ q: "astronaut" })).toEqual([]);
    expect(titles({ q: byTitle.get("Infermiere") as string })).toEqual(["Infermiere"]);
    expect(titles({ q: "nurse" })).toEqual(["Infermiere"]);
  });
});

describe("places", () => {
  it("count by borders: town, province, neighbouring provinces, region", () => {
    const { counts } = find({ place: "Lecce" });
    expect([...counts.reach]).toEqual([
      ["town", 1],
      ["province", 3],
      ["around", 4],
      ["region", 5],
    ]);
    expect(titles({ place: "Lecce" })).toEqual(["Infermiere"]);
    expect(titles({ place: "Lecce", reach: "around", sort: "near" })[0]).toBe("Infermiere");
    expect(titles({ place: "Lecce", reach: "around" })).toContain("Magazziniere");
    expect(titles({ place: "Turin" })).toEqual(["Cameriere"]);
    expect(titles({ place: "Pouilles" })).toHaveLength(5);
  });

  it("the provinces' borders are mutual and name provinces that exist", () => {
    for (const { sigla } of vocabularies.places.provinces()) {
      const around = vocabularies.neighbours(sigla);
      expect(around.size, sigla).toBeGreaterThan(0);
      for (const other of around) expect(vocabularies.neighbours(other).has(sigla), `${sigla} ${other}`).toBe(true);
    }
  });
});

describe("filters", () => {
  it("narrow down, each with the count of what choosing it would show [F4]", () => {
    const { counts, total } = find({ section: "vacancy" });
    expect(total).toBe(6);
    expect(counts.section.get("training")).toBe(1);
    expect(counts.licence.get("B")).toBe(1);
    expect(titles({ licence: "B" })).toEqual(["Magazziniere"]);
    expect(titles({ language: "de" })).toEqual(["Cameriere"]);
    expect(titles({ reserved: "art1" })).toEqual(["Posto riservato"]);
    expect(titles({ closes: "today" })).toEqual(["Operaio agricolo"]);
    expect(titles({ closes: "week" }).sort()).toEqual(["Operaio agricolo", "Posto riservato"]);
    expect(titles({ sort: "deadline" }).slice(0, 2)).toEqual(["Operaio agricolo", "Posto riservato"]);
    expect(titles({ eures: true })).toEqual([]);
  });

  it("what cannot be understood is as if it were not there; the address has one order", () => {
    const read = readPostingQuery(
      new URLSearchParams("page=-3&utm_source=x&section=nope&contract=seasonal&q=+cuoco+&licence=%3Cb%3E"),
    );
    expect(writePostingQuery(read)).toBe("q=cuoco&contract=seasonal");
    expect(readPostingQuery(new URLSearchParams(writePostingQuery(read)))).toEqual(read);
  });
});

it("a change is found at once, a closed posting no longer [F3]", () => {
  const code = put("Tassista notturno");
  const change = { from: 1, to: 2, postings: [code], offices: [], boards: false };
  for (const listener of listeners) listener(change);
  expect(titles({ q: "Taxifahrer" })).toEqual(["Tassista notturno"]);
  const entry = entries.get(code) as Entry;
  entries.set(code, { ...entry, posting: { ...entry.posting, state: "closed" }, shown: null });
  for (const listener of listeners) listener(change);
  expect(titles({ q: "notturno" })).toEqual([]);
});
