// Sheets laid out by a real Chromium: whatever is written, it stands inside its A4, at the sizes the arithmetic chose.
import fc from "fast-check";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PublicPosting } from "../../../server/domain/publicPosting.ts";
import { loadFonts } from "../../../server/printer/loadFonts.ts";
import { LEVELS } from "../../../templates/poster/levels.ts";
import { renderPoster } from "../../../templates/poster/Poster.tsx";
import { POSTER_STYLES } from "../../../templates/poster/posterStyles.ts";
import { pictureCases } from "../../pictures/cases.ts";
import { aPlace, aPublicPosting } from "../../pictures/publicPosting.ts";
import { describeWith } from "../../setup/describeWith.ts";
import { hostilePosting, LOCALES, longestPosting, PUBLIC_URL, ROOT, styles, wordsOf } from "../builders.ts";
import { openBrowser } from "../openBrowser.ts";

interface Laid {
  readonly lang: string;
  readonly level: number;
  readonly tooHigh: number;
  readonly tooWide: string[];
  readonly title: number;
  readonly smallest: number;
  readonly qr: number;
}

describeWith(["browser"], "sheets in a browser", () => {
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

  async function layOut(posting: PublicPosting, publicUrlIsReal = true): Promise<Laid[]> {
    const { body } = renderPoster({
      posting,
      languages: LOCALES.map((one) => wordsOf(one)),
      publicUrl: PUBLIC_URL,
      publicUrlIsReal,
    });
    return page.evaluate((html) => {
      document.body.innerHTML = html;
      const points = (element: Element) => (Number.parseFloat(getComputedStyle(element).fontSize) * 72) / 96;
      return [...document.querySelectorAll<HTMLElement>(".sheet")].map((sheet) => {
        const inside = sheet.getBoundingClientRect();
        const texts = [...sheet.querySelectorAll("h1, h2, p, th")];
        const low = sheet.querySelector(".sheet-low") as Element;
        const gap = (Number.parseFloat(getComputedStyle(sheet).getPropertyValue("--gap")) * 96) / 25.4;
        return {
          lang: sheet.lang,
          level: Number(sheet.dataset.fit),
          tooHigh: Math.max(
            sheet.scrollHeight - sheet.clientHeight,
            Math.round(
              (low.previousElementSibling?.getBoundingClientRect().bottom ?? 9999) +
                gap -
                low.getBoundingClientRect().top,
            ),
            Math.round(
              (sheet.querySelector(".sheet-foot")?.getBoundingClientRect().bottom ?? 9999) - inside.bottom + 37,
            ),
          ),
          tooWide: texts
            .filter(
              (one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > inside.right - 37,
            )
            .map((one) => one.textContent ?? ""),
          title: Math.round(points(sheet.querySelector("h1") as Element)),
          smallest: Math.min(...texts.map(points)),
          qr: ((sheet.querySelector(".qr")?.getBoundingClientRect().width ?? 0) * 25.4) / 96,
        };
      });
    }, body);
  }

  const stand = (laid: readonly Laid[]) => {
    for (const one of laid) {
      expect(one, JSON.stringify(one)).toMatchObject({ tooWide: [], title: LEVELS[one.level]?.title });
      expect(one.tooHigh, JSON.stringify(one)).toBeLessThanOrEqual(1);
      expect(one.smallest).toBeGreaterThanOrEqual(11.9);
      expect(one.qr).toBeGreaterThanOrEqual(49.9);
    }
  };

  test.each(Object.keys(pictureCases()))("%s fits in four languages", async (name) => {
    const posting = pictureCases()[name] as PublicPosting;
    stand(await layOut(posting));
    stand(await layOut({ ...posting, demonstration: true }, false));
  });

  test.each([
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz ",
    "Manutenzione straordinaria degli impianti e ",
    "WWW",
    "iii ",
    "à",
  ])("a posting as long as the schema allows, of %s", async (words) => {
    stand(await layOut(longestPosting(words), false));
  });

  test("hostile words fit like others", async () => {
    stand(await layOut(hostilePosting(), false));
  });

  test("four hundred random titles and texts fit, and the title is read in passing unless it is a monster (print 9, 19)", {
    timeout: 120_000,
  }, async () => {
    const word = fc.stringMatching(/^[A-Za-zàèéìòùäöüßç]{1,26}[,/-]?$/);
    const text = (words: number) =>
      fc.array(word, { minLength: 1, maxLength: words }).map((all) => all.join(" ").slice(0, 590));
    await fc.assert(
      fc.asyncProperty(
        text(12),
        text(60),
        text(20),
        fc.integer({ min: 0, max: 10 }),
        async (title, summary, place, needs) => {
          const laid = await layOut(
            aPublicPosting("vacancy", title, {
              summary: [{ id: "s2", text: summary }],
              places: [aPlace("Lecce", "LE", { area: { id: "s3", text: place } })],
              requirements: Array.from({ length: needs }, (_, index) => ({
                need: "required" as const,
                phrase: null,
                text: { id: `s${index + 9}`, text: summary.slice(0, 80).trim() },
              })),
            }),
          );
          stand(laid);
          if (title.length < 60 && summary.length < 200 && place.length < 100 && needs < 4) {
            for (const one of laid) expect(one.title).toBeGreaterThanOrEqual(40);
          }
        },
      ),
      { numRuns: 100, seed: 20261121 },
    );
  });
});
