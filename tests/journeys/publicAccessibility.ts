// axe, with target sizes, and IBM's engine over every kind of public page of a running house. Called by the short test (one language) and the
// full one (all of them).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "puppeteer";
import { ibmFindings } from "../setup/ibmFindings.ts";
import type { RunningHouse } from "../startHouse.ts";

const { resolve } = createRequire(import.meta.url);
const axe = readFileSync(resolve("axe-core/axe.min.js"), "utf8");
const RUN_AXE =
  "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'target-size': { enabled: true } } }).then((result) => result.violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))";
/** Makes the page offer the weekly mail; nothing is ever sent there. */
export const WITH_MAIL = { env: { SMTP_URL: "smtp://127.0.0.1:9", SMTP_FROM: "bacheca@example.org" } } as const;

export interface Seen {
  readonly locale: string;
  readonly dark: boolean;
  /** Root size in pixels: 16, or what a reader who needs large letters sets. */
  readonly rootSize: number;
  readonly scripts: boolean;
}

/** What the demonstration does not have: an office with everything a visit needs to know, and a posting that is over. */
export async function furnish(house: RunningHouse): Promise<void> {
  await house.staff("PUT", "/offices/lecce/visit", {
    visit: {
      entrances: [{ where: "via Verdi 3, cortile", facts: ["stepFree", "bell"] }],
      mediators: [{ days: [1, 3], from: "09:00", to: "12:00", byAppointment: false, languages: ["ar", "fr"] }],
      booking: "https://prenota.example.it/lecce",
    },
  });
  const over = [...house.house.mirror.entries()].find(({ posting }) => posting.state === "open")?.posting;
  await house.staff("POST", `/postings/${over?.code}/close`, { expected: over?.revision, reason: "filled" });
}

export function publicPaths(house: RunningHouse, locale: string): string[] {
  const all = [...house.house.mirror.entries()].map(({ posting }) => posting);
  const open = all.filter(({ state }) => state === "open");
  const sections = new Map(open.map(({ published, code }) => [published?.content.section, code]));
  const over = all.find(({ state }) => state === "closed");
  return [
    `/${locale}/`,
    `/${locale}/lecce?q=cuoco&section=vacancy`,
    `/${locale}/?place=Lecce&reach=around&sort=near`,
    `/${locale}/lecce/info`,
    `/${locale}/law/l68-99-art18`,
    `/${locale}/info/privacy`,
    `/${locale}/info/feedback?about=${open[0]?.code}`,
    `/${locale}/info/saved`,
    `/${locale}/info/channels`,
    `/${locale}/mail/${"x".repeat(43)}`,
    `/o/ABCDEFG/${locale}`,
    ...(over === undefined ? [] : [`/o/${over.code}/${locale}`]),
    ...[...sections.values()].map((code) => `/o/${code}/${locale}`),
  ];
}

/** What the two engines find on every page, named by its address; every filter unfolded. */
export async function findings(
  browser: Browser,
  house: RunningHouse,
  seen: Seen,
  paths: readonly string[] = publicPaths(house, seen.locale),
): Promise<string[]> {
  const found: string[] = [];
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  await page.setBypassCSP(true);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: seen.dark ? "dark" : "light" }]);
  for (const path of paths)
    found.push(...(await findingsOn(page, house.base + path, seen)).map((one) => `${path}: ${one}`));
  await page.close();
  return found;
}

async function findingsOn(page: Page, address: string, { rootSize, scripts }: Seen): Promise<string[]> {
  // What is parsed without scripts stays so; the engines themselves are scripts.
  await page.setJavaScriptEnabled(scripts);
  await page.goto(address);
  await page.setJavaScriptEnabled(true);
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}px`;
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  }, rootSize);
  await page.evaluate(axe);
  const found = [...((await page.evaluate(RUN_AXE)) as string[]), ...(await ibmFindings(page))];
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  return wide ? [...found, "wider than the phone"] : found;
}
