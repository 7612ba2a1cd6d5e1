// Index sheets and weekly reports laid out by a real Chromium: however many rows and whatever is written, each page holds what it was given.
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SECTIONS } from "../../../server/domain/section.ts";
import { loadFonts } from "../../../server/printer/loadFonts.ts";
import { indexPages } from "../../../templates/bulletin/indexPages.tsx";
import { reportPages } from "../../../templates/bulletin/reportPages.tsx";
import { POSTER_STYLES } from "../../../templates/poster/posterStyles.ts";
import { pictureCases } from "../../pictures/cases.ts";
import { aWeek } from "../../pictures/paper/aWeek.ts";
import { describeWith } from "../../setup/describeWith.ts";
import { hostilePosting, LOCALES, longestPosting, PUBLIC_URL, ROOT, styles, wordsOf } from "../builders.ts";
import { openBrowser } from "../openBrowser.ts";

describeWith(["browser"], "bulletins in a browser", () => {
  const browser = openBrowser();
  let page: Page;
  beforeAll(async () => {
    page = await browser().newPage();
    await page.setContent(
      `<!doctype html><style>${await loadFonts(ROOT)}\nhtml{font-family:"Titillium Web"}${styles(POSTER_STYLES)}</style><body></body>`,
    );
    await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())).then(() => undefined));
  });
  afterAll(() => page.close());

  /** What stands beyond its page or over the foot, in words. */
  const faultsOf = (pages: readonly string[]) =>
    page.evaluate((html) => {
      document.body.innerHTML = html;
      return [...document.querySelectorAll<HTMLElement>(".sheet")].flatMap((sheet, at) => {
        const inside = sheet.getBoundingClientRect();
        const margin = (10 * 96) / 25.4 - 1;
        const foot = sheet.querySelector(".sheet-foot")?.getBoundingClientRect();
        const tables = [...sheet.querySelectorAll("table")].map((one) => one.getBoundingClientRect());
        const low = Math.max(...tables.map(({ bottom }) => bottom));
        const smallest = Math.min(
          ...[...sheet.querySelectorAll("p, th, td")].map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
        );
        return [
          ...(foot === undefined || foot.bottom > inside.bottom - margin ? [`${at}: foot beyond the margin`] : []),
          ...(foot !== undefined && low > foot.top ? [`${at}: table over the foot by ${low - foot.top}`] : []),
          ...(tables.some(({ right }) => right > inside.right - margin) ? [`${at}: table too wide`] : []),
          ...(smallest < 15.9 ? [`${at}: type of ${smallest} px`] : []),
        ];
      });
    }, pages.join(""));

  test("index sheets of one row, of some and of many, in every section, with the longest words", {
    timeout: 120_000,
  }, async () => {
    const cases = Object.values(pictureCases());
    const some = [
      ...cases,
      hostilePosting(),
      longestPosting("Rindfleischetikettierungsüberwachung "),
      longestPosting("WWW"),
    ];
    for (const locale of LOCALES) {
      for (const [at, section] of SECTIONS.entries()) {
        // One language sees every section, the others the one with the longest words of law.
        if (locale !== "it" && section !== "targeted") continue;
        for (const count of [1, 2 + at, 24]) {
          const postings = Array.from(
            { length: count },
            (_, row) => some[(row + at) % some.length] as (typeof some)[number],
          );
          const { pages, codes } = indexPages({
            board: "Centro per l’impiego di Campi Salentina e dei Comuni dell’Unione",
            section,
            postings,
            words: wordsOf(locale),
            publicUrl: PUBLIC_URL,
            publicUrlIsReal: false,
            place: "W12",
          });
          expect(codes).toHaveLength(count);
          expect(await faultsOf(pages), `${locale} ${section} ${count}`).toEqual([]);
        }
      }
    }
  });

  test("reports of a quiet week and of a full one", async () => {
    const full = aWeek();
    const many = Array.from({ length: 70 }, (_, at) => ({ ...full.total, name: `Ambito numero ${at} della Regione` }));
    const quiet = { ...full, sections: full.sections.slice(0, 1), sectors: [], areas: full.areas.slice(0, 1) };
    for (const report of [full, quiet, { ...full, areas: many }]) {
      for (const locale of LOCALES) {
        const pages = reportPages({
          board: "Lecce",
          report,
          words: wordsOf(locale),
          publicUrl: PUBLIC_URL,
          demonstration: true,
        });
        expect(await faultsOf(pages), `${locale} ${pages.length}`).toEqual([]);
        const rows = report.sections.length + 1 + report.specials.length + report.sectors.length + report.areas.length;
        expect(pages.join("").match(/<th scope="row">/g)).toHaveLength(rows);
      }
    }
  });
});
