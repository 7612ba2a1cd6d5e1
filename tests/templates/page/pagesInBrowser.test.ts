// The pages in a real Chromium under the policy they are served with: nothing breaks out, everything stands where a small phone shows it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CORE_LOCALES } from "../../../server/domain/locale.ts";
import { EVERYTHING } from "../../../server/domain/search.ts";
import { renderBoardPage } from "../../../templates/page/BoardPage.tsx";
import { renderClosedPage } from "../../../templates/page/ClosedPage.tsx";
import { renderErrorPage } from "../../../templates/page/ErrorPage.tsx";
import { renderNotFoundPage } from "../../../templates/page/NotFoundPage.tsx";
import { renderPostingPage } from "../../../templates/page/PostingPage.tsx";
import { pictureCases } from "../../pictures/cases.ts";
import { NOW } from "../../pictures/publicPosting.ts";
import { describeWith } from "../../setup/describeWith.ts";
import { FULL, TESTED_LOCALES } from "../../setup/full.ts";
import { aFrame, aPage, countsOf, hostilePosting, longestPosting, office } from "../builders.ts";
import { openBrowser } from "../openBrowser.ts";
import type { PageServer } from "./servePages.ts";
import { servePages } from "./servePages.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const cases = pictureCases();
const vacancy = cases.vacancy as NonNullable<typeof cases.vacancy>;

const AXE_ALL =
  "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'target-size': { enabled: true } } }).then((result) => result.violations)";
// Only the colours differ in the dark.
const AXE_COLOURS =
  "axe.run({ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }).then((result) => result.violations)";

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] };

describeWith(["browser"], "the pages in a browser", () => {
  const browser = openBrowser();
  let server: PageServer;
  beforeAll(async () => {
    server = await servePages();
  });
  afterAll(() => server.close());

  async function show(html: string, { width = 360, dark = false } = {}): Promise<{ page: Page; complaints: string[] }> {
    server.put(html);
    const page = await browser().newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("request", (request) => {
      // A browser draws its own player from pictures it holds itself.
      if (!request.url().startsWith(server.address) && !request.url().startsWith("data:"))
        complaints.push(`asked for ${request.url()}`);
    });
    await page.setViewport({ width, height: 640 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    await page.goto(`${server.address}/o/X`, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return { page, complaints };
  }

  test("weigh at most 70 kB with style and letters, ask no one else for anything and break no policy", async () => {
    for (const posting of [vacancy, hostilePosting()]) {
      const { page, complaints } = await show(renderPostingPage(aPage(posting, "de")));
      expect(complaints.filter((one) => !one.includes("favicon"))).toEqual([]);
      expect(server.sent()).toBeLessThanOrEqual(70_000);
      await page.close();
    }
  });

  test.each(TESTED_LOCALES)(
    "the first screen of a small phone holds section, title, place, deadline and a way to apply (%s)",
    async (locale) => {
      for (const name of ["vacancy", "selection", "training", "pounds"] as const) {
        const { page } = await show(renderPostingPage(aPage(cases[name] as typeof vacancy, locale)));
        const bottoms = await page.evaluate(() =>
          [".section", "h1", ".is-lead", ".apply .button"].map(
            (place) => document.querySelector(place)?.getBoundingClientRect().bottom ?? 9999,
          ),
        );
        expect(Math.max(...bottoms), `${name}: ${bottoms}`).toBeLessThanOrEqual(640);
        await page.close();
      }
    },
  );

  test("nothing is wider than the narrowest phone, whatever was written", async () => {
    const hard = [
      ...Object.values(cases),
      hostilePosting(),
      longestPosting("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz "),
    ];
    for (const posting of hard) {
      const { page } = await show(renderPostingPage(aPage(posting, "de")), { width: 320 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.close();
    }
  });

  test("whatever can be touched is at least 44 px high", async () => {
    const { page } = await show(renderPostingPage(aPage(vacancy, "fr")));
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("a:not(.skip), button:not([hidden])")]
        .filter((one) => one.getBoundingClientRect().height < 44)
        .map((one) => one.textContent),
    );
    expect(small).toEqual([]);
    await page.close();
  });

  test("Italian left in a German page is under lang=it, German is not", async () => {
    const { page } = await show(renderPostingPage(aPage(cases.event as typeof vacancy, "de")));
    const langs = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const lang = walker.currentNode.parentElement?.closest("[lang]")?.getAttribute("lang");
        found.push(`${lang} ${walker.currentNode.textContent}`);
      }
      return found;
    });
    expect(langs).toContain("it Porta il curriculum in più copie. Non serve prenotare.");
    expect(langs).toContain("de Tag des Tourismus: Gespräche mit zwanzig Hotels");
    expect(langs.find((one) => one.includes("Mitte") || one.includes("Veranstaltungen"))).toMatch(/^de /);
    expect(langs.filter((one) => one.includes("Centro per l'impiego")).every((one) => one.startsWith("it "))).toBe(
      true,
    );
    await page.close();
  });

  // The same engines over the running house are in publicAccessibility, daily in German.
  const MODES = FULL ? [false, true] : [true];
  test.each(FULL ? CORE_LOCALES : ["it" as const])(
    "axe finds nothing, dark and, at length, light (%s)",
    { timeout: 120_000 },
    async (locale) => {
      const query = { ...EVERYTHING, q: "", place: "", section: null, page: 1 };
      const counts = countsOf([
        { section: "vacancy" as const, count: 3 },
        { section: "event" as const, count: 1 },
      ]);
      const closed = { ...vacancy, state: "closed" as const, closed: { reason: "filled" as const, at: NOW } };
      const pages = [
        renderPostingPage(aPage(cases.full as typeof vacancy, locale, { printed: { status: "current" } })),
        renderPostingPage(aPage(cases.targeted as typeof vacancy, locale)),
        renderClosedPage({
          ...aFrame(locale),
          posting: closed,
          now: NOW,
          similar: [vacancy],
          fromSheet: true,
          revision: null,
          place: null,
          contact: office,
        }),
        renderBoardPage({
          ...aFrame(locale),
          office,
          offices: [],
          now: NOW,
          query,
          counts,
          postings: Object.values(cases),
          total: 60,
          pages: 2,
        }),
        renderNotFoundPage({ ...aFrame(locale), code: "7K3", pathIn: () => "/" }),
        renderErrorPage({ ...aFrame(locale), sentence: null, id: "a", pathIn: () => "/" }),
      ];
      for (const html of pages) {
        for (const dark of MODES) {
          const { page } = await show(html, { dark });
          await page.evaluate(axe);
          const found = (await page.evaluate(dark && FULL ? AXE_COLOURS : AXE_ALL)) as Finding[];
          expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual([]);
          await page.close();
        }
      }
    },
  );
});
