// Panels laid out by a real Chromium: two and four languages a page, leaflets, strips, slips, large print. Whatever is written stands inside
// its part of the page, at the sizes the arithmetic chose, and what the law demands is on every one of them.
import fc from "fast-check";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PaperFormat } from "../../../server/domain/paper.ts";
import { PAPER_FORMATS } from "../../../server/domain/paper.ts";
import type { PublicPosting } from "../../../server/domain/publicPosting.ts";
import { loadFonts } from "../../../server/printer/loadFonts.ts";
import { equalTreatmentLine, reservedLine } from "../../../templates/parts/noticeWords.ts";
import { sectionWords } from "../../../templates/parts/sectionWords.ts";
import { renderPoster } from "../../../templates/poster/Poster.tsx";
import { HANGING, IN_HAND, PANEL_LEVELS } from "../../../templates/poster/panelLevels.ts";
import { POSTER_STYLES } from "../../../templates/poster/posterStyles.ts";
import { pictureCases } from "../../pictures/cases.ts";
import { aPlace, aPublicPosting } from "../../pictures/publicPosting.ts";
import { describeWith } from "../../setup/describeWith.ts";
import { FULL } from "../../setup/full.ts";
import { hostilePosting, LOCALES, longestPosting, PUBLIC_URL, ROOT, styles, wordsOf } from "../builders.ts";
import { openBrowser } from "../openBrowser.ts";

const ARRANGEMENTS = PAPER_FORMATS.filter((format) => format !== "poster");

/** In the long run every case in every arrangement; day by day each case in two of them, and each arrangement with a third of the cases. */
const casesOf = (format: PaperFormat) =>
  Object.entries(pictureCases()).filter(
    (_, at) => FULL || (at - PAPER_FORMATS.indexOf(format)) % (ARRANGEMENTS.length / 2) === 0,
  );
const TITLES = FULL ? 400 : 60;

test("panelLevels.css holds the numbers of panelLevels.ts; what hangs keeps 12 points, what is held 9 (print 19)", () => {
  const css = styles(["templates/poster/panelLevels.css"]);
  PANEL_LEVELS.forEach((level, index) => {
    const block = css.slice(css.indexOf(`[data-panel="${index}"]`)).split("}")[0] ?? "";
    for (const [name, size] of Object.entries(level)) expect(block).toContain(`--${name}: ${size}pt;`);
  });
  const sizes = ({ title, fact, label, small }: (typeof PANEL_LEVELS)[number]) => [title, fact, label, small];
  expect(Math.min(...HANGING.flatMap(sizes))).toBe(12);
  expect(Math.min(...IN_HAND.flatMap(sizes))).toBe(9);
});

const tidy = (text: string) => text.replaceAll("\u00a0", " ");
const wordsIn = (html: string) =>
  tidy(html)
    .replaceAll("\u00ad", "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&");

test.each(ARRANGEMENTS)("%s says section, law and equal treatment in each of its languages (print 29)", (format) => {
  for (const [name, posting] of Object.entries(pictureCases())) {
    for (const locale of LOCALES) {
      const words = wordsOf(locale);
      const { body } = renderPoster({
        posting,
        languages: [words],
        publicUrl: PUBLIC_URL,
        publicUrlIsReal: true,
        format,
        size: format === "slip" ? "a6" : "a4",
      });
      const said = wordsIn(body);
      const { word, note } = sectionWords(posting.content.section, words);
      const reserved = reservedLine(posting, words);
      const demanded = [
        word,
        note,
        reserved?.article,
        reserved?.whom,
        posting.content.section === "notice" ? null : equalTreatmentLine(words),
      ];
      for (const one of demanded)
        if (one != null) expect(said, `${format} ${name} ${locale}: ${one}`).toContain(tidy(one));
      if (posting.demonstration) expect(said).toContain(words.t("card:demonstration"));
    }
  }
});

