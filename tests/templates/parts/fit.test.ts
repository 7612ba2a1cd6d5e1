// The computed fit of a card against a real browser: nothing overflows, sizes are never too small, and the frame stands still.
import type { Page } from "puppeteer";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { THEMES } from "../../../server/domain/display.ts";
import type { PublicPosting } from "../../../server/domain/publicPosting.ts";
import { findBrowser } from "../../../server/printer/findBrowser.ts";
import { readCatalogues } from "../../../server/readCatalogues.ts";
import { charactersOf } from "../../../templates/parts/charactersOf.ts";
import { fitCard, STEP } from "../../../templates/parts/fitCard.ts";
import { fitPair } from "../../../templates/parts/fitHalf.ts";
import { cutToLines, linesNeeded } from "../../../templates/parts/textWidth.ts";
import { createWords } from "../../../templates/parts/words.ts";
import { pictureCases } from "../../pictures/cases.ts";
import { cardMarkup, FRAMES, pairMarkup, stillMarkup } from "../../pictures/contactSheet.tsx";
import type { Frame, Photographer } from "../../pictures/photographer.ts";
import { createPhotographer } from "../../pictures/photographer.ts";
import { NOW } from "../../pictures/publicPosting.ts";
import { sectionCases } from "../../pictures/sectionCases.ts";
import { readCode } from "../../printer/readCode.ts";
import { FULL, TESTED_LOCALES } from "../../setup/full.ts";

const wordsOf = createWords(readCatalogues(process.cwd()));
const LOCALES = ["it", "en", "fr", "de"];
let photographer: Photographer;

beforeAll(async () => {
  const found = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
  if (found === null) throw new Error("no browser");
  photographer = await createPhotographer(process.cwd(), found.path);
});
afterAll(() => photographer?.close());

/** Pixels of the smallest letters, as they would be at 1080p. */
const smallestAt1080p = (page: Page) =>
  page.evaluate(() => {
    const sizes = [...document.querySelectorAll("body *")]
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()))
      .map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    return (Math.min(...sizes) * 1080) / Math.min(innerWidth, innerHeight);
  });

/** What an upright card has no room for is found by the longest words; lying ones are looked at in all languages every day. */
const localesOf = (name: string) => (FULL || name === "landscape" ? LOCALES : ["it", "de"]);

// 4K is 1080p twice as large: the cards are drawn there in the long run.
test.each(FULL ? Object.keys(FRAMES) : ["landscape", "portrait"])(
  "lobby 25: every card in four languages stands whole, %s [L1]",
  async (name) => {
    const frame = FRAMES[name] as Frame;
    for (const [which, posting] of Object.entries(pictureCases())) {
      for (const locale of localesOf(name)) {
        const page = await photographer.show(cardMarkup(posting, wordsOf(locale), frame), frame);
        expect(await photographer.overflowing(page), `${which} ${locale}`).toEqual([]);
        expect(await smallestAt1080p(page), `${which} ${locale}`).toBeGreaterThanOrEqual(24);
        const titleLines = await page.evaluate(() => {
          const title = document.querySelector(".card-title");
          return title === null
            ? 0
            : Math.round(title.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(title).lineHeight));
        });
        expect(titleLines, `${which} ${locale}`).toBeLessThanOrEqual(3);
      }
    }
  },
  240_000,
);

/** All pairs in the long run; every day the longest words and what is missing, in the two that stand together. */
const PAIRS = FULL ? LOCALES.flatMap((one, at) => LOCALES.slice(at + 1).map((other) => [one, other])) : [["fr", "de"]];
const DAILY_PAIRS = ["targeted", "full", "compound", "notice"];

test.each(FULL ? Object.keys(FRAMES) : ["landscape", "portrait"])(
  "lobby 25, 32: a posting in two languages side by side stands whole, late or not, %s [L4]",
  async (name) => {
    const frame = FRAMES[name] as Frame;
    for (const [which, posting] of Object.entries(pictureCases())) {
      if (!FULL && !DAILY_PAIRS.includes(which)) continue;
      for (const [one = "", other = ""] of PAIRS) {
        for (const theme of FULL ? THEMES : (["light"] as const)) {
          const heard = theme === "light" ? NOW - 86_400_000 : NOW;
          const markup = pairMarkup(posting, [wordsOf(one), wordsOf(other)], frame, theme, heard);
          const page = await photographer.show(markup, frame);
          const here = `${which} ${one} ${other} ${theme}`;
          expect(await photographer.overflowing(page), here).toEqual([]);
          expect(await smallestAt1080p(page), here).toBeGreaterThanOrEqual(24);
          expect(await page.$$eval(".half", (halves) => halves.map((half) => half.getAttribute("lang")))).toEqual([
            one,
            other,
          ]);
        }
      }
    }
  },
  540_000,
);

test.each(Object.keys(FRAMES))(
  "lobby 20, 25: an empty board, a late one and the night stand whole in their four languages, %s",
  async (name) => {
    const frame = FRAMES[name] as Frame;
    for (const [view, markup] of Object.entries(stillMarkup(wordsOf, frame))) {
      const page = await photographer.show(markup, frame);
      expect(await photographer.overflowing(page), view).toEqual([]);
      expect(await smallestAt1080p(page), view).toBeGreaterThanOrEqual(24);
    }
  },
);

