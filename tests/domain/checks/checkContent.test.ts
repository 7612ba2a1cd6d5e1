// The checks before publishing, on real postings of the shipped demonstration and on sentences made for each rule. [K1]–[K7]
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkContent } from "../../../server/domain/checks/checkContent.ts";
import { gulpease } from "../../../server/domain/checks/checkReading.ts";
import { completeness, missingFacts } from "../../../server/domain/checks/completeness.ts";
import type { CheckPolicy, Reason } from "../../../server/domain/checks/finding.ts";
import { DEFAULT_CHECKS } from "../../../server/domain/checks/finding.ts";
import { oneSexTitle } from "../../../server/domain/checks/genderForms.ts";
import type { Content } from "../../../server/domain/content.ts";
import { readRecord } from "../../../server/records/recordSchema.ts";
import { recordToPosting } from "../../../server/records/recordToPosting.ts";
import { aContent } from "../../builders.ts";
import { readVocabularies } from "../../setup/readVocabularies.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const NOW = Date.parse("2026-11-22T09:00:00Z");
const vocabularies = readVocabularies(ROOT);
const shipped = (
  JSON.parse(readFileSync(resolve(ROOT, "server/demonstration/postings.json"), "utf8")) as { id: string }[]
).map((value, index) => {
  const { record } = readRecord({ row: index + 1, value });
  if (record === null) throw new Error(`${value.id} cannot be read`);
  return { id: value.id, content: recordToPosting({ row: index + 1, record }, vocabularies).content };
});
const real = (id: string): Content => {
  const found = shipped.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found.content;
};

const find = (content: Content, policy: Partial<CheckPolicy> = {}) =>
  checkContent(content, { policy: { ...DEFAULT_CHECKS, ...policy }, now: NOW });
const reasons = (content: Content, policy: Partial<CheckPolicy> = {}) =>
  find(content, policy).map(({ reason }) => reason);
const saying = (text: string, more: Partial<Content> = {}) =>
  aContent("Addetto/a", { summary: [{ id: "s2", text }], ...more });
const job = (more: Partial<NonNullable<Content["job"]>> = {}): NonNullable<Content["job"]> => ({
  sector: null,
  contracts: [],
  duration: null,
  schedules: [],
  weeklyHours: null,
  hoursNote: null,
  starts: null,
  agreement: null,
  pay: null,
  ...more,
});
const pay = {
  min: 1400,
  max: null,
  currency: "EUR",
  period: "month",
  gross: true,
  allowance: false,
  note: null,
} as const;

describe("real postings", () => {
  it("K2: R016 and R027 name women only, and both sexes are offered", () => {
    const embroiderer = find(real("R016")).find(({ reason }) => reason === "feminineTitle");
    expect(embroiderer).toMatchObject({ path: "title.written.text", found: "Ricamatrice" });
    expect(embroiderer?.offers).toEqual(["Ricamatore/ricamatrice a mano", "Ricamatore a mano (m/f)"]);
    expect(find(real("R027")).find(({ reason }) => reason === "feminineTitle")?.offers[0]).toBe("Orlatore/orlatrice");
  });

  it("K2: R025 sets an age, R124 a height", () => {
    expect(find(real("R025")).find(({ reason }) => reason === "age")).toMatchObject({
      path: "requirements.required",
      found: "età 18-35 anni",
    });
    expect(reasons(real("R124"))).toEqual(expect.arrayContaining(["height", "looks"]));
  });

  it("K4: none of them holds data of candidates, and few are said to be unfair", () => {
    const all = shipped.map(({ id, content }) => ({ id, found: reasons(content) }));
    expect(all.filter(({ found }) => found.includes("candidates"))).toEqual([]);
    const unfair = (reason: Reason) => all.filter(({ found }) => found.includes(reason)).map(({ id }) => id);
    expect({
      feminine: unfair("feminineTitle"),
      age: unfair("age"),
      height: unfair("height"),
      marital: unfair("maritalStatus"),
    }).toMatchInlineSnapshot(`
      {
        "age": [
          "R025",
        ],
        "feminine": [
          "R016",
          "R027",
        ],
        "height": [
          "R124",
        ],
        "marital": [],
      }
    `);
  });
});

