// axe, with target sizes, and IBM's engine over every kind of public page of a running house. Called by the short test (one language) and the
// full one (all of them).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll } from "vitest";
import { listPath } from "../../server/domain/address.ts";
import { base32 } from "../../server/domain/code.ts";
import type { Content } from "../../server/domain/content.ts";
import { launchBrowser } from "../admin/deskBrowser.ts";
import { aContent } from "../builders.ts";
import { type MailServer, startMailServer } from "../mail/mailServer.ts";
import { describeWith } from "../setup/describeWith.ts";
import { ibmFindings } from "../setup/ibmFindings.ts";
import { type RunningHouse, startHouse } from "../startHouse.ts";
import { answersOf, type Kind } from "./publicAnswers.ts";

const { resolve } = createRequire(import.meta.url);
const axe = readFileSync(resolve("axe-core/axe.min.js"), "utf8");
const RUN_AXE =
  "axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'target-size': { enabled: true } } }).then((result) => result.violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))";

export interface Seen {
  readonly locale: string;
  readonly dark: boolean;
  /** Root size in pixels: 16, or what a reader who needs large letters sets. */
  readonly rootSize: number;
  readonly scripts: boolean;
}

/** Tests over a furnished house; `look` tells what the engines find on the first `most` kinds of page: first those with an address, then the answers. */
export function describePublicPages(tests: (look: (seen: Seen, most?: number) => Promise<string[]>) => void): void {
  describeWith(["browser"], "axe and IBM's engine on every public page (people 10)", () => {
    let house: RunningHouse;
    let furnished: Furnished;
    let mail: MailServer;
    let opened: Awaited<ReturnType<typeof launchBrowser>>;
    beforeAll(async () => {
      [mail, opened] = await Promise.all([startMailServer(), launchBrowser()]);
      // Behind a proxy, so that each language and look is a visitor of its own and none is told to wait.
      const env = { SMTP_URL: mail.url, SMTP_FROM: "bacheca@example.org", TRUST_PROXY: "1" };
      house = await startHouse({ env });
      furnished = await furnish(house);
    }, 90_000);
    afterAll(() => Promise.all([opened?.close(), mail?.stop()]));
    tests((seen, most) => {
      const pages = [
        ...publicPaths(house, seen.locale, furnished).map(
          (path): Kind => ({ name: path, open: async (page) => void (await page.goto(house.base + path)) }),
        ),
        ...answersOf(house, seen.locale, furnished.changed),
      ];
      return findings(opened.browser, seen, pages.slice(0, most));
    });
  });
}

/** Codes of postings in states the demonstration has none of. */
interface Furnished {
  readonly closed: string;
  readonly suspended: string;
  /** Applications begin in some days, at an hour. */
  readonly later: string;
  readonly changed: string;
  /** Revision of which a sheet of `changed` was printed. */
  readonly printedAt: number;
}

/** What the demonstration does not have: an office with everything a visit needs to know, and postings in every state. */
async function furnish(house: RunningHouse): Promise<Furnished> {
  await house.staff("PUT", "/offices/lecce/visit", {
    visit: {
      entrances: [{ where: "via Verdi 3, cortile", facts: ["stepFree", "bell"] }],
      mediators: [{ days: [1, 3], from: "09:00", to: "12:00", byAppointment: false, languages: ["ar", "fr"] }],
      booking: "https://prenota.example.it/lecce",
    },
  });
  const open = [...house.house.mirror.entries()].filter(({ posting }) => posting.state === "open");
  const [over, halted] = open.map(({ posting }) => posting);
  await house.staff("POST", `/postings/${over?.code}/close`, { expected: over?.revision, reason: "filled" });
  await house.staff("POST", `/postings/${halted?.code}/suspend`, { expected: halted?.revision });
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const later = await publish(house, aContent("Cuoco", { window: { opens: { day, time: "10:00" }, closes: null } }));
  const first = await publish(house, aContent("Cameriere"));
  const { code, revision } = first;
  const saved = await house.staff("PUT", `/postings/${code}/working`, {
    expected: revision,
    content: aContent("Cameriere di sala"),
  });
  await house.staff("POST", `/postings/${code}/publish`, { expected: saved.body.posting.revision });
  return {
    closed: over?.code ?? "",
    suspended: halted?.code ?? "",
    later: later.code,
    changed: code,
    printedAt: revision,
  };
}

