// From the last key of a change in a posting to the working copy's "saved", as the person at the desk sees it (people 26). Called by desk.ts.
import type { Browser } from "puppeteer";
import { field, keys, openDesk, press, signIn } from "../admin/deskBrowser.ts";
import type { BenchHouse } from "./house.ts";
import { median, ms, printTable, quantile } from "./table.ts";

const LIMIT = 2000;
const CHANGES = 10;

export async function saving(house: BenchHouse, browser: Browser): Promise<void> {
  const { page } = await openDesk(browser, `http://localhost:${house.port}/admin/`);
  await signIn(page, house.staff.login, house.staff.password);
  await page.goto(`http://localhost:${house.port}/admin/postings/new`);
  await (await field(page, "Titolo")).type("Magazziniere");
  await press(page, "Comincia");
  await page.waitForSelector(".posting-form");
  const all: number[] = [];
  for (let change = 0; change < CHANGES; change += 1) {
    await (await field(page, "Titolo")).focus();
    await keys(page, "End");
    await page.evaluate(() => {
      window.lastKey = 0;
      window.savedAfter = null;
      addEventListener("keydown", ({ timeStamp }) => {
        window.lastKey = timeStamp;
      });
      // Saved is what names an hour, once a change was seen to wait.
      const note = document.querySelector(".save-note");
      const look = () => {
        if (window.lastKey > 0 && /\d\d[:.]\d\d/.test(note?.textContent ?? ""))
          requestAnimationFrame(() => {
            window.savedAfter = performance.now() - window.lastKey;
          });
        else requestAnimationFrame(look);
      };
      addEventListener("input", () => requestAnimationFrame(() => requestAnimationFrame(look)), { once: true });
    });
    await page.keyboard.type(" a");
    const measured = await page.waitForFunction(() => window.savedAfter, { timeout: 30_000 });
    all.push(Number(await measured.jsonValue()));
  }
  await page.close();
  printTable(`A change to a posting, from its last key to "saved" (${all.length} changes)`, [
    limited("median", median(all)),
    limited("slowest", quantile(all, 1)),
  ]);
}

const limited = (what: string, value: number) => ({
  what,
  ours: ms(value),
  limit: ms(LIMIT),
  ratio: (value / LIMIT).toFixed(2),
  within: value <= LIMIT,
});

declare global {
  interface Window {
    lastKey: number;
    savedAfter: number | null;
  }
}
