// Every page, dialog and bar of the desk, and the shortest way to it: by addresses and by what things are, never by their words, so that it holds in every
// language. Called by the accessibility tests, the daily sample and the whole.
import type { Page } from "puppeteer";
import { codeOf } from "../../server/domain/code.ts";
import { USUAL_PROFILE } from "../../server/domain/display.ts";
import type { Posting } from "../../server/domain/posting.ts";
import { SECTIONS, type Section } from "../../server/domain/section.ts";
import { saveWorking } from "../../server/services/saveWorking.ts";
import { aContent, aPosting, chief } from "../builders.ts";
import { keys } from "./deskBrowser.ts";
import type { RunningDesk } from "./startDesk.ts";

export interface View {
  readonly name: string;
  /** Below /admin/. */
  readonly path: string;
  /** What shows that the page stands. */
  readonly ready: string;
  /** From the page to what is looked at. */
  readonly open?: (page: Page) => Promise<unknown>;
  /** Looked at every day; the others in the full run. */
  readonly daily?: true;
}

const dialog = (page: Page) => page.waitForSelector("dialog[open]");
const press = async (page: Page, selector: string) => {
  await page.waitForSelector(selector);
  await page.$eval(selector, (one) => (one as HTMLElement).click());
};
const pressed = (selector: string) => async (page: Page) => {
  await press(page, selector);
  await dialog(page);
};

/** What the pages need beside postings: a display, a wall with a sheet, notes, a term. */
export async function furnishDesk({ house }: RunningDesk): Promise<void> {
  const now = Date.now();
  const display = { id: "d1", office: "lecce", name: "Sala d'attesa", profile: USUAL_PROFILE, pairedAt: now };
  await house.store.write("system:test", now, async (tx) => {
    await tx.displays.putDisplay({ ...display, pairedBy: "admin", revokedAt: null, wish: null });
    await tx.paper.putWall({ id: "W1", office: "lecce", name: "Ingresso", removed: false });
    await tx.record("display.paired", "d1");
  });
  await house.mirror.catchUp();
}

/** Titles carry their number, so that a search can be checked. */
export function manyPostings(count: number): Posting[] {
  const now = Date.now();
  const postings: Posting[] = [];
  for (let value = 40_000; postings.length < count; value += 1) {
    const code = codeOf(value);
    if (code === null) continue;
    const n = postings.length;
    const section = SECTIONS[n % SECTIONS.length] ?? "vacancy";
    const content = aContent(`Annuncio numero ${n}`, fullest(section), section);
    const at = now - n * 1000;
    postings.push(
      aPosting(code, n % 2 === 0 ? "lecce" : "gallipoli", content, at, { changedAt: at, demonstration: true }),
    );
  }
  return postings;
}

