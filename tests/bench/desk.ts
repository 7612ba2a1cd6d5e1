// The desk: a first posting from sign-in to taking it down, counted by the keystroke-level model against two minutes, by mouse and by keyboard
// alone; and how fast a list of 5,000 postings answers each letter typed. The real server as a process, the real desk in a real browser. Called by run.ts.
import type { Page } from "puppeteer";
import { launchBrowser, openDesk, signIn } from "../admin/deskBrowser.ts";
import { firstPosting } from "../admin/firstPosting.ts";
import { createHand, KLM, totalOf } from "../admin/hand.ts";
import { type BenchHouse, startBenchHouse } from "./house.ts";
import { median, ms, printTable, quantile } from "./table.ts";

const POSTINGS = 5000;
const LIMIT_SECONDS = 120;
const LIMIT_TYPING = 100;
const TYPED = ["camer", "saldatrice", "infermieri gallipoli", "magazzino nardò", "ditta 4321"];

export async function benchDesk(): Promise<void> {
  const launched = await launchBrowser();
  const house = await startBenchHouse();
  try {
    await house.emptyBoards();
    for (const by of ["mouse", "keys"] as const) await countSteps(house, launched.browser, by);
    await typing(house, launched.browser);
  } finally {
    await launched.close();
    await house.end();
  }
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

/** From a key to the frame that shows its answer, in the page itself. */
async function typing(house: BenchHouse, browser: Browser): Promise<void> {
  await house.importRows(rows());
  const { page } = await openDesk(browser, `http://localhost:${house.port}/admin/`);
  await signIn(page, house.staff.login, house.staff.password);
  await page.goto(`http://localhost:${house.port}/admin/postings`);
  await page.waitForSelector("table.postings tbody tr", { timeout: 60_000 });
  const all: number[] = [];
  for (const text of TYPED) all.push(...(await lettersOf(page, text)));
  const p95 = quantile(all, 0.95);
  printTable(`The list of ${POSTINGS} postings, from a key to the painted answer (${all.length} keys)`, [
    {
      what: "median",
      ours: ms(median(all)),
      limit: ms(LIMIT_TYPING),
      ratio: (median(all) / LIMIT_TYPING).toFixed(2),
      within: median(all) <= LIMIT_TYPING,
    },
    {
      what: "p95",
      ours: ms(p95),
      limit: ms(LIMIT_TYPING),
      ratio: (p95 / LIMIT_TYPING).toFixed(2),
      within: p95 <= LIMIT_TYPING,
    },
  ]);
}

async function lettersOf(page: Page, text: string): Promise<number[]> {
  await page.click("input[type=search]", { count: 3 });
  await page.keyboard.press("Backspace");
  await new Promise((done) => setTimeout(done, 500));
  const times: number[] = [];
  for (let at = 1; at <= text.length; at += 1) {
    const wanted = text.slice(0, at).trim();
    const painted = page.evaluate(
      (q) =>
        new Promise<number>((done) => {
          const begun = performance.now();
          const look = () => {
            const asked = new URLSearchParams(location.search).get("q") ?? "";
            const table = document.querySelector(".postings");
            const settled =
              table === null ? document.querySelector(".empty") !== null : table.getAttribute("aria-busy") === "false";
            if (asked === q && settled) requestAnimationFrame(() => done(performance.now() - begun));
            else if (performance.now() - begun > 5000) done(performance.now() - begun);
            else requestAnimationFrame(look);
          };
          document
            .querySelector("input[type=search]")
            ?.addEventListener("input", () => requestAnimationFrame(look), { once: true });
        }),
      wanted,
    );
    await page.keyboard.type(text[at - 1] ?? "");
    times.push(await painted);
  }
  return times;
}

function rows(): object[] {
  const works = ["Cameriere di sala", "Saldatrice", "Infermiere", "Magazziniere", "Barista", "Operaio edile"];
  const towns = ["Lecce", "Gallipoli", "Nardò", "Maglie", "Otranto"];
  return Array.from({ length: POSTINGS }, (_, at) => ({
    kind: "vacancy",
    title: works[at % works.length],
    employer: `Ditta ${at} srl`,
    place: { municipality: towns[at % towns.length], province: "LE" },
  }));
}
