// The desk: a first posting from sign-in to taking it down, counted by the keystroke-level model against two minutes, by mouse and by keyboard
// alone; how soon a change is saved; how fast a list of 5,000 postings answers each letter typed, and the morning page of as many; what 10,000 broken rows cost.
// The real server as a process, the real desk in a real browser. Called by run.ts.
import { readFileSync } from "node:fs";
import type { Page } from "puppeteer";
import { launchBrowser, openDesk, signIn } from "../admin/deskBrowser.ts";
import { firstPosting } from "../admin/firstPosting.ts";
import { createHand, KLM, totalOf } from "../admin/hand.ts";
import { saving } from "./deskSaving.ts";
import { type BenchHouse, startBenchHouse } from "./house.ts";
import { median, ms, printTable, quantile } from "./table.ts";
import { untilCalm } from "./untilCalm.ts";

const POSTINGS = 5000;
const LIMIT_SECONDS = 120;
const LIMIT_TYPING = 100;
const LIMIT_MORNING = 300;
const BROKEN_ROWS = 10_000;
const LIMIT_IMPORT_SECONDS = 30;
const LIMIT_IMPORT_MEGABYTES = 300;
const TYPED = ["camer", "saldatrice", "infermieri gallipoli", "magazzino nardò", "ditta 4321"];

/** Each on a house of 5,000 postings but the first, which begins on an empty board. */
export const DESK_PARTS = { steps, saving, typing, morning, rows: brokenRows };

export async function benchDesk(parts: readonly string[] = []): Promise<void> {
  const wanted = Object.entries(DESK_PARTS).filter(([name]) => parts.length === 0 || parts.includes(name));
  const launched = await launchBrowser();
  const house = await startBenchHouse();
  try {
    await house.emptyBoards();
    if (wanted.some(([name]) => name === "steps")) await steps(house, launched.browser);
    if (wanted.some(([name]) => name !== "steps")) await house.importRows(manyRows());
    await untilCalm(house.program.pid);
    for (const [name, measure] of wanted) if (name !== "steps") await measure(house, launched.browser);
  } finally {
    await launched.close();
    await house.end();
  }
}

async function steps(house: BenchHouse, browser: Browser): Promise<void> {
  for (const by of ["mouse", "keys"] as const) await countSteps(house, browser, by);
}

type Browser = Awaited<ReturnType<typeof launchBrowser>>["browser"];

async function countSteps(house: BenchHouse, browser: Browser, by: "mouse" | "keys"): Promise<void> {
  const origin = `http://localhost:${house.port}`;
  const { page } = await openDesk(browser, `${origin}/admin/`);
  const hand = createHand(page);
  const { login, password } = house.staff;
  await firstPosting({ hand, origin, login, password, ownPassword: null, by });
  const sum = totalOf(hand.steps);
  const waited = hand.steps.reduce((all, one) => all + one.waited, 0);
  printTable(
    `A first posting, ${by === "keys" ? "by keyboard alone" : "by mouse and keyboard"}: seconds of a person's time`,
    [
      ...hand.steps.map((one) => ({ what: one.what, ours: `${one.seconds.toFixed(1)} s`, peer: one.operators })),
      {
        what: "in all",
        ours: `${sum.toFixed(1)} s`,
        limit: `${LIMIT_SECONDS} s`,
        ratio: (sum / LIMIT_SECONDS).toFixed(2),
        within: sum <= LIMIT_SECONDS,
      },
    ],
    [
      `Keystroke-level model: ${Object.entries(KLM)
        .map(([name, value]) => `${name} ${value}`)
        .join(", ")} s. Second column: the operators, not a peer.`,
      `The house kept the person waiting ${waited.toFixed(1)} s more on this machine, drawing four posters included.`,
    ],
  );
  await page.close();
}

declare global {
  interface Window {
    /** Milliseconds of each key typed into the search, from the key to its painted answer. */
    keysAnswered: number[];
  }
}

/** From a key to the frame that shows its answer, in the page itself. */
async function typing(house: BenchHouse, browser: Browser): Promise<void> {
  const { page } = await openDesk(browser, `http://localhost:${house.port}/admin/`);
  await signIn(page, house.staff.login, house.staff.password);
  await page.goto(`http://localhost:${house.port}/admin/postings`);
  await page.waitForSelector("table.postings tbody tr", { timeout: 60_000 });
  await page.evaluate(watchKeys);
  const all: number[] = [];
  for (const text of TYPED) all.push(...(await lettersOf(page, text)));
  const p95 = quantile(all, 0.95);
  printTable(`The list of ${POSTINGS} postings, from a key to the painted answer (${all.length} keys)`, [
    limited("median", median(all), LIMIT_TYPING),
    limited("p95", p95, LIMIT_TYPING),
  ]);
  await page.close();
}