describe("K1: pay", () => {
  const level = (level: "off" | "warn" | "block", more = {}) => ({ pay: { ...DEFAULT_CHECKS.pay, level, ...more } });
  it("is off, warns or blocks by setting, contract and day of publication", () => {
    const offer = aContent("Cuoco/a", { job: job({ contracts: ["permanent"] }) });
    expect(find(offer, level("block")).find(({ reason }) => reason === "payMissing")?.level).toBe("block");
    expect(find(offer, level("warn")).find(({ reason }) => reason === "payMissing")?.level).toBe("warn");
    expect(reasons(offer, level("off"))).not.toContain("payMissing");
    expect(reasons(offer, level("block", { from: "2026-12-01" }))).not.toContain("payMissing");
    const later = { ...offer, hangs: { from: { day: "2026-12-02", time: null }, until: null } };
    expect(reasons(later, level("block", { from: "2026-12-01" }))).toContain("payMissing");
    expect(reasons({ ...offer, job: job({ contracts: ["onCall"] }) }, level("block"))).not.toContain("payMissing");
    expect(reasons({ ...offer, job: job({ pay }) }, level("block"))).not.toContain("payMissing");
  });

  it("of the past is nobody's business", () => {
    expect(reasons(saying("Indicare l'ultima retribuzione percepita."))).toContain("pastPay");
    expect(reasons({ ...saying("Merci d'indiquer votre dernier salaire."), sourceLocale: "fr" })).toContain("pastPay");
  });
});

describe("K2: equal treatment", () => {
  it.each([
    ["Cameriera ai piani", "it", "feminine", "Cameriere/cameriera"],
    ["Impiegata amministrativa", "it", "feminine", "Impiegato/impiegata"],
    ["2 operai edili", "it", "masculine", "operai/operaie"],
    ["Aiuto cuoco", "it", "masculine", "cuoco/cuoca"],
    ["Vendeuse", "fr", "feminine", "Vendeur/vendeuse"],
    ["Infirmière de nuit", "fr", "feminine", "Infirmier/infirmière"],
    ["Directrice d'hôtel", "fr", "feminine", "Directeur/directrice"],
    ["Verkäuferin", "de", "feminine", "Verkäufer/Verkäuferin"],
    ["Koch", "de", "masculine", "Koch/Köchin"],
    ["Kauffrau im Büro", "de", "feminine", "Kaufmann/Kauffrau"],
  ] as const)("%s (%s) is %s: %s", (title, locale, sex, both) => {
    expect(oneSexTitle(title, locale)).toMatchObject({ sex, both });
  });

  it.each([
    ["Cameriere/a di sala", "it"],
    ["Addetto/a alle vendite", "it"],
    ["Barista", "it"],
    ["Autista patente C", "it"],
    ["Operatore (m/f)", "it"],
    ["Responsabile di cantiere", "it"],
    ["Vendeur/vendeuse", "fr"],
    ["Serveur (H/F)", "fr"],
    ["Verkäufer (m/w/d)", "de"],
    ["Reinigungskraft", "de"],
    ["Pflegehilfe", "de"],
  ] as const)("%s (%s) is for everybody", (title, locale) => {
    expect(oneSexTitle(title, locale)).toBeNull();
  });

  it.each([
    ["Età massima 35 anni.", "age"],
    ["Max 29 anni.", "age"],
    ["Altezza minima 170 cm.", "height"],
    ["Richiesta bella presenza.", "looks"],
    ["Preferibilmente nubile.", "maritalStatus"],
    ["Solo donne.", "sex"],
  ] as const)("%s is found", (text, reason) => expect(reasons(saying(text))).toContain(reason));

  it.each([
    "Età minima 18 anni.",
    "Esperienza di almeno 10 anni.",
    "Lavori in altezza con imbracatura.",
    "Sportello dell'ufficio di stato civile.",
    "Turni di massimo 8 ore.",
    "Contratto fino a 12 mesi.",
    "Stipendio massimo 1.500 euro.",
  ])("%s is fair", (text) => {
    expect(
      reasons(saying(text)).filter((one) => ["age", "height", "looks", "maritalStatus", "sex"].includes(one)),
    ).toEqual([]);
  });

  it("an age set by law is left alone", () => {
    const text = "Età tra 15 e 29 anni.";
    expect(reasons(saying(text))).toContain("age");
    expect(reasons(saying(text, { job: job({ contracts: ["apprenticeship"] }) }))).not.toContain("age");
  });

  it("translations are read too", () => {
    const content = saying("Richiesta puntualità.");
    const translation = {
      code: "X",
      segment: "s1",
      locale: "de",
      source: "Addetto/a",
      text: "Verkäuferin",
      state: "approved",
      author: "a",
      reviewer: null,
      at: 0,
      revision: 1,
    } as const;
    const found = checkContent(content, { policy: DEFAULT_CHECKS, now: NOW, translations: [translation] });
    expect(found.find(({ reason }) => reason === "feminineTitle")).toMatchObject({
      path: "translation.de.s1",
      locale: "de",
    });
  });
});

