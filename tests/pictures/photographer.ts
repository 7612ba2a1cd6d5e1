// A browser that photographs rendered markup and says what does not fit in its place. Called by the contact sheet and its tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer";
import puppeteer from "puppeteer";
import { loadFonts } from "../../server/printer/loadFonts.ts";

export interface Frame {
  readonly width: number;
  readonly height: number;
}

export interface Photographer {
  /** Shows markup in a frame of CSS pixels. Resolves when the letters are there. */
  show(markup: string, frame: Frame): Promise<Page>;
  /** Elements whose words do not fit where they stand, as "card-title: 12px too high". */
  overflowing(page: Page): Promise<string[]>;
  close(): Promise<void>;
}

const STYLES = ["tokens.css", "card.css", "cardPortrait.css", "pair.css", "stillCards.css"];

export async function createPhotographer(projectRoot: string, browserPath: string): Promise<Photographer> {
  const browser: Browser = await puppeteer.launch({
    executablePath: browserPath,
    args: process.getuid?.() === 0 ? ["--no-sandbox", "--hide-scrollbars"] : ["--hide-scrollbars"],
  });
  const styles = STYLES.map((file) => readFileSync(join(projectRoot, "templates", "parts", file), "utf8")).join("\n");
  const fonts = await loadFonts(projectRoot);
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${fonts}\n${styles}\nhtml,body{margin:0;height:100%}</style><body></body>`,
  );
  return {
    async show(markup, { width, height }) {
      await page.setViewport({ width, height });
      await page.evaluate(async (html) => {
        document.body.innerHTML = html;
        await document.fonts.ready;
      }, markup);
      return page;
    },
    overflowing: (shown) => shown.evaluate(findOverflow),
    close: () => browser.close(),
  };
}

/** Runs in the page: words beyond their box, boxes beyond the glass, boxes over each other. */
function findOverflow(): string[] {
  const found: string[] = [];
  const glass = document.documentElement.getBoundingClientRect();
  const name = (element: Element) => `${element.className} "${(element.textContent ?? "").slice(0, 30)}"`;
  for (const box of document.querySelectorAll(
    "[class^='card-'], [class^='still-'], [class^='half'], [class^='pair-'], .qr",
  )) {
    const around = box.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(box);
    const inside = range.getBoundingClientRect();
    if (around.width === 0 || inside.width === 0) continue;
    if (inside.right > around.right + 1.5 || inside.left < around.left - 1.5)
      found.push(`${name(box)}: too wide by ${Math.round(inside.right - around.right)}`);
    // Letters may reach a little above and below their line.
    const leading = Number.parseFloat(getComputedStyle(box).fontSize) * 0.35;
    if (inside.bottom > around.bottom + leading)
      found.push(`${name(box)}: too high by ${Math.round(inside.bottom - around.bottom)}`);
    if (around.right > glass.right + 1 || around.bottom > glass.bottom + 1 || around.left < -1 || around.top < -1)
      found.push(`${name(box)}: beyond the glass`);
  }
  const blocks = [
    ...document.querySelectorAll(
      ".card-title, .card-mark, .card-reserved-to, .card-fact, .card-text, .card-take, .card-foot, .card-band, .half-take, .half-foot, .half-band, .pair-foot",
    ),
  ];
  blocks.forEach((one, index) => {
    for (const other of blocks.slice(index + 1)) {
      const a = one.getBoundingClientRect();
      const b = other.getBoundingClientRect();
      if (a.height === 0 || b.height === 0) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 2) found.push(`${name(one)} over ${name(other)}`);
    }
  });
  return found;
}
