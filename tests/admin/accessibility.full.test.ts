// axe, with target sizes, and IBM's engine over every page, dialog and bar of the desk, light and dark, in the four languages; and the search in
// 5,000 postings, whose speed `bench -- desk` tells. (people 10)
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { describeWith } from "../setup/describeWith.ts";
import { ibmFindings } from "../setup/ibmFindings.ts";
import { axeFindings } from "./axeFindings.ts";
import { launchBrowser, openDesk, signIn } from "./deskBrowser.ts";
import { deskViews, furnishDesk, manyPostings, showView } from "./deskViews.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

describeWith(["browser"], "the whole desk for everybody", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let browser: Browser;
  let desk: RunningDesk;
  let page: Page;
  const everything = manyPostings(5000);
  // More lines than a screen: what the engines find in one they find in all, and in 5,000 they do not come to an end.
  const postings = everything.slice(0, 400);

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    browser = launched.browser;
    desk = await startDesk(project.folder);
    await desk.fill(postings);
    await furnishDesk(desk);
    ({ page } = await openDesk(browser, `${desk.origin}/admin/postings`));
    page.on("dialog", (asked) => void asked.accept());
  }, 240_000);
  afterAll(async () => {
    await desk?.stop();
    await launched?.close();
    await project?.remove();
  });

  it("find nothing on the sign-in page", async () => {
    for (const locale of CORE_LOCALES) {
      await page.evaluate((chosen) => localStorage.setItem("desk.locale", chosen), locale);
      await page.reload();
      await page.waitForSelector("input[name=login]");
      expect([...(await axeFindings(page, `sign-in ${locale}`)), ...(await ibmFindings(page))]).toEqual([]);
    }
    await signIn(page);
  }, 120_000);

  it.each(CORE_LOCALES)(
    "find nothing anywhere in %s",
    async (locale) => {
      const found: string[] = [];
      for (const view of deskViews(desk, postings)) {
        await showView(page, desk.origin, view, locale);
        expect(await page.$eval("html", (html) => html.lang)).toBe(locale);
        found.push(...(await axeFindings(page, `${view.name} ${locale}`)));
        found.push(...(await ibmFindings(page)).map((one) => `${view.name} ${locale}: ${one}`));
      }
      expect(found).toEqual([]);
    },
    400_000,
  );

  it("finds the one looked for among 5,000 postings while typing", async () => {
    await desk.fill(everything.slice(postings.length));
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