describe("K3, K4: L. 68/99 and candidates", () => {
  it("asks for the facts", () => {
    expect(reasons(aContent("Impiegato/a", {}, "targeted"))).toContain("reservedMissing");
    const reserved = { article: "unspecified", enrolledBy: null, excluded: null } as const;
    const call = { mode: "ranking", body: null, amendments: [] } as const;
    expect(reasons(aContent("Impiegato/a", { reserved, call: { ...call, amendments: [] } }, "targeted"))).toEqual(
      expect.arrayContaining(["articleUnspecified", "enrolledByMissing"]),
    );
    expect(reasons(saying("Riservato alle categorie protette."))).toContain("reservedUnsaid");
  });

  it.each([
    "Ha vinto RSSMRA85T10A562S.",
    "Il candidato nato a Lecce il 3/4/1980 prende servizio.",
    "1. Rossi Mario punti 84",
    "Candidato con invalidità 67%.",
  ])("refuses: %s", (text) => {
    const off = Object.fromEntries(Object.keys(DEFAULT_CHECKS).map((key) => [key, "off"]));
    const found = find(saying(text), { ...off, pay: { ...DEFAULT_CHECKS.pay, level: "off" } });
    expect(found).toMatchObject([{ reason: "candidates", level: "block" }]);
    expect(found[0]?.found).not.toMatch(/\d{2}|Rossi|Mario/);
  });

  it.each([
    "Invalidità superiore al 45%.",
    "Invalidità minima del 46%.",
    "Codice AAAAAA00A00A000A.",
    "Progetto Giovani Lecce, 12 punti vendita.",
  ])("lets pass: %s", (text) => expect(reasons(saying(text))).not.toContain("candidates"));
});

describe("K5, K6 and the figure", () => {
  const until = (day: string) => ({ window: { opens: null, closes: { day, time: null } } });
  it("K5: looks at dates together", () => {
    expect(reasons(saying("", until("2026-11-21")))).toContain("deadlinePast");
    expect(reasons(saying("", until("2026-11-22")))).toContain("windowShort");
    expect(reasons(saying("", until("2028-01-01")))).toContain("deadlineFar");
    const hangs = { from: null, until: { day: "2026-12-31", time: null } };
    expect(reasons(saying("", { ...until("2026-12-20"), hangs }))).toContain("hangsBeyond");
    expect(reasons(saying("", until("2026-12-20")))).not.toContain("deadlineFar");
  });

  it("K6: measures the ease of Italian", () => {
    const plain = [
      "Cerchiamo una persona per la cucina.",
      "Il lavoro è di sera, da martedì a domenica.",
      "Si comincia a giugno.",
      "Offriamo pasti e alloggio per tutta la stagione.",
    ];
    const bureau = [
      "La presentazione della documentazione attestante il possesso dei requisiti summenzionati costituisce condizione imprescindibile ai fini dell'ammissione alla procedura selettiva finalizzata all'individuazione di professionalità specialistiche da destinare alle articolazioni organizzative territorialmente competenti",
    ];
    expect(gulpease(plain)).toBeGreaterThan(60);
    expect(gulpease(bureau)).toBeLessThan(40);
    expect(gulpease(["Poche parole."])).toBeNull();
    const segments = bureau.map((text, index) => ({ id: `s${index + 2}`, text }));
    expect(reasons(aContent("Avviso", { summary: segments }, "notice"))).toEqual(["longSentence", "hardToRead"]);
  });

  it("says how complete a posting is", () => {
    const blank = aContent("Cuoco/a");
    expect(completeness(blank)).toBe(0);
    expect(missingFacts(blank)).toHaveLength(7);
    expect(completeness({ ...blank, job: job({ pay, contracts: ["seasonal"], schedules: ["fullTime"] }) })).toBe(43);
  });
});
