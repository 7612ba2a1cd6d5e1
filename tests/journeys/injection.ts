// Everything public of a house whose every text is hostile, opened in a real Chromium with the pages' own policy switched off: escaping alone must
// hold. Nothing may run, no element may have become dangerous, and every text is shown as it was written.
// Called by the short test (one round) and the full one (every text in every field).
import type { Browser, Page } from "puppeteer";
import { codeOf } from "../../server/domain/code.ts";
import { contentSchema } from "../../server/domain/content.ts";
import type { Office } from "../../server/domain/owner.ts";
import { ownerSchema } from "../../server/domain/owner.ts";
import type { Section } from "../../server/domain/section.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import { renderDigestMail } from "../../templates/mail/digestMail.tsx";
import { anOffice, aPosting } from "../builders.ts";
import type { KioskHouse } from "../kiosk/kioskHouse.ts";
import { serverNow } from "../kiosk/kioskHouse.ts";
import { hostilePosting } from "../templates/builders.ts";
import { HOSTILE_TEXTS, type Planted, plant } from "./hostileTexts.ts";

/** Office of the pages; the other's board holds a single posting, for its display. */
const OFFICE = "lecce";
const SHOWN_AT = "gallipoli";

const hours = { days: [0, 1, 2, 3, 4], from: "09:00", to: "12:00", byAppointment: false };
const office = (id: string): Office =>
  anOffice(id, {
    phones: ["x"],
    email: "x",
    website: "x",
    address: "x",
    opening: [hours],
    closures: [{ from: "2026-12-24", to: "2026-12-31", reason: "x" }],
    visit: { entrances: [{ where: "x", facts: ["stepFree"] }], mediators: [], booking: "https://example.org/x" },
  });

export interface Round {
  readonly codes: readonly { readonly code: string; readonly section: Section }[];
  readonly planted: ReadonlyMap<string, Planted>;
}

/** A posting of every section and the offices, each field with another text, beginning with the given one. */
export async function plantRound({ app }: KioskHouse, first: number): Promise<Round> {
  const planted: Planted[] = [];
  const codes: { code: string; section: Section }[] = [];
  const { store, mirror } = app().house;
  const now = serverNow();
  await store.write("test", now, async (tx) => {
    for (const id of [OFFICE, SHOWN_AT]) {
      const hostile = plant<Office>(office(id), ownerSchema as never, first + (id === OFFICE ? 0 : 100));
      planted.push(...hostile.planted);
      // A name of the network's area tells where a place is: it stays one.
      await tx.putOwner({ ...hostile.record, province: "LE" });
      await tx.record("owner.saved", id);
    }
    for (const [at, section] of SECTIONS.entries()) {
      const { content } = hostilePosting();
      const hostile = plant(
        { ...content, section, share: "own" as const },
        contentSchema as never,
        first + 1000 * (at + 1),
      );
      planted.push(...hostile.planted);
      const code = codeAt(at);
      codes.push({ code, section });
      const owner = section === "vacancy" ? SHOWN_AT : OFFICE;
      const posting = aPosting(code, owner, hostile.record, now);
      const published = posting.published === null ? null : { ...posting.published, revision: tx.revision };
      await tx.putPosting({ ...posting, published, revision: tx.revision, publicRevision: tx.revision });
    }
    // A display shows a board unpaired only there.
    await tx.putSetting("demonstration", "1");
    await tx.record("posting.imported", "test");
  });
  await mirror.catchUp();
  return { codes, planted: new Map(planted.map((one) => [one.name, one])) };
}

function codeAt(n: number): string {
  for (let value = 7_000_000 + n * 40; ; value += 1) {
    const code = codeOf(value);
    if (code !== null) return code;
  }
}