async function lettersOf(page: Page, text: string): Promise<number[]> {
  await page.focus("input[type=search]");
  await page.$eval("input[type=search]", (input) => {
    (input as HTMLInputElement).value = "";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await new Promise((done) => setTimeout(done, 500));
  const already = await page.evaluate(() => window.keysAnswered.length);
  for (const letter of text) {
    const before = await page.evaluate(() => window.keysAnswered.length);
    await page.keyboard.type(letter);
    await page.waitForFunction((known) => window.keysAnswered.length > known, { timeout: 30_000 }, before);
  }
  return page.evaluate((known) => window.keysAnswered.slice(known), already);
}

/** Measures in the page itself, from the very first key on: a listener set key by key can come later than its key. */
function watchKeys(): void {
  window.keysAnswered = [];
  let begun = 0;
  const field = document.querySelector<HTMLInputElement>("input[type=search]");
  // A letter the keyboard has no key for comes without keydown.
  for (const first of ["keydown", "beforeinput"])
    field?.addEventListener(first, ({ timeStamp }) => {
      if (begun === 0) begun = timeStamp;
    });
  field?.addEventListener("input", () => {
    if (begun === 0) return;
    const look = () => {
      const asked = new URLSearchParams(location.search).get("q") ?? "";
      const busy = document.querySelector(".postings")?.getAttribute("aria-busy");
      const settled = busy === undefined ? document.querySelector(".empty") !== null : busy === "false";
      if (asked !== field.value.trim() || !settled) return void requestAnimationFrame(look);
      requestAnimationFrame(() => {
        window.keysAnswered.push(performance.now() - begun);
        begun = 0;
      });
    };
    requestAnimationFrame(look);
  });
}

/** From asking for the morning page to its lists standing, reloaded as staff do; and what the server took of it. */
async function morning(house: BenchHouse, browser: Browser): Promise<void> {
  const { page } = await openDesk(browser, `http://localhost:${house.port}/admin/`);
  await signIn(page, house.staff.login, house.staff.password);
  await page.waitForSelector(".today-columns");
  const shown: number[] = [];
  const answered: number[] = [];
  for (let round = 0; round < 32; round += 1) {
    await page.reload();
    await page.waitForSelector(".today-columns");
    const { stands, asked } = await page.evaluate(
      () =>
        new Promise<{ stands: number; asked: number }>((done) =>
          requestAnimationFrame(() => {
            const entry = performance.getEntriesByType("resource").find(({ name }) => name.includes("/today"));
            done({ stands: performance.now(), asked: entry?.duration ?? Number.NaN });
          }),
        ),
    );
    // The first are the server's warming up.
    if (round < 2) continue;
    shown.push(stands);
    answered.push(asked);
  }
  await page.close();
  printTable(`The morning page of ${POSTINGS} postings, reloaded ${shown.length} times`, [
    { what: "the server's answer, median", ours: ms(median(answered)) },
    limited("the page stands, median", median(shown), LIMIT_MORNING),
    limited("the page stands, p95", quantile(shown, 0.95), LIMIT_MORNING),
  ]);
}

const limited = (what: string, value: number, limit: number) => ({
  what,
  ours: ms(value),
  limit: ms(limit),
  ratio: (value / limit).toFixed(2),
  within: value <= limit,
});

/** Tried on the server as staff do; its own memory and the reader's, watched from outside. */
async function brokenRows(house: BenchHouse): Promise<void> {
  const csv = `id;kind;title;office;positions;deadline\n${Array.from({ length: BROKEN_ROWS }, (_, n) => `${n};vacancy;Cuoco ${n};CPI Lecce;tanti;il mese prossimo`).join("\n")}`;
  const before = residentMegabytes(house.program.pid);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, residentMegabytes(house.program.pid) - before + childrenMegabytes(house.program.pid));
  }, 50);
  const begun = performance.now();
  const { outcome, rows: told, problems } = await house.tryRows(csv);
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(watch);
  printTable(`An import of ${BROKEN_ROWS} broken rows (${outcome}: ${told} rows told, the first ${problems} faults)`, [
    {
      what: "time",
      ours: `${seconds.toFixed(1)} s`,
      limit: `${LIMIT_IMPORT_SECONDS} s`,
      ratio: (seconds / LIMIT_IMPORT_SECONDS).toFixed(2),
      within: seconds <= LIMIT_IMPORT_SECONDS,
    },
    {
      what: "memory: the server's growth and its reader",
      ours: `${most.toFixed(0)} MB`,
      limit: `${LIMIT_IMPORT_MEGABYTES} MB`,
      ratio: (most / LIMIT_IMPORT_MEGABYTES).toFixed(2),
      within: most <= LIMIT_IMPORT_MEGABYTES,
    },
  ]);
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

function childrenMegabytes(pid: number): number {
  let sum = 0;
  for (const child of readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean)) {
    try {
      sum += residentMegabytes(Number(child));
    } catch {
      // It ended between the list and the look.
    }
  }
  return sum;
}

function manyRows(): object[] {
  const works = ["Cameriere di sala", "Saldatrice", "Infermiere", "Magazziniere", "Barista", "Operaio edile"];
  const towns = ["Lecce", "Gallipoli", "Nardò", "Maglie", "Otranto"];
  return Array.from({ length: POSTINGS }, (_, at) => ({
    kind: "vacancy",
    title: works[at % works.length],
    employer: `Ditta ${at} srl`,
    place: { municipality: towns[at % towns.length], province: "LE" },
  }));
}
