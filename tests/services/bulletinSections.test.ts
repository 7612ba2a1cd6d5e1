// Sections on paper, whatever hangs and whatever is asked for: a page never holds two of them, and whoever a posting is reserved for is said in its row.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import { createPosting } from "../../server/services/createPosting.ts";
import { createBulletins } from "../../server/services/printBulletin.ts";
import { publishPosting } from "../../server/services/publishPosting.ts";
import { indexPages } from "../../templates/bulletin/indexPages.tsx";
import { reservedLine } from "../../templates/parts/noticeWords.ts";
import { aContent, chief } from "../builders.ts";
import { FULL } from "../setup/full.ts";
import { startHouse } from "../startHouse.ts";

const ARTICLES = ["art1", "art18", null] as const;
const LOCALES = ["it", "en", "fr", "de"] as const;
const { house } = await startHouse();

it("lobby 38: [N3] art. 1, art. 18, EURES and ordinary postings never share a page, in any language and order", async () => {
  for (let n = 0; n < 4 * SECTIONS.length; n += 1) {
    const section = SECTIONS[(n * 3) % SECTIONS.length] ?? "vacancy";
    const article = section === "targeted" || n % 5 === 0 ? (ARTICLES[n % 3] ?? null) : null;
    const reserved = article === null ? null : { article, enrolledBy: null, excluded: null };
    const draft = await createPosting(house, chief, "lecce", aContent(`Annuncio ${n}`, { reserved }, section));
    await publishPosting(house, chief, draft.code, draft.revision);
  }
  const shown = new Map<string, PublicPosting>();
  const pages: string[] = [];
  const bulletins = createBulletins({
    ...house,
    config: { ...house.config, publicUrlIsReal: true },
    templates: {
      index: ({ locale, ...order }) => {
        for (const posting of order.postings) shown.set(posting.code, posting);
        const urls = { publicUrl: "https://bacheca.example.it", publicUrlIsReal: true };
        return indexPages({ ...order, ...urls, words: house.words(locale) });
      },
      poster: () => ({ body: "", codes: [] }) as never,
      report: () => [],
      paperCss: "",
    },
    print: async (job) => {
      pages.push(...job.pages);
      return null as never;
    },
  });
  const office = house.mirror.office("lecce");
  if (office === null) throw new Error("no office");
  const asked = fc.record({
    section: fc.option(fc.constantFrom(...SECTIONS)),
    locales: fc.shuffledSubarray([...LOCALES], { minLength: 1 }),
  });
  await fc.assert(
    fc.asyncProperty(asked, async (order) => {
      pages.length = 0;
      await bulletins.print({ office, posters: false, place: null, ...order });
      for (const page of pages) {
        const sections = [...page.matchAll(/data-section="(\w+)"/g)].map(([, section]) => section);
        expect(new Set(sections).size).toBe(1);
        const locale = /lang="(\w+)"/.exec(page)?.[1] ?? "it";
        for (const [, code = ""] of page.matchAll(/\/o\/([0-9A-Z]{7})\b/g)) {
          const posting = shown.get(code);
          expect(posting?.content.section).toBe(sections[0]);
          const reserved = posting === undefined ? null : reservedLine(posting, house.words(locale));
          if (reserved !== null) expect(page).toContain(reserved.article);
        }
      }
      const told = new Set(
        pages.flatMap((page) => [...page.matchAll(/\/o\/([0-9A-Z]{7})\b/g)].map(([, code]) => code)),
      );
      const wanted = [...shown.values()].filter(
        ({ content }) => order.section === null || content.section === order.section,
      );
      for (const { code } of wanted) expect(told).toContain(code);
    }),
    { numRuns: FULL ? 40 : 4 },
  );
});