test.each(["landscape", "portrait"])(
  "lobby 36: the code is read from a picture a quarter as large, and keeps posting, revision and language, %s",
  async (name) => {
    const frame = FRAMES[name] as Frame;
    const posting = sectionCases().vacancy as PublicPosting;
    for (const locale of TESTED_LOCALES) {
      const page = await photographer.show(cardMarkup(posting, wordsOf(locale), frame), frame);
      const capture = Buffer.from(await page.screenshot({ type: "png" }));
      const quarter = await sharp(capture)
        .resize(frame.width / 4)
        .jpeg({ quality: 75 })
        .toBuffer();
      const read = await readCode(quarter);
      expect(read?.toLowerCase(), locale).toContain(`/o/${posting.code}/${locale}/`.toLowerCase());
    }
  },
);

test("lobby 36: side by side each language has a code of its own, read from a picture a quarter as large", async () => {
  const posting = sectionCases().vacancy as PublicPosting;
  for (const [name, cut] of [
    ["landscape", (at: number) => ({ left: at * 240, top: 0, width: 240, height: 270 })],
    ["portrait", (at: number) => ({ left: 0, top: at * 240, width: 270, height: 240 })],
  ] as const) {
    const frame = FRAMES[name] as Frame;
    const page = await photographer.show(pairMarkup(posting, [wordsOf("it"), wordsOf("de")], frame), frame);
    const quarter = sharp(Buffer.from(await page.screenshot({ type: "png" }))).resize(frame.width / 4);
    const small = await quarter.jpeg({ quality: 75 }).toBuffer();
    for (const [at, locale] of ["it", "de"].entries()) {
      const read = await readCode(await sharp(small).extract(cut(at)).toBuffer());
      expect(read?.toLowerCase(), `${name} ${locale}`).toContain(`/o/${posting.code}/${locale}/`.toLowerCase());
    }
  }
});

test("side by side, title and facts have one size on both halves, and what is missing stands in Italian, marked [L4]", () => {
  for (const [which, posting] of Object.entries(pictureCases())) {
    const [one, other] = fitPair(posting, [wordsOf("it"), wordsOf("de")], NOW, "landscape");
    expect(one.title.step, which).toBe(other.title.step);
    for (const { fact, step } of one.facts)
      expect(other.facts.find((each) => each.fact.id === fact.id)?.step ?? step, `${which} ${fact.id}`).toBe(step);
    expect(one.facts.length, which).toBeLessThanOrEqual(4);
    if (one.facts.length > 2) expect(one.text, which).toBeNull();
    if (other.title.lang === "it") expect(other.title.mark, which).toBe("source");
  }
});

test("the browser breaks lines where the computed fit does, or later", async () => {
  const frame = FRAMES.landscape as { width: number; height: number };
  for (const posting of Object.values(pictureCases())) {
    const title = fitCard(posting, wordsOf("de"), NOW, "landscape").title;
    const computed = linesNeeded(title.text, 700, 53.6 / STEP[title.step]);
    const page = await photographer.show(cardMarkup(posting, wordsOf("de"), frame), frame);
    const drawn = await page.evaluate(() => {
      const element = document.querySelector(".card-title") as Element;
      return Math.round(
        element.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(element).lineHeight),
      );
    });
    expect(drawn).toBeLessThanOrEqual(computed);
  }
});

test("a change of language moves nothing but words [L3]", async () => {
  const frame = FRAMES.landscape as { width: number; height: number };
  const cases = Object.entries(pictureCases()).filter(([which]) => FULL || DAILY_PAIRS.includes(which));
  expect(cases.length).toBeGreaterThanOrEqual(DAILY_PAIRS.length);
  for (const [, posting] of cases) {
    const places: string[] = [];
    for (const locale of LOCALES) {
      const page = await photographer.show(cardMarkup(posting, wordsOf(locale), frame), frame);
      places.push(
        await page.evaluate(() =>
          JSON.stringify(
            [
              ".card-band",
              ".shape",
              ".card-section",
              ".card-title",
              ".card-fact",
              ".card-text",
              ".qr",
              ".card-invitation",
              ".card-foot",
            ].map((selector) =>
              [...document.querySelectorAll(selector)].map((one) => {
                const { left, top } = one.getBoundingClientRect();
                return [Math.round(left), Math.round(top)];
              }),
            ),
          ),
        ),
      );
    }
    expect(new Set(places).size).toBe(1);
  }
});

test("what a card counts is what it shows", () => {
  const { bare, full } = pictureCases() as Record<string, PublicPosting>;
  const few = charactersOf(bare as PublicPosting, wordsOf("it"), NOW);
  const many = charactersOf(full as PublicPosting, wordsOf("it"), NOW);
  expect(few).toBeGreaterThan(40);
  expect(many).toBeGreaterThan(few * 2);
  expect(many).toBeLessThan(450);
});

test("lines are counted with hyphens, slashes and endless words, and cut at a word", () => {
  expect(linesNeeded("uno due", 700, 20)).toBe(1);
  expect(linesNeeded("a-b", 700, 0.95)).toBe(2);
  expect(linesNeeded("Rindfleischetikettierung", 700, 3)).toBe(Number.POSITIVE_INFINITY);
  expect(cutToLines("uno due tre quattro cinque", 400, 6, 1)).toMatch(/^uno due.*…$/);
});
