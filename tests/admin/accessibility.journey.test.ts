// axe over every page and dialog of the desk, light and dark, in the four languages; and the search in 5,000 postings, whose speed `bench -- desk` tells.
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { codeOf } from "../../server/domain/code.ts";
import type { Posting } from "../../server/domain/posting.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import { saveWorking } from "../../server/services/saveWorking.ts";
import { aContent, aPosting, chief } from "../builders.ts";
import { describeWith } from "../setup/describeWith.ts";
import { TESTED_LOCALES } from "../setup/full.ts";
import { axeFindings } from "./axeFindings.ts";
import { keys, launchBrowser, openDesk, signIn } from "./deskBrowser.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

/** Pages beside those of postings, with what shows that they stand. */
const NEWER = [
  ["", ".today-columns"],
  ["calendar?view=month", ".calendar-days"],
  ["numbers", ".numbers-table"],
  ["offices", ".postings tbody tr"],
  ["offices/lecce", ".office-form form"],
] as const;

describeWith(["browser"], "the desk for everybody", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let browser: Browser;
  let desk: RunningDesk;
  let page: Page;
  let postings: Posting[];

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    browser = launched.browser;
    desk = await startDesk(project.folder);
    postings = manyPostings(5000);
    await desk.fill(postings);
    ({ page } = await openDesk(browser, `${desk.origin}/admin/postings`));
  }, 180_000);
  afterAll(async () => {
    await desk?.stop();
    await launched?.close();
    await project?.remove();
  });

  const findings = (where: string) => axeFindings(page, where);
  async function speak(locale: string) {
    await page.evaluate((chosen) => localStorage.setItem("desk.locale", chosen), locale);
    await page.reload();
  }
  beforeEach(() => page.evaluate(() => performance.setResourceTimingBufferSize(5000)));
  const code = (section: string) => postings.find((one) => one.published?.content.section === section)?.code ?? "";

  it("axe finds nothing on the sign-in page", async () => {
    for (const locale of TESTED_LOCALES) {
      await speak(locale);
      await page.waitForSelector("input[name=login]");
      expect(await findings(`sign-in ${locale}`)).toEqual([]);
    }
    await speak("it");
    await signIn(page);
  }, 60_000);

  it.each(TESTED_LOCALES)(
    "axe finds nothing on the pages in %s",
    async (locale) => {
      await page.goto(`${desk.origin}/admin/postings`);
      await speak(locale);
      await page.waitForSelector("tbody tr");
      const found = await findings(`list ${locale}`);
      expect(await page.$eval("html", (html) => html.lang)).toBe(locale);
      for (const [path, sign] of NEWER) {
        await page.goto(`${desk.origin}/admin/${path}`);
        await page.waitForSelector(sign);
        found.push(...(await findings(`${path} ${locale}`)));
      }
      await page.goto(`${desk.origin}/admin/postings/new`);
      await page.waitForSelector("#new-title");
      found.push(...(await findings(`new ${locale}`)));
      // One language sees every section's form, the others the fullest one.
      for (const section of locale === "it" ? SECTIONS : ["targeted"]) {
        await page.goto(`${desk.origin}/admin/postings/${code(section)}`);
        await page.waitForSelector(".posting-form");
        found.push(...(await findings(`${section} ${locale}`)));
      }
      expect(found).toEqual([]);
    },
    120_000,
  );

  it.each(TESTED_LOCALES)(
    "axe finds nothing in the dialogs in %s",
    async (locale) => {
      await page.goto(`${desk.origin}/admin/postings/${code("vacancy")}`);
      await speak(locale);
      await page.waitForSelector(".posting-form");
      const found: string[] = [];
      const dialog = async (name: string) => {
        await page.waitForSelector("dialog[open]", { timeout: 8000 });
        found.push(...(await findings(`${name} ${locale}`)));
      };
      const closed = () => page.waitForFunction(() => document.querySelector("dialog[open]") === null);

      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await keys(page, "?");
      await dialog("shortcuts");
      await keys(page, "Escape");
      await closed();
      await page.click(".demonstration button");
      await dialog("demonstration");
      await keys(page, "Escape");
      await closed();
      await page.click(".posting-links button:not([data-opens])");
      await dialog("history");
      await keys(page, "Escape");
      await closed();
      await page.type("#field-positions", "7");
      await keys(page, "Control", "Enter");
      await dialog("publish");
      await keys(page, "Escape");
      await closed();
      await page.$$eval(".lifecycle-buttons button", (all) => (all.at(-2) as HTMLElement).click());
      await dialog("close");
      await keys(page, "Escape");
      await closed();

      // A field in error, and a colleague's change.
      await page.type("#field-job-pay-max", "3");
      await page.waitForSelector("[aria-invalid=true]");
      found.push(...(await findings(`error ${locale}`)));
      await keys(page, "Backspace");
      const before = desk.house.mirror.entry(code("vacancy"))?.posting;
      if (before?.published == null) throw new Error("the posting is gone");
      await saveWorking(desk.house, chief, before.code, before.revision, {
        ...before.published.content,
        positions: 99,
        reference: locale,
      });
      await page.type("#field-positions", "8");
      await dialog("conflict");
      await page.click("dialog .dialog-buttons button:last-child");
      await closed();
      expect(found).toEqual([]);
    },
    120_000,
  );

  it("fits a phone and 200 % without scrolling sideways", async () => {
    await page.goto(`${desk.origin}/admin/postings`);
    await speak("de");
    for (const [width, height] of [
      [320, 640],
      [390, 844],
      [720, 450],
    ] as const) {
      await page.setViewport({ width, height });
      for (const path of ["postings", "postings/new", `postings/${code("targeted")}`]) {
        await page.goto(`${desk.origin}/admin/${path}`);
        await page.waitForSelector("tbody tr, form");
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wider, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
    await page.setViewport({ width: 1440, height: 900 });
  }, 60_000);

  it("finds the one looked for among 5,000 postings while typing", async () => {
    await page.goto(`${desk.origin}/admin/postings`);
    await page.waitForSelector("tbody tr");
    for (const wanted of ["4321", "1234", "77", "4000"]) {
      await page.$eval("input[type=search]", (input) => {
        (input as HTMLInputElement).value = "";
      });
      await page.focus("input[type=search]");
      await page.keyboard.type(wanted);
      await page.waitForFunction(
        (text) => document.querySelector("tbody tr a")?.textContent?.includes(text),
        {},
        wanted,
      );
    }
  }, 120_000);
});

