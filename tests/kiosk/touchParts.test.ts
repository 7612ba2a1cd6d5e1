// The parts of touch mode without a browser: when a visit ends, what a search finds on the device's own board, the keyboard's letters.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DIGITS, inOneRow, lettersOf } from "../../kiosk/touch/keyboards.ts";
import { createBoardSearch } from "../../kiosk/touch/searchBoard.ts";
import { createVisits, toggled } from "../../kiosk/touch/visit.ts";
import { listAddress } from "../../server/domain/address.ts";
import { LOCALES, wordsOf } from "../templates/builders.ts";
import { buildContent, buildPosting } from "./buildPosting.ts";
import { samplePostings } from "./samplePostings.ts";

const NOW = Date.UTC(2026, 10, 24, 9);

describe("a visit", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const start = (isListening = () => false) => {
    const visits = createVisits(() => ({ theme: "dark", lowReach: true }), isListening);
    visits.begin("de", { kind: "home" });
    return visits;
  };

  it("is asked after sixty seconds and forgotten after eighty (people 18) [TV1]", () => {
    const visits = start();
    visits.change({ query: "koch", saved: ["7K3M9QH"] });
    vi.advanceTimersByTime(59_000);
    expect(visits.warned.value).toBe(false);
    vi.advanceTimersByTime(1_500);
    expect(visits.warned.value).toBe(true);
    vi.advanceTimersByTime(18_000);
    expect(visits.current.value?.query).toBe("koch");
    vi.advanceTimersByTime(2_000);
    expect(visits.current.value).toBeNull();
    expect(visits.warned.value).toBe(false);
    visits.begin("fr", { kind: "home" });
    expect(visits.current.value).toMatchObject({
      locale: "fr",
      query: "",
      saved: [],
      enlarged: 0,
      theme: "dark",
      low: true,
    });
  });

  it("goes on with any touch, also after the question", () => {
    const visits = start();
    vi.advanceTimersByTime(75_000);
    visits.touched();
    expect(visits.warned.value).toBe(false);
    vi.advanceTimersByTime(59_000);
    expect(visits.warned.value).toBe(false);
    expect(visits.current.value).not.toBeNull();
  });

  it("does not end under somebody who listens [TV2]", () => {
    let listening = true;
    const visits = start(() => listening);
    vi.advanceTimersByTime(170_000);
    expect(visits.warned.value).toBe(false);
    listening = false;
    vi.advanceTimersByTime(140_000);
    expect(visits.current.value).toBeNull();
  });

  it("keeps a list of at most twenty, each once, and its code is plain enough for a QR [A1]", () => {
    let saved: readonly string[] = [];
    for (let at = 0; at < 30; at += 1) saved = toggled(saved, `CODE${at}`);
    expect(saved).toHaveLength(20);
    expect(toggled(saved, "CODE3")).toHaveLength(19);
    expect(listAddress("https://bacheca.example.it", ["7K3M9QH", "54RNEW9"], "it")).toMatch(/^[A-Z0-9/:.-]+$/);
  });
});

describe("search on the device (people 25)", () => {
  const search = createBoardSearch(wordsOf, LOCALES);
  const titled = (title: string, occupation: Record<string, string> | null = null) =>
    buildPosting(
      { content: buildContent({ title: { written: { id: "s1", text: title }, occupation: null } }), occupation },
      NOW,
    );
  const nurse = titled("Infermiere", {
    it: "infermiere/infermiera",
    en: "nurse",
    fr: "infirmier/infirmière",
    de: "Krankenpfleger/Krankenpflegerin",
  });
  const worker = titled("Operaio edile");
  const storeman = titled("Magazziniere in città");
  const street = titled("Straßenwärter");
  const electrician = titled("Elettricista", { fr: "électricien / électricienne" });
  const all = [nurse, worker, storeman, street, electrician];

  it.each([
    ["infermieri", nurse],
    ["nurse", nurse],
    ["krankenpflegerin", nurse],
    ["INFIRMIERE", nurse],
    ["operai", worker],
    ["magazziniera", storeman],
    ["citta", storeman],
    ["Strasse", street],
    ["electricien", electrician],
  ])("%s finds what is written in another form or language", (query, wanted) => {
    expect(search.find(query, all)[0]).toBe(wanted);
  });

  it("asks for every word, and finds nothing for what is nowhere [TS1]", () => {
    expect(search.find("nurse zzzz", all)).toEqual([]);
    expect(search.find("", all)).toEqual(all);
  });

  it("finds each sample posting by the first word of its title in any language", () => {
    const postings = samplePostings(NOW);
    for (const posting of postings) {
      const word = /\p{L}{4,}/u.exec(posting.content.title.written.text)?.[0] ?? "";
      expect(search.find(word, postings)).toContain(posting);
    }
  });

  it("nothing typed makes it fail", () => {
    const postings = samplePostings(NOW);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => search.find(text, postings).length >= 0),
    );
  });
});

describe("the keyboard", () => {
  it.each(LOCALES)("of %s has all letters once, in at most three rows of ten", (locale) => {
    const rows = lettersOf(locale);
    expect(Math.max(...rows.map((row) => [...row].length))).toBeLessThanOrEqual(10);
    const letters = [...rows.join("")];
    expect(new Set(letters).size).toBe(letters.length);
    for (const letter of "abcdefghijklmnopqrstuvwxyz") expect(letters).toContain(letter);
  });
  it.each(LOCALES)("of %s is the alphabet where ten keys do not stand side by side", (locale) => {
    const row = inOneRow(lettersOf(locale));
    expect([...row].sort()).toEqual([...lettersOf(locale).join("")].sort());
    expect(row.replace(/[^a-z]/g, "")).toBe("abcdefghijklmnopqrstuvwxyz");
  });
  it("begins as people of each language know it", () => {
    expect(LOCALES.map((locale) => lettersOf(locale)[0].slice(0, 6))).toEqual(["qwerty", "qwerty", "azerty", "qwertz"]);
    expect(DIGITS[0]).toBe("1234567890");
  });
});
