// What the tests of page and paper share: words of all languages, a page's frame, and postings made to break things.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Office } from "../../server/domain/owner.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import type { Section } from "../../server/domain/section.ts";
import { readCatalogues } from "../../server/readCatalogues.ts";
import type { PageFrame } from "../../templates/page/Document.tsx";
import type { Counts } from "../../templates/page/filterChoices.ts";
import type { PostingPageInput } from "../../templates/page/PostingPage.tsx";
import { createWords } from "../../templates/parts/words.ts";
import { anOffice } from "../builders.ts";
import { aJob, aPay, aPlace, aPublicPosting, NOW } from "../pictures/publicPosting.ts";

export const ROOT = resolve(import.meta.dirname, "../..");
export const LOCALES = ["it", "en", "fr", "de"] as const;
export const PUBLIC_URL = "https://bacheca.example.it";

const catalogues = readCatalogues(ROOT);
export const wordsOf = createWords(catalogues);

export const office: Office = anOffice("lecce", {
  phones: ["0832 123456"],
  email: "lecce@example.it",
  address: "Viale di prova, 3",
  opening: [{ days: [0, 1, 2, 3, 4], from: "08:30", to: "11:30", byAppointment: false }],
});

export function aFrame(locale: string): PageFrame {
  return {
    words: wordsOf(locale),
    locales: LOCALES.map((id) => wordsOf(id).locale),
    publicUrl: PUBLIC_URL,
    script: null,
    stylesheet: "/assets/page.css",
    home: { label: office.name, lang: "it", href: `/${locale}/lecce` },
    footerLinks: [{ label: "Privacy", href: "/privacy" }],
  };
}

export function aPage(posting: PublicPosting, locale: string, more: Partial<PostingPageInput> = {}): PostingPageInput {
  return {
    ...aFrame(locale),
    posting,
    now: NOW,
    printed: null,
    revision: null,
    place: null,
    contact: office,
    posterHref: `/posters/${posting.code}.pdf?lang=${locale}`,
    icsHref: `/o/${posting.code}.ics`,
    listenHref: `/listen/${posting.code}/${locale}`,
    approved: LOCALES,
    ...more,
  };
}

export function styles(files: readonly string[]): string {
  return files.map((file) => readFileSync(join(ROOT, file), "utf8")).join("\n");
}

/** Reads as markup, as an entity, as a style and as a script address wherever it is not escaped. */
export const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>'</style>&lt;b&gt;`;

const hostile = (id: string) => ({ id, text: `${HOSTILE} ${id}` });

/** Every field of a posting holds the hostile text. */
export function hostilePosting(): PublicPosting {
  return aPublicPosting(
    "vacancy",
    HOSTILE,
    {
      summary: [hostile("s2")],
      duties: [hostile("s3")],
      employer: { name: HOSTILE, type: "private" },
      places: [aPlace(HOSTILE, "LE", { area: hostile("s4") })],
      job: aJob({
        contracts: ["fixedTerm"],
        duration: hostile("s5"),
        hoursNote: hostile("s6"),
        agreement: HOSTILE,
        pay: aPay(9, { note: hostile("s7") }),
      }),
      reserved: { article: "art1", enrolledBy: "2026-01-01", excluded: hostile("s8") },
      call: { mode: "application", body: HOSTILE, amendments: [{ day: null, text: hostile("s9") }] },
      course: { provider: HOSTILE, starts: null, ends: null, totalHours: 3, allowance: null },
      event: {
        starts: { day: "2026-12-01", time: null },
        ends: null,
        timetable: hostile("s10"),
        venue: hostile("s11"),
      },
      requirements: [{ need: "wished", phrase: null, text: hostile("s12") }],
      languages: [{ language: "de", level: "B2", need: "required", note: hostile("s13") }],
      licences: ["B"],
      benefits: [hostile("s14")],
      statutes: ["l68-99-art8"],
      apply: {
        online: `javascript:alert(1)//${HOSTILE}`,
        email: `a@b.it?bcc=x@y.it&body=${HOSTILE}`,
        phone: HOSTILE,
        inPerson: hostile("s15"),
        note: hostile("s16"),
        documents: [hostile("s17")],
      },
      reference: HOSTILE,
    },
    { owner: { id: "lecce", name: HOSTILE }, demonstration: true },
  );
}

/** A posting whose every text is as long as the schema allows. */
export function longestPosting(words: string): PublicPosting {
  const text = (limit: number) =>
    words
      .repeat(Math.ceil(limit / words.length))
      .slice(0, limit)
      .trim();
  const long = (id: string) => ({ id, text: text(600) });
  return aPublicPosting(
    "targeted",
    text(600),
    {
      summary: [long("s2"), long("s3")],
      places: [aPlace(text(120), "LE", { area: long("s4") })],
      employer: { name: text(200), type: "public" },
      reserved: { article: "art18", enrolledBy: "2026-01-01", excluded: long("s5") },
      job: aJob({
        contracts: ["permanent", "fixedTerm"],
        schedules: ["fullTime", "shifts"],
        hoursNote: long("s6"),
        pay: aPay(1500, { note: long("s7") }),
      }),
      requirements: Array.from({ length: 10 }, (_, index) => ({
        need: "required",
        phrase: null,
        text: long(`s${20 + index}`),
      })),
      statutes: ["l68-99", "l68-99-art1", "l68-99-art8", "l68-99-art18", "l56-87-art16"],
      apply: {
        online: null,
        email: null,
        phone: "0832 123456",
        inPerson: long("s8"),
        note: long("s9"),
        documents: [long("s10"), long("s11")],
      },
    },
    { demonstration: true },
  );
}

/** What each filter would leave: these sections, and of every other filter two choices. */
export function countsOf(sections: readonly { readonly section: Section; readonly count: number }[]): Counts {
  const two = (a: string, b: string) =>
    new Map([
      [a, 3],
      [b, 2],
    ]);
  const some = sections.length > 0;
  return {
    section: new Map(sections.map(({ section, count }) => [section, count])),
    reach: some ? two("town", "province") : new Map(),
    contract: some ? two("permanent", "seasonal") : new Map(),
    hours: some ? two("fullTime", "partTime") : new Map(),
    licence: some ? two("B", "C") : new Map(),
    language: some ? two("de", "en") : new Map(),
    closes: some ? two("week", "month") : new Map(),
    reserved: some ? two("art1", "none") : new Map(),
    eures: new Map(some ? [["1", 2]] : []),
  };
}
