// A fifth language is data only: two made-up ones, 40 % longer and from right to left, are written as files beside the others, and every public
// surface is rendered in them by the real house and looked at in a real browser. Nothing of the code knows them. (translation 29)
import { symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PreviewAnswer } from "../../server/domain/httpContract.ts";
import type { Posting } from "../../server/domain/posting.ts";
import { systemClock } from "../../server/services/clock.ts";
import { seedDemonstration } from "../../server/services/seedDemonstration.ts";
import { launchBrowser } from "../admin/deskBrowser.ts";
import { PASSWORD, type RunningDesk, startDesk } from "../admin/startDesk.ts";
import { describeWith } from "../setup/describeWith.ts";
import { temporaryFolder } from "../setup/temporaryFolder.ts";
import { PSEUDO, RTL, writeLocales } from "./madeUpLanguages.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const pictures = process.env.PICTURES;

describeWith(["browser"], "a language that is only data", () => {
  let desk: RunningDesk;
  let launched: Awaited<ReturnType<typeof launchBrowser>>;
  let page: Page;
  let postings: Posting[];
  let cookie = "";

  beforeAll(async () => {
    const folder = temporaryFolder();
    for (const part of ["templates", "server", "node_modules", "package.json", "dist"])
      symlinkSync(join(ROOT, part), join(folder, part));
    writeLocales(join(folder, "locales"));
    desk = await startDesk(folder, { demonstration: false });
    const { store, vocabularies, mirror } = desk.house;
    await seedDemonstration({ store, clock: systemClock, vocabularies, projectRoot: folder });
    await mirror.catchUp();
    postings = [...mirror.entries()].map(({ posting }) => posting).filter(({ state }) => state === "open");
    launched = await launchBrowser();
    page = await launched.browser.newPage();
    const signed = await fetch(`${desk.origin}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-requested-with": "bacheca" },
      body: JSON.stringify({ login: "admin", password: PASSWORD }),
    });
    cookie = signed.headers.get("set-cookie")?.split(";")[0] ?? "";
  }, 180_000);
  afterAll(async () => {
    await desk?.stop();
    await launched?.close();
  });

  const picture = async (name: string) => {
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png` as `${string}.png` });
  };
  const preview = async (posting: Posting, surface: string, locale: string): Promise<string> => {
    const body = { owner: posting.owner, code: posting.code, content: posting.published?.content, locale, surface };
    const answer = await fetch(`${desk.origin}/api/v1/previews`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-requested-with": "bacheca", cookie },
      body: JSON.stringify(body),
    });
    expect(answer.status, await answer.clone().text()).toBe(200);
    return ((await answer.json()) as PreviewAnswer).html;
  };

  it("is spoken by every surface, with no hole, no key and no other language's words where facts are told", async () => {
    for (const { id, dir } of [PSEUDO, RTL]) {
      const board = await (await fetch(`${desk.origin}/${id}/lecce`)).text();
      expect(board).toContain(`<html lang="${id}" dir="${dir}"`);
      const feed = await fetch(`${desk.origin}/feed/${id}.xml`);
      expect(feed.status).toBe(200);
      for (const posting of postings.slice(0, 40)) {
        const html = await (await fetch(`${desk.origin}/o/${posting.code}/${id}`)).text();
        expect(html).toContain(`<html lang="${id}" dir="${dir}"`);
        expect(html, posting.code).not.toMatch(/\{\{|\b(?:facts|page|card|vocabulary|poster):|>\w+\.\w+\.\w+</);
        // What says a fact has the mark of the made-up language; what stands in Italian says so.
        const facts = [...html.matchAll(/<dt>([^<]*)<\/dt>/g)].map(([, label = ""]) => label);
        expect(facts.filter((label) => !/[\u200c⟦⟧]/.test(label))).toEqual([]);
      }
    }
  });

  it("fits phone, card and poster though its words are 40 % longer or run from right to left", async () => {
    const faults: string[] = [];
    for (const { id, dir } of [PSEUDO, RTL]) {
      await page.setViewport({ width: 390, height: 844 });
      for (const path of [`/${id}/lecce`, ...postings.slice(0, 12).map(({ code }) => `/o/${code}/${id}`)]) {
        await page.goto(desk.origin + path, { waitUntil: "load" });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) faults.push(`${path}: ${wide} px too wide`);
      }
      await picture(`page-${id}`);
      await page.setViewport({ width: 1920, height: 1080 });
      for (const posting of postings.slice(0, 24)) {
        await show(page, desk.origin, await preview(posting, "card", id));
        const out = await page.evaluate(() => {
          const beyond = [...document.querySelectorAll("h1, h2, p, dd, dt, svg")].filter((one) => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            return right > innerWidth + 1 || left < -1 || bottom > innerHeight + 1 || top < -1;
          });
          return beyond.map((one) => `${one.className} ${one.textContent?.slice(0, 40)}`);
        });
        for (const one of out) faults.push(`card ${posting.code} ${id}: ${one}`);
      }
      await picture(`card-${id}`);
      for (const posting of postings.slice(0, 8)) {
        const view = await (await fetch(`${desk.origin}/posters/${posting.code}.html?lang=${id}`)).text();
        if (!view.includes(`lang="${id}"`)) faults.push(`poster ${posting.code}: not in ${id}`);
        if (dir === "rtl" && !view.includes('dir="rtl"')) faults.push(`poster ${posting.code}: not from right to left`);
      }
    }
    expect(faults).toEqual([]);
  });

  it("has its values checked and its queue, without a file about its words", async () => {
    const queue = await (await fetch(`${desk.origin}/api/v1/translations?locale=qps`, { headers: { cookie } })).json();
    expect((queue as { total: number }).total).toBeGreaterThan(10);
  });
});

async function show(page: Page, origin: string, html: string): Promise<void> {
  // At the house's own address, so that its styles and fonts are found.
  await page.goto(`${origin}/healthz`);
  await page.setContent(html, { waitUntil: "load" });
}