async function publish(house: RunningHouse, content: Content): Promise<{ code: string; revision: number }> {
  const draft = await house.staff("POST", "/postings", { owner: "lecce", content });
  const { code, revision } = draft.body.posting;
  const open = await house.staff("POST", `/postings/${code}/publish`, { expected: revision });
  return { code, revision: open.body.posting.revision };
}

/** One address of each kind of public page. */
function publicPaths(house: RunningHouse, locale: string, furnished: Furnished): string[] {
  const open = [...house.house.mirror.entries()]
    .map(({ posting }) => posting)
    .filter(({ state, code }) => state === "open" && code !== furnished.later && code !== furnished.changed);
  const sections = new Map(open.map(({ published, code }) => [published?.content.section, code]));
  const [one, other] = open.map(({ code }) => code);
  return [
    `/${locale}/`,
    `/${locale}/lecce?q=cuoco&section=vacancy`,
    `/${locale}/?place=Lecce&reach=around&sort=near`,
    `/${locale}/lecce/info`,
    `/${locale}/law/l68-99-art18`,
    `/${locale}/info/privacy`,
    `/${locale}/info/feedback?about=${one}`,
    `/${locale}/info/saved`,
    `/${locale}/info/channels`,
    `/${locale}/mail/${"x".repeat(43)}`,
    `/o/ABCDEFG/${locale}`,
    `/o/${furnished.closed}/${locale}`,
    ...[...sections.values()].map((code) => `/o/${code}/${locale}`),
    `/o/${furnished.suspended}/${locale}`,
    `/o/${furnished.later}/${locale}`,
    `/o/${furnished.changed}/${locale}/${base32(furnished.printedAt)}`,
    listPath([one, other, furnished.closed].map(String), locale),
    `/${locale}/?q=zzzzzz&place=Nessundove`,
    `/${locale}/info/accessibility`,
    `/${locale}/info/legal`,
    `/${locale}/info/sheet?code=${one}`,
    `/${locale}/info/sheet?code=wrong`,
    `/${locale}/nowhere/at/all`,
    `/posters/${one}.html?lang=${locale}`,
  ];
}

/** What the two engines find on every page, each named; every filter unfolded. */
async function findings(browser: Browser, seen: Seen, kinds: readonly Kind[]): Promise<string[]> {
  const found: string[] = [];
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 740 });
  await page.setBypassCSP(true);
  await page.setExtraHTTPHeaders({ "x-forwarded-for": newVisitor() });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: seen.dark ? "dark" : "light" }]);
  for (const kind of kinds) found.push(...(await findingsOn(page, kind, seen)).map((one) => `${kind.name}: ${one}`));
  await page.close();
  return found;
}

let visitors = 0;
function newVisitor(): string {
  visitors += 1;
  return `192.0.2.${visitors}`;
}

async function findingsOn(page: Page, { name, open }: Kind, { rootSize, scripts }: Seen): Promise<string[]> {
  // What is parsed without scripts stays so; the engines themselves are scripts.
  await page.setJavaScriptEnabled(scripts);
  await open(page);
  await page.setJavaScriptEnabled(true);
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}px`;
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  }, rootSize);
  await page.evaluate(axe);
  const found = [...((await page.evaluate(RUN_AXE)) as string[]), ...(await ibmFindings(page))];
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  // A sheet of paper is as wide as paper, with scroll bars where the window is not.
  return wide && !name.startsWith("/posters/") ? [...found, "wider than the phone"] : found;
}
