// The desk in languages that are only data: built from files beside the others, opened page by page in a real browser, narrow and wide, and measured.
// Called by the pseudo-locale tests of the desk; `only` names the pages of the daily run. (translation 29)
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "puppeteer";
import type { Posting } from "../../server/domain/posting.ts";
import { systemClock } from "../../server/services/clock.ts";
import { seedDemonstration } from "../../server/services/seedDemonstration.ts";
import { launchBrowser, openDesk, signIn } from "../admin/deskBrowser.ts";
import { builtProjectWith, startDesk } from "../admin/startDesk.ts";
import { PSEUDO, RTL, writeLocales } from "./madeUpLanguages.ts";
import { cutTexts, notMirrored, tooWide, withoutMark } from "./measureDesk.ts";

const WORDS = resolve(import.meta.dirname, "../../locales/it");
const WIDTHS = [390, 1280] as const;
const pictures = process.env.PICTURES;

/** The desk's pages by their address; with a posting's code where one is shown. */
export function deskPages({ code }: Pick<Posting, "code">, locale: string): Readonly<Record<string, string>> {
  return {
    today: "",
    list: "postings",
    posting: `postings/${code}`,
    queue: "translations",
    sheet: `translations/${code}/${locale}`,
    displays: "displays",
    new: "postings/new",
    calendar: "calendar",
    numbers: "numbers",
    offices: "offices",
    office: "offices/new",
    people: "people",
    glossary: "translations/glossary",
    files: "translations/files",
    languageNumbers: "translations/numbers",
    machine: "translations/machine",
    pair: "displays/pair",
    log: "log",
    import: "import",
    rules: "rules",
    me: "me",
    wall: "wall",
    nowhere: "nowhere",
  };
}

/** Opens the desk and tells every fault of the pages named, or of all. */
export async function faultsInMadeUpLanguages(only: readonly string[] | "all"): Promise<readonly string[]> {
  const [project, launched] = await Promise.all([builtProjectWith(writeLocales), launchBrowser()]);
  const desk = await startDesk(project.folder, { demonstration: false });
  try {
    const { store, vocabularies, mirror } = desk.house;
    await seedDemonstration({ store, clock: systemClock, vocabularies, projectRoot: project.folder });
    await mirror.catchUp();
    const posting = [...mirror.entries()].map((entry) => entry.posting).find(told);
    if (posting === undefined) throw new Error("the demonstration has no open posting with free text");
    const { page, faults } = await openDesk(launched.browser, `${desk.origin}/admin/`);
    const found: string[] = [];
    for (const { id } of [PSEUDO, RTL]) {
      await page.waitForSelector("main h1, input[name=login]");
      await page.evaluate((chosen) => localStorage.setItem("desk.locale", chosen), id);
      if (id === PSEUDO.id) {
        await page.reload();
        await page.waitForSelector("input[name=login]");
        found.push(...(await faultsOf(page, id, "signIn")));
        await signIn(page);
      }
      for (const [name, path] of Object.entries(deskPages(posting, id))) {
        if (only !== "all" && !only.includes(name)) continue;
        await page.goto(`${desk.origin}/admin/${path}`);
        await page.waitForSelector("main h1");
        await page.evaluate(settled);
        found.push(...(await faultsOf(page, id, name)));
      }
    }
    return [...found, ...faults];
  } finally {
    await desk.stop();
    await launched.close();
    await project.remove();
  }
}

function told(posting: Posting): boolean {
  return posting.state === "open" && (posting.published?.content.summary.length ?? 0) > 0;
}

/** The words on the page; the log shows its verbs as code, on purpose. */
function shownText(): string {
  const code = [...document.querySelectorAll("code")].map((one) => one.innerText);
  return code.reduce((text, one) => text.replaceAll(one, ""), document.body.innerText);
}

/** Until nothing of the page has changed for a while: the network never rests, since the desk listens for news. */
function settled(): Promise<void> {
  return new Promise((done) => {
    const begun = performance.now();
    let changed = begun;
    const watch = new MutationObserver(() => {
      changed = performance.now();
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    const look = () => {
      const now = performance.now();
      const waits = document.querySelector("[aria-busy=true], .loading") !== null;
      if ((now - changed < 400 || waits) && now - begun < 30_000) return void setTimeout(look, 50);
      watch.disconnect();
      done();
    };
    look();
  });
}

/** What is wrong with the page as it stands, at every width. */
async function faultsOf(page: Page, id: string, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: width === 390 ? 844 : 900 });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const where = `${name} ${id} ${width}`;
    const spoken = await page.$eval("html", (html) => `${html.lang} ${getComputedStyle(html).direction}`);
    if (spoken !== (id === RTL.id ? `${RTL.id} rtl` : `${PSEUDO.id} ltr`)) found.push(`${where}: is ${spoken}`);
    const text = await page.evaluate(shownText);
    for (const [key] of text.matchAll(KEY)) found.push(`${where}: shows the key ${key}`);
    const faults = [
      ...(await page.evaluate(tooWide)),
      ...(await page.evaluate(cutTexts)),
      ...(await page.evaluate(withoutMark)),
      ...(id === RTL.id ? await page.evaluate(notMirrored) : []),
    ];
    found.push(...faults.map((fault) => `${where}: ${fault}`));
    if (pictures !== undefined)
      await page.screenshot({ path: `${pictures}/${name}-${id}-${width}.png` as `${string}.png`, fullPage: true });
  }
  return found;
}

/** A key as it would stand where its words are missing: a surface or a catalogue's first name, then dots or a hole for a value. */
const KEY = new RegExp(
  `\\{\\{|\\b(?:${surfaces().join("|")}):[a-z]\\w+|\\b(?:${firstNames().join("|")})(?:\\.[a-z]\\w+)+`,
  "g",
);

function surfaces(): readonly string[] {
  return readdirSync(WORDS).map((file) => file.replace(".json", ""));
}

function firstNames(): readonly string[] {
  const read = (surface: string) => JSON.parse(readFileSync(join(WORDS, `${surface}.json`), "utf8")) as object;
  return [...new Set(surfaces().flatMap((surface) => Object.keys(read(surface))))].filter((name) => /^\w+$/.test(name));
}
