// The unit paper is measured in: one resident page of puppeteer, its content swapped, printed; nothing checked, nothing finished.
// Called by the benchmarks of paper.
import type { Browser } from "puppeteer";
import puppeteer from "puppeteer";
import { runsAsRoot } from "../../server/printer/launchBrowser.ts";
import type { PrintJob } from "../../server/printer/printer.ts";

export interface BarePage {
  readonly browser: Browser;
  print(job: PrintJob): Promise<unknown>;
}

export async function openBarePage(path: string, fontCss: string): Promise<BarePage> {
  const args = runsAsRoot() ? ["--no-sandbox"] : [];
  const headless = path.includes("headless-shell") ? "shell" : true;
  const browser = await puppeteer.launch({ executablePath: path, headless, args, pipe: true });
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><style>${fontCss}</style><style id="job"></style><body></body>`);
  await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())).then(() => undefined));
  return {
    browser,
    async print({ html, css }) {
      const sheet = `@page{size:A4;margin:0}html{font-family:"Titillium Web"}body{margin:0}\n${css}`;
      await page.evaluate(
        (inside, style) => {
          const job = document.getElementById("job");
          if (job !== null) job.textContent = style;
          document.body.innerHTML = inside;
        },
        html,
        sheet,
      );
      return page.pdf({ preferCSSPageSize: true, printBackground: true });
    },
  };
}
