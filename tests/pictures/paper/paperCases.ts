// Every sheet an office can print, as jobs for the printer: each arrangement of each section in four languages, each paper, postings that say
// little and too much, bulletins and the weekly report. Called by paperPictures (`npm run pictures -- paper`) and by the tests that compare.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PaperFormat, PaperSize } from "../../../server/domain/paper.ts";
import { PAPER_FORMATS, sizesOf } from "../../../server/domain/paper.ts";
import type { PublicPosting } from "../../../server/domain/publicPosting.ts";
import type { Section } from "../../../server/domain/section.ts";
import { SECTIONS } from "../../../server/domain/section.ts";
import type { PrintJob } from "../../../server/printer/printer.ts";
import { readCatalogues } from "../../../server/readCatalogues.ts";
import { indexPages } from "../../../templates/bulletin/indexPages.tsx";
import { reportPages } from "../../../templates/bulletin/reportPages.tsx";
import { createWords } from "../../../templates/parts/words.ts";
import { renderPoster } from "../../../templates/poster/Poster.tsx";
import { POSTER_STYLES } from "../../../templates/poster/posterStyles.ts";
import { pictureCases } from "../cases.ts";
import { aWeek } from "./aWeek.ts";

/** Drawn once: each drawing gives its postings other codes. */
const CASES = pictureCases();

export interface PaperCase {
  /** Also the name of its reference picture. */
  readonly name: string;
  /** Setting a sheet takes longer than naming it, and most tests want a few of them. */
  set(): PaperWork;
}

export interface PaperWork {
  readonly job: PrintJob;
  /** What its codes must say, in order. */
  readonly codes: readonly string[];
}

const LOCALES = ["it", "en", "fr", "de"] as const;
const PUBLIC_URL = "https://bacheca.example.it";
const BOARD = "Centro per l’impiego di Lecce";
const PLACE = "W12";

/** How a posting of work is answered to, where a case does not say: real sheets nearly always do. */
const APPLY = {
  phone: "0832 123456",
  email: "candidature.lecce@lavoro.example.it",
  online: null,
  inPerson: { id: "s90", text: "Allo sportello, dal lunedì al venerdì, 8:30–11:30" },
  note: null,
  documents: [],
};
const HARD: readonly (readonly [string, readonly PaperFormat[]])[] = [
  ["bare", ["poster", "large", "four", "slip"]],
  ["barest", ["poster", "four", "strips"]],
  ["full", PAPER_FORMATS],
  ["longest", PAPER_FORMATS],
  ["compound", ["poster", "large", "four", "leaflet"]],
  ["machine", ["poster", "two", "leaflet"]],
];

export function paperCases(projectRoot: string): PaperCase[] {
  const css = POSTER_STYLES.map((file) => readFileSync(join(projectRoot, file), "utf8")).join("\n");
  const wordsOf = createWords(readCatalogues(projectRoot));
  const cases = CASES;
  const postingOf = (name: string): PublicPosting => {
    const posting = cases[name];
    if (posting === undefined) throw new RangeError(`no case ${name}`);
    const { section, apply } = posting.content;
    const silent = apply !== null || section === "notice" || name.startsWith("bare");
    return silent ? posting : { ...posting, content: { ...posting.content, apply: APPLY } };
  };
  const posters = (name: string, format: PaperFormat, size: PaperSize): PaperCase => ({
    name: `${format}-${size}-${name}`,
    set: () => poster(name, format, size),
  });
  const poster = (name: string, format: PaperFormat, size: PaperSize): PaperWork => {
    const posting = postingOf(name);
    const { body, codes, title } = renderPoster({
      posting,
      languages: LOCALES.map((locale) => wordsOf(locale)),
      publicUrl: PUBLIC_URL,
      publicUrlIsReal: !posting.demonstration,
      format,
      size,
      place: PLACE,
    });
    return { codes, job: jobOf([body], css, title, size) };
  };
  const bulletin = (name: string, section: Section, postings: readonly PublicPosting[]): PaperCase => ({
    name: `bulletin-${name}`,
    set: () => index(section, postings),
  });
  const index = (section: Section, postings: readonly PublicPosting[]): PaperWork => {
    const made = LOCALES.map((locale) =>
      indexPages({
        board: BOARD,
        section,
        postings,
        words: wordsOf(locale),
        publicUrl: PUBLIC_URL,
        publicUrlIsReal: true,
        place: PLACE,
      }),
    );
    const codes = made.flatMap((one) => one.codes);
    const pages = made.flatMap((one) => one.pages);
    return { codes, job: jobOf(pages, css, BOARD, "a4") };
  };
  const ofSection = (section: Section) => {
    const all = Object.keys(cases).map(postingOf);
    return all.filter(({ content }) => content.section === section);
  };
  const all = Object.keys(cases).map(postingOf);
  return [
    ...PAPER_FORMATS.flatMap((format) =>
      SECTIONS.map((section) => posters(section, format, sizesOf(format)[0] as PaperSize)),
    ),
    ...PAPER_FORMATS.filter((format) => sizesOf(format).includes("a3")).map((format) =>
      posters("vacancy", format, "a3"),
    ),
    ...HARD.flatMap(([name, formats]) =>
      formats.map((format) => posters(name, format, sizesOf(format)[0] as PaperSize)),
    ),
    ...SECTIONS.map((section) => bulletin(section, section, ofSection(section))),
    // More rows than a page holds.
    bulletin(
      "long",
      "vacancy",
      [...all, ...all].map((one) => ({ ...one, content: { ...one.content, section: "vacancy" as const } })),
    ),
    {
      name: "report",
      set: () => {
        const week = { board: BOARD, report: aWeek(), publicUrl: PUBLIC_URL, demonstration: false };
        const pages = LOCALES.flatMap((locale) => reportPages({ ...week, words: wordsOf(locale) }));
        return { codes: [], job: jobOf(pages, css, BOARD, "a4") };
      },
    },
  ];
}

function jobOf(pages: readonly string[], css: string, title: string, format: PaperSize): PrintJob {
  return {
    html: pages.join(""),
    css,
    lang: "it",
    title,
    format,
    kind: "batch",
    revisedAt: "2026-11-21T08:41:00.000Z",
  };
}