/** Titles carry their number, so that a search can be checked. */
function manyPostings(count: number): Posting[] {
  const now = Date.now();
  const postings: Posting[] = [];
  for (let value = 40_000; postings.length < count; value += 1) {
    const code = codeOf(value);
    if (code === null) continue;
    const n = postings.length;
    const section = SECTIONS[n % SECTIONS.length] ?? "vacancy";
    const content = aContent(`Annuncio numero ${n}`, fullest(section), section);
    postings.push(
      aPosting(code, n % 2 === 0 ? "lecce" : "gallipoli", content, now - n * 1000, {
        changedAt: now - n * 1000,
        demonstration: true,
      }),
    );
  }
  return postings;
}

function fullest(section: (typeof SECTIONS)[number]) {
  const segment = (id: string, text: string) => ({ id, text });
  return {
    positions: 2,
    places: [{ municipality: "Lecce", province: "LE", region: "Puglia", country: "IT", area: null }],
    languages: [{ language: "en", level: "B1" as const, need: "wished" as const, note: null }],
    summary: [segment("s90", "Un posto con molte cose scritte.")],
    ...(section === "targeted"
      ? {
          reserved: { article: "art18" as const, enrolledBy: "2026-01-31", excluded: null },
          call: {
            mode: "application" as const,
            body: "Comune di Lecce",
            amendments: [{ day: null, text: segment("s91", "Termine spostato.") }],
          },
        }
      : {}),
    ...(section === "event"
      ? { event: { starts: { day: "2030-05-04", time: "09:00" }, ends: null, timetable: null, venue: null } }
      : {}),
  };
}
