// axe and IBM's engine over a sample of the desk's pages, dialogs and bars: each in another language, light and dark in turn. All of them in
// accessibility.full.test.ts. And the desk on a phone and at 200 %.
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { describeWith } from "../setup/describeWith.ts";
import { ibmFindings } from "../setup/ibmFindings.ts";
import { axeFindings } from "./axeFindings.ts";
import { launchBrowser, openDesk, signIn } from "./deskBrowser.ts";
import { deskViews, furnishDesk, manyPostings, showView } from "./deskViews.ts";
import { builtProject, type RunningDesk, startDesk } from "./startDesk.ts";

describeWith(["browser"], "the desk for everybody", () => {
  let project: Awaited<ReturnType<typeof builtProject>>;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let browser: Browser;
  let desk: RunningDesk;
  let page: Page;
  const postings = manyPostings(60);

  beforeAll(async () => {
    [project, launched] = await Promise.all([builtProject(), launchBrowser()]);
    browser = launched.browser;
    desk = await startDesk(project.folder);
    await desk.fill(postings);
    await furnishDesk(desk);
    ({ page } = await openDesk(browser, `${desk.origin}/admin/postings`));
    page.on("dialog", (asked) => void asked.accept());
    await signIn(page);
  }, 180_000);
  afterAll(async () => {
    await desk?.stop();
    await launched?.close();
    await project?.remove();
  });

  it("axe and IBM's engine find nothing on the sign-in page and in the daily sample, each in another language", async () => {
    const { page: stranger } = await openDesk(browser, `${desk.origin}/admin/`);
    await stranger.waitForSelector("input[name=login]");
    const found = [...(await axeFindings(stranger, "sign-in", ["dark"])), ...(await ibmFindings(stranger))];
    await stranger.close();
    for (const [n, view] of deskViews(desk, postings)
      .filter(({ daily }) => daily)
      .entries()) {
      const locale = CORE_LOCALES[n % CORE_LOCALES.length] ?? "it";
      await showView(page, desk.origin, view, locale);
      expect(await page.$eval("html", (html) => html.lang)).toBe(locale);
      found.push(...(await axeFindings(page, `${view.name} ${locale}`, [n % 2 === 0 ? "light" : "dark"])));
      found.push(...(await ibmFindings(page)).map((one) => `${view.name} ${locale}: ${one}`));
    }
    expect(found).toEqual([]);
  }, 180_000);

  it("fits a phone and 200 % without scrolling sideways", async () => {
    const targeted = postings.find((one) => one.published?.content.section === "targeted")?.code;
    const languages = ["", "/machine", "/files", "/glossary", `/${targeted}/de`].map((path) => `translations${path}`);
    await page.evaluate(() => localStorage.setItem("desk.locale", "de"));
    for (const [width, height] of [
      [320, 640],
      [720, 450],
    ] as const) {
      await page.setViewport({ width, height });
      for (const path of [
        "",
        "board",
        "offices/lecce",
        "postings",
        "postings/new",
        `postings/${targeted}`,
        ...languages,
      ]) {
        await page.goto(`${desk.origin}/admin/${path}`);
        await page.waitForSelector("#content h1, form, .today-columns");
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wider, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
    await page.setViewport({ width: 1440, height: 900 });
  }, 120_000);
});
