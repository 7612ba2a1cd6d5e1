// The resident page: opened once with the fonts loaded, then only its content is swapped for each job, which is
// eight times cheaper than a page a job. chromiumPrinter opens it, prints through it and renews it.
import type { Browser, Page } from "puppeteer";
import type { PrintJob } from "./printer.ts";

export interface PrintPage {
  /** How many jobs went through this page. */
  readonly printed: number;
  /** Raw PDF of the browser. Rejects at once when the renderer crashes. Has no time limit of its own. */
  print(job: PrintJob): Promise<Uint8Array>;
  close(): Promise<void>;
}

const CSP = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** @param fontCss the @font-face rules with data addresses */
export async function openPrintPage(browser: Browser, fontCss: string): Promise<PrintPage> {
  const page = await browser.newPage();
  const crashed = new Promise<never>((_, reject) => page.once("error", reject));
  crashed.catch(() => undefined);
  await wallIn(page);
  await page.setContent(emptyDocument(fontCss), { waitUntil: "load" });
  // Loaded here for good: waiting for fonts at each print can hang in a page that is not in front.
  await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())).then(() => undefined));
  let printed = 0;
  return {
    get printed() {
      return printed;
    },
    print: (job) => {
      printed += 1;
      return Promise.race([swapAndPrint(page, job), crashed]);
    },
    close: () => page.close(),
  };
}

// Each of these alone has been seen to let something out; the launch arguments are the wall behind them.
async function wallIn(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on("request", (request) => void request.abort("blockedbyclient").catch(() => undefined));
  await page.setOfflineMode(true);
}

// Nobody looks at this page: laying it out for a screen, before and after each print, cost as much as a fifth of the print.
const UNSEEN = "@media screen{body{display:none!important}}";

const emptyDocument = (fontCss: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CSP}">` +
  `<title></title><style>${fontCss}${UNSEEN}</style><style id="job"></style></head><body></body></html>`;

const PAPER = { a4: "A4", a3: "A3", a6: "105mm 148mm" } as const;

async function swapAndPrint(page: Page, job: PrintJob): Promise<Uint8Array> {
  const css = `@page{size:${PAPER[job.format]};margin:0}html{font-family:"Titillium Web";print-color-adjust:exact}body{margin:0}\n${job.css}`;
  await page.evaluate(swapContent, job.html, css, job.lang, job.title);
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: false,
    waitForFonts: false,
    timeout: 0,
  });
}

// Runs inside the page. The content is parsed inert and cleaned first: a refresh or a link element would act when inserted.
async function swapContent(html: string, css: string, lang: string, title: string): Promise<void> {
  const job = document.getElementById("job");
  if (!job) throw new Error("The resident page has lost its frame");
  const parsed = document.createElement("template");
  parsed.innerHTML = html;
  const forbidden = "script,meta,base,link,iframe,frame,object,embed,video,audio,source,track,portal,form";
  for (const element of parsed.content.querySelectorAll(forbidden)) element.remove();
  document.documentElement.lang = lang;
  document.title = title;
  job.textContent = css;
  document.body.replaceChildren(parsed.content);
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}
