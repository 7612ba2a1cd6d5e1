// axe, with target sizes, over every kind of public page of a running house. Called by the short test (one language) and the full one (all of them).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "puppeteer";
import type { RunningHouse } from "../startHouse.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RUN =
  "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'target-size': { enabled: true } } }).then((result) => result.violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))";

export interface Seen {
  readonly locale: string;
  readonly dark: boolean;
  /** Root size in pixels: 16, or what a reader who needs large letters sets. */
  readonly rootSize: number;
}

export function publicPaths(house: RunningHouse, locale: string): string[] {
  const open = [...house.house.mirror.entries()].filter(({ posting }) => posting.state === "open");
  const sections = new Map(open.map(({ posting }) => [posting.published?.content.section, posting.code]));
  return [
    `/${locale}/`,
    `/${locale}/lecce?q=cuoco&section=vacancy`,
    `/${locale}/?place=Lecce&reach=around&sort=near`,
    `/${locale}/lecce/info`,
    `/${locale}/law/l68-99-art18`,
    `/${locale}/info/privacy`,
    `/${locale}/info/feedback?about=${open[0]?.posting.code}`,
    `/${locale}/info/saved`,
    `/o/ABCDEFG/${locale}`,
    ...[...sections.values()].map((code) => `/o/${code}/${locale}`),
  ];
}

/** What axe finds on every page, named by its address; every filter unfolded. */
export async function findings(
  browser: Browser,
  house: RunningHouse,
  { locale, dark, rootSize }: Seen,
): Promise<string[]> {
  const found: string[] = [];
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  await page.setBypassCSP(true);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  for (const path of publicPaths(house, locale)) {
    await page.goto(house.base + path);
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = `${size}px`;
      for (const folded of document.querySelectorAll("details")) folded.open = true;
    }, rootSize);
    await page.evaluate(axe);
    found.push(...((await page.evaluate(RUN)) as string[]).map((one) => `${path}: ${one}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    if (wide) found.push(`${path}: wider than the phone`);
  }
  await page.close();
  return found;
}
