// A fifth language is data only: two made-up ones, 40 % longer and from right to left, are written as files beside the others, and every public
// surface is rendered in them by the real house and looked at in a real browser. Nothing of the code knows them.
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
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

const ROOT = resolve(import.meta.dirname, "../..");
const PSEUDO = { id: "qps", name: "Ƥşḗŭđǿ", intl: "en-GB", dir: "ltr" };
const RTL = { id: "qar", name: "ʔᗉᗺ", intl: "ar", dir: "rtl" };
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

/** The four languages as they are, and two made from English. */
function writeLocales(folder: string): void {
  cpSync(join(ROOT, "locales"), folder, { recursive: true });
  for (const facts of [PSEUDO, RTL]) {
    mkdirSync(join(folder, facts.id));
    for (const file of readdirSync(join(ROOT, "locales/en"))) {
      const text = readFileSync(join(ROOT, "locales/en", file), "utf8");
      const data = file === "locale.json" ? facts : changed(JSON.parse(text), facts === RTL ? fromTheRight : longer);
      writeFileSync(join(folder, facts.id, file), JSON.stringify(data));
    }
  }
  for (const file of ["occupations.tsv", "isco08.tsv", "everyday.tsv"]) {
    const lines = readFileSync(join(folder, "vocabularies", file), "utf8").split("\n");
    const at = lines.findIndex((line) => line !== "" && !line.startsWith("#"));
    const columns = (lines[at] ?? "").split("\t");
    const english = columns.indexOf("en");
    const made = lines.map((line, n) => {
      if (n < at || line === "" || line.startsWith("#")) return line;
      if (n === at) return `${line}\t${PSEUDO.id}\t${RTL.id}`;
      const cells = line.split("\t");
      while (cells.length < columns.length) cells.push("");
      const label = cells[english] ?? "";
      return [...cells, label === "" ? "" : longer(label), label === "" ? "" : fromTheRight(label)].join("\t");
    });
    writeFileSync(join(folder, "vocabularies", file), made.join("\n"));
  }
}

function changed(value: unknown, say: (text: string) => string): unknown {
  if (typeof value === "string")
    return value
      .split(/(\{\{[^}]*\}\})/)
      .map((part) => (part.startsWith("{{") ? part : say(part)))
      .join("");
  if (Array.isArray(value)) return value.map((one) => changed(one, say));
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, changed(one, say)]));
}

const ACCENTS: Readonly<Record<string, string>> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ó",
  u: "ú",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ó",
  U: "Ú",
  n: "ñ",
  c: "ç",
};

/** 40 % longer, accented, and marked, so that nothing of another language passes for it. */
function longer(text: string): string {
  if (text.trim() === "") return text;
  const accented = text.replace(/[aeiouAEIOUnc]/g, (letter) => ACCENTS[letter] ?? letter);
  const more = Math.max(1, Math.round(text.trim().length * 0.4) - 2);
  return `⟦${accented}${"·".repeat(Math.min(3, more))}${more > 3 ? ` ${"lóñg ".repeat(Math.ceil((more - 3) / 5)).slice(0, more - 4)}` : ""}⟧`;
}

const HEBREW = "אבגדהוזחטיכלמנסעפצקרשת";

/** Letters that run from right to left, about as many as before. */
function fromTheRight(text: string): string {
  if (text.trim() === "") return text;
  return `\u200c${text.replace(/[a-z]/gi, (letter) => HEBREW[letter.toLowerCase().charCodeAt(0) % HEBREW.length] ?? letter)}`;
}