/** Addresses of every kind; what a reader sends along is hostile too. */
export function sinks({ codes }: Round, locale: string, first: number): string[] {
  const asked = encodeURIComponent(HOSTILE_TEXTS[first % HOSTILE_TEXTS.length] as string);
  return [
    ...codes.flatMap(({ code }) => [`/o/${code}/${locale}`, `/posters/${code}.html?lang=${locale}`]),
    `/${locale}/`,
    `/${locale}/${OFFICE}`,
    `/${locale}/?q=${asked}&place=${asked}&contract=${asked}&page=${asked}`,
    `/${locale}/${OFFICE}/info`,
    `/${locale}/info/feedback?about=${asked}`,
    `/${locale}/info/sheet?q=${asked}&code=${asked}`,
    `/${locale}/law/${asked}`,
    `/o/${asked}/${asked}`,
    `/feed/${locale}.xml`,
    `/feed/${locale}.xml?office=${OFFICE}`,
    "/sitemap.xml",
  ];
}

export interface Seen {
  /** What ran, what became an element, what was shown otherwise than written; each with its address. */
  readonly faults: string[];
  /** Fields whose text was met. */
  readonly met: Set<string>;
}

/** Opens each address and looks. */
export async function look(
  browser: Browser,
  origin: string,
  paths: readonly string[],
  round: Round,
  seen: Seen,
): Promise<void> {
  const page = await openPage(browser, seen);
  for (const path of paths) {
    page.where = path;
    await page.page.goto(origin + path, { waitUntil: "load" });
    await judge(page.page, path, round, seen);
  }
  await page.page.close();
}

interface Watched {
  readonly page: Page;
  where: string;
}

async function openPage(browser: Browser, seen: Seen): Promise<Watched> {
  const page = await browser.newPage();
  const watched: Watched = { page, where: "" };
  await page.setBypassCSP(true);
  page.on("dialog", (dialog) => {
    seen.faults.push(`${watched.where}: a script ran`);
    void dialog.dismiss();
  });
  return watched;
}

/** What no text may become; our own pages have none of it, but for what stands in a field as it was typed. In words: what runs there is not compiled with the browser's types. */
const DANGEROUS = `[...document.querySelectorAll("*")].filter((one) =>
  [...one.attributes].some(({ name, value }) => /^on/i.test(name) || (name !== "value" && /^\\s*(javascript|data:text|vbscript)/i.test(value)) || name === "srcdoc")
  || (one.localName === "script" && !one.src && one.type !== "application/ld+json")
  || ["object", "embed", "iframe", "math", "base"].includes(one.localName)
  || (one.localName === "img" && one.getAttribute("src") === "x")
).map((one) => one.outerHTML.slice(0, 200))`;

/** Of a feed: what its reader makes of each text that it says is HTML. */
const FED = `[...document.querySelectorAll('[type="html"]')].map((one) => new DOMParser().parseFromString(one.textContent, "text/html"))`;

const TEXTS = `[document.documentElement.textContent, ...[...document.querySelectorAll("[content], [title], [alt], [aria-label], [value]")]
  .flatMap((one) => ["content", "title", "alt", "aria-label", "value"].map((name) => one.getAttribute(name) ?? ""))]`;

async function judge(page: Page, where: string, round: Round, seen: Seen): Promise<void> {
  for (const one of (await page.evaluate(DANGEROUS)) as string[])
    seen.faults.push(`${where}: became an element: ${one}`);
  const isFeed = where.startsWith("/feed/");
  const texts = isFeed ? `${FED}.map((one) => one.body.textContent)` : TEXTS;
  for (const text of (await page.evaluate(texts)) as string[]) readAsWritten(text, where, round, seen);
  if (!isFeed) return;
  const elements = `${FED}.flatMap((one) => [...one.body.querySelectorAll("*")].map((element) => element.outerHTML))`;
  for (const one of (await page.evaluate(elements)) as string[])
    seen.faults.push(`${where}: became an element: ${one}`);
}