describeWith(["browser"], "panels in a browser", () => {
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

  /** What is cut off, overlaps or stands outside, in words. */
  async function faultsOf(posting: PublicPosting, format: PaperFormat, publicUrlIsReal = false): Promise<string[]> {
    const { body } = renderPoster({
      posting,
      languages: LOCALES.map((one) => wordsOf(one)),
      publicUrl: PUBLIC_URL,
      publicUrlIsReal,
      format,
      size: format === "slip" ? "a6" : "a4",
    });
    return page.evaluate((html) => {
      document.body.innerHTML = html;
      const faults: string[] = [];
      for (const box of document.querySelectorAll<HTMLElement>(
        ".panel, .sheet, .sheet-band, .panel-head, .strip-words",
      )) {
        const at = `${box.className} ${box.lang}`;
        // Letters' own boxes stick out of a tight last line by a few pixels, their ink does not.
        if (box.scrollHeight > box.clientHeight + 4)
          faults.push(`${at}: ${box.scrollHeight - box.clientHeight} px too high`);
        if (box.scrollWidth > box.clientWidth + 4)
          faults.push(`${at}: ${box.scrollWidth - box.clientWidth} px too wide`);
      }
      const parts = [
        ".panel-head",
        "h1",
        ".panel-reserved",
        ".panel-facts",
        ".panel-text",
        ".panel-way",
        ".panel-foot",
      ];
      for (const panel of document.querySelectorAll(".panel")) {
        const inside = panel.getBoundingClientRect();
        const boxes = parts.flatMap((part) =>
          [...panel.querySelectorAll(part)].map((one) => ({ part, box: one.getBoundingClientRect() })),
        );
        boxes.forEach(({ part, box }, index) => {
          const before = boxes[index - 1];
          if (before !== undefined && box.top < before.box.bottom - 1)
            faults.push(`${panel.className}: ${part} over ${before.part}`);
          if (box.bottom > inside.bottom + 1 || box.right > inside.right + 1)
            faults.push(`${panel.className}: ${part} outside`);
        });
        const code = panel.querySelector(".qr")?.getBoundingClientRect();
        const foot = panel.querySelector(".panel-foot")?.getBoundingClientRect();
        if (code !== undefined && foot !== undefined && code.bottom > foot.top + 1)
          faults.push(`${panel.className}: code over foot`);
      }
      const common = document.querySelector(".sheet-common")?.getBoundingClientRect();
      const grid = document.querySelector(".sheet-grid")?.getBoundingClientRect();
      if (common !== undefined && grid !== undefined && common.top < grid.bottom - 1)
        faults.push("common foot over panels");
      return faults;
    }, body);
  }

  test.each(ARRANGEMENTS)(
    "%s holds every case of the contact sheet, demonstration and trial address besides",
    { timeout: 60_000 },
    async (format) => {
      for (const [name, posting] of casesOf(format)) {
        expect(await faultsOf({ ...posting, demonstration: true }, format), name).toEqual([]);
      }
    },
  );

  test.each(ARRANGEMENTS)("%s holds the longest and the hostile", { timeout: 60_000 }, async (format) => {
    for (const words of [
      "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz ",
      "Manutenzione straordinaria degli impianti e ",
      "WWW",
      "iii ",
    ]) {
      expect(await faultsOf(longestPosting(words), format), words).toEqual([]);
    }
    expect(await faultsOf(hostilePosting(), format), "hostile").toEqual([]);
  });

  test(`${TITLES} random titles fit every arrangement in four languages`, { timeout: 400_000 }, async () => {
    const word = fc.stringMatching(/^[A-Za-zàèéìòùäöüßç]{1,26}[,/-]?$/);
    const text = (words: number) =>
      fc.array(word, { minLength: 1, maxLength: words }).map((all) => all.join(" ").slice(0, 590));
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(text(14), text(30), text(20), async (title, summary, place) => {
        turn += 1;
        const format = ARRANGEMENTS[turn % ARRANGEMENTS.length] as PaperFormat;
        const section = turn % 4 === 0 ? "notice" : "vacancy";
        expect(
          await faultsOf(
            aPublicPosting(section, title, {
              summary: [{ id: "s2", text: summary }],
              places: [aPlace("Lecce", "LE", { area: { id: "s3", text: place } })],
            }),
            format,
          ),
          `${format}: ${title}`,
        ).toEqual([]);
      }),
      { numRuns: TITLES, seed: 20261122 },
    );
  });
});