function fullest(section: Section) {
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

const SHEET = "Titolo;Posti;Scadenza\nCuoco;2;31/12/2030\nBarista;tanti;mai";

export function deskViews(desk: RunningDesk, postings: readonly Posting[]): View[] {
  const codeIn = (section: Section) => postings.find((one) => one.published?.content.section === section)?.code ?? "";
  const posting = (name: string, open: View["open"], section: Section = "vacancy"): View => ({
    name,
    path: `postings/${codeIn(section)}`,
    ready: ".posting-form",
    ...(open === undefined ? {} : { open }),
  });
  const list = (name: string, open: View["open"]): View => ({
    name,
    path: "postings",
    ready: "tbody tr",
    ...(open === undefined ? {} : { open }),
  });
  const choose = async (page: Page) => {
    await page.$$eval("td.column-choose input", (boxes) => {
      for (const box of boxes.slice(0, 5)) (box as HTMLElement).click();
    });
    await page.waitForSelector(".bulk-bar");
  };
  const bulk =
    (n: number): View["open"] =>
    async (page) => {
      await choose(page);
      await pressed(`.bulk-bar > button:nth-of-type(${n})`)(page);
    };
  return [
    { name: "today", path: "", ready: ".today-columns", daily: true },
    { name: "note dialog", path: "", ready: ".today-columns", open: pressed(".notes > button") },
    {
      name: "tour",
      path: "",
      ready: ".tour-offer",
      open: async (page) => {
        await press(page, ".tour-offer");
        await page.waitForSelector(".tour");
      },
      daily: true,
    },
    {
      name: "demonstration",
      path: "",
      ready: ".today-columns",
      open: pressed(".demonstration > button:not(.tour-offer)"),
    },
    {
      name: "shortcuts",
      path: "",
      ready: ".today-columns",
      open: async (page) => {
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await keys(page, "?");
        await dialog(page);
      },
    },
    list("list", undefined),
    list("bulk bar", choose),
    ...[1, 2, 3, 4].map((n) => list(`bulk dialog ${n}`, bulk(n))),
    list("print dialog of several", async (page) => {
      await choose(page);
      await pressed(".bulk-bar [data-opens=print]")(page);
    }),
    { name: "new", path: "postings/new", ready: "#new-title" },
    ...SECTIONS.map(
      (section): View => ({
        ...posting(section, undefined, section),
        ...(section === "targeted" ? { daily: true } : {}),
      }),
    ),
    posting("history", pressed(".posting-links button:not([data-opens])")),
    posting("model", pressed(".posting-links button:last-of-type")),
    posting("all previews", async (page) => {
      await pressed(".previews > p button")(page);
      await page.waitForFunction(() => document.querySelectorAll("dialog iframe").length >= 12, { timeout: 60_000 });
    }),
    posting("print dialog", pressed("[data-opens=print]")),
    posting("post texts", pressed("[data-opens=post]")),
    posting("publish", async (page) => {
      await page.type("#field-positions", "7");
      await keys(page, "Control", "Enter");
      await dialog(page);
    }),
    posting("close", async (page) => {
      await page.$$eval(".lifecycle-buttons button", (all) => (all.at(-2) as HTMLElement).click());
      await dialog(page);
    }),
    posting("a field in error", async (page) => {
      await page.type("#field-job-pay-max", "3");
      await page.waitForSelector("[aria-invalid=true]");
    }),
    {
      ...posting(
        "conflict",
        async (page) => {
          const code = codeIn("training");
          const before = desk.house.mirror.entry(code)?.posting;
          const content = before?.working ?? before?.published?.content;
          if (before === undefined || content === undefined) throw new Error("the posting is gone");
          await saveWorking(desk.house, chief, code, before.revision, {
            ...content,
            reference: `colleague ${before.revision}`,
          });
          await page.type("#field-positions", "8");
          await dialog(page);
        },
        "training",
      ),
      daily: true,
    },
    {
      name: "board",
      path: "board",
      ready: "#content h1",
      open: async (page) => {
        await page.select(".office-choice select", "lecce");
        await page.waitForSelector(".board-lines li");
      },
    },
    { name: "calendar", path: "calendar?view=month", ready: ".calendar-days" },
    { name: "numbers", path: "numbers", ready: ".figures" },
    { name: "offices", path: "offices", ready: ".postings tbody tr" },
    {
      name: "office",
      path: "offices/lecce",
      ready: ".office-places li",
      open: async (page) => {
        for (const n of [1, 2]) await press(page, `.visit-form > fieldset > button:nth-of-type(${n})`);
        await page.waitForSelector(".visit-form .office-row:nth-of-type(1)");
      },
    },
    {
      name: "import",
      path: "import",
      ready: "#content form",
      open: async (page) => {
        await page.type("textarea", SHEET);
        await press(page, "#content form button[type=submit]");
        await page.waitForSelector("#content section h2[tabindex]");
      },
      daily: true,
    },
    { name: "queue", path: "translations", ready: "#content h1" },
    { name: "sheet", path: `translations/${codeIn("vacancy")}/en`, ready: "textarea", daily: true },
    { name: "glossary", path: "translations/glossary", ready: "#content h1" },
    { name: "files", path: "translations/files", ready: "#exchange-back" },
    { name: "translators' numbers", path: "translations/numbers", ready: "#content h1" },
    { name: "machine", path: "translations/machine", ready: "#content h1" },
    { name: "displays", path: "displays", ready: "table.displays tbody tr" },
    {
      name: "display dialog",
      path: "displays",
      ready: "table.displays tbody tr",
      open: pressed("table.displays tbody button"),
    },
    {
      name: "urgent form",
      path: "displays",
      ready: "table.displays tbody tr",
      open: async (page) => {
        await press(page, ".urgents > button");
        await page.waitForSelector(".urgent-form");
      },
    },
    { name: "pair", path: "displays/pair", ready: "#content form" },
    { name: "wall", path: "wall", ready: "#walls-title" },
    { name: "people", path: "people", ready: "#content table tbody tr" },
    {
      name: "person dialog",
      path: "people",
      ready: "#content table tbody tr",
      open: pressed("#content .page-head button"),
    },
    { name: "log", path: "log", ready: "#content table tbody tr" },
    { name: "rules", path: "rules", ready: "#content form, #content fieldset" },
    { name: "me", path: "me", ready: "#content h1" },
  ];
}

/** Opens a view in a language, afresh. */
export async function showView(page: Page, origin: string, view: View, locale: string): Promise<void> {
  await page.evaluate((chosen) => {
    localStorage.setItem("desk.locale", chosen);
    localStorage.setItem("desk.office", "lecce");
    sessionStorage.removeItem("desk.tour");
  }, locale);
  // A form with something unsaved asks before it is left; the browser's question is answered by whoever opened the page.
  await page.goto(`${origin}/admin/${view.path}`);
  await page.waitForSelector(view.ready);
  try {
    await view.open?.(page);
  } catch (error) {
    throw new Error(`the view "${view.name}" did not open`, { cause: error });
  }
}