/** Every planted text in it is as it was written, where it was not cut. Breaks of lines and of words, and what divides numbers one can call, are the surface's own. */
export function readAsWritten(text: string, where: string, { planted }: Round, seen: Seen): void {
  const plain = (one: string) => one.replace(/[\s,;\u00ad\u2060\u200b\ufeff]/g, "");
  const said = plain(text);
  for (const found of said.matchAll(/zq\d+x\d+qz/g)) {
    const one = planted.get(found[0]);
    if (one === undefined) continue;
    seen.met.add(one.field);
    const rest = said.slice(found.index + found[0].length);
    // Of several numbers each has its own way to call.
    const written = plain(/phone/.test(one.field) ? (one.text.split(/[,;]/)[0] as string) : one.text);
    if (rest.startsWith(written)) continue;
    let same = 0;
    while (same < written.length && rest[same] === written[same]) same += 1;
    // Cut where it was too long.
    if (rest[same] === "…" || rest.length === same) continue;
    seen.faults.push(`${where}: ${one.field} reads ${rest.slice(0, written.length + 20)} instead of ${written}`);
  }
}

/** The answers that are no pages: calendars, the feed as data, the API, linked data, what passes an address on, the weekly mail. */
export async function lookAtData(
  browser: Browser,
  house: KioskHouse,
  locale: string,
  round: Round,
  seen: Seen,
): Promise<void> {
  const { origin } = house;
  const text = async (path: string) => (await fetch(origin + path)).text();
  for (const { code } of round.codes) {
    const calendar = (await text(`/o/${code}.ics?lang=${locale}`)).replace(/\r\n[ \t]/g, "");
    for (const line of calendar.split("\r\n"))
      if (line !== "" && !/^[A-Z-]+[;:]/.test(line)) seen.faults.push(`/o/${code}.ics: a line of its own: ${line}`);
    readAsWritten(calendar.replace(/\\n/gi, "\n").replace(/\\([\\;,])/g, "$1"), `/o/${code}.ics`, round, seen);
    const html = await text(`/o/${code}/${locale}`);
    for (const [, data] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
      readAsWritten(strings(JSON.parse(data as string)), `/o/${code}: linked data`, round, seen);
  }
  for (const path of [`/feed/${locale}.json`, `/api/v1/boards/${OFFICE}`, `/api/v1/boards/${SHOWN_AT}/changes?since=0`])
    readAsWritten(strings(JSON.parse(await text(path))), path, round, seen);
  const { mirror, words, config } = house.app().house;
  const postings = [...mirror.entries()].flatMap(({ shown }) => shown ?? []);
  const letter = renderDigestMail({
    words: words(locale),
    publicUrl: config.publicUrl,
    office: mirror.office(OFFICE),
    channels: [{ channel: "news", postings }],
    leave: `${config.publicUrl}/${locale}/mail/x`,
    now: serverNow(),
  });
  if (/[\r\n]/.test(letter.subject)) seen.faults.push("mail: a subject of two lines");
  readAsWritten(letter.text, "mail, plain", round, seen);
  const watched = await openPage(browser, seen);
  watched.where = "mail";
  await watched.page.setContent(letter.html, { waitUntil: "load" });
  await judge(watched.page, "mail", round, seen);
  await watched.page.close();
}

const strings = (value: unknown): string =>
  typeof value === "string"
    ? `${value}\n`
    : value === null || typeof value !== "object"
      ? ""
      : Object.values(value).map(strings).join("");

/** The display: its one posting in every language of the rotation. */
export async function lookAtDisplay(browser: Browser, { origin }: KioskHouse, round: Round, seen: Seen): Promise<void> {
  const watched = await openPage(browser, seen);
  watched.where = "display";
  await watched.page.setViewport({ width: 1920, height: 1080 });
  await watched.page.goto(`${origin}/kiosk/?office=${SHOWN_AT}`, { waitUntil: "load" });
  await watched.page
    .waitForFunction(`document.body.textContent.includes("zq")`, { timeout: 30_000 })
    .catch(() => seen.faults.push("display: no posting is shown"));
  await judge(watched.page, "display", round, seen);
  await watched.page.close();
}
