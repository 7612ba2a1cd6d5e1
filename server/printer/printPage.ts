// The resident page: opened once with the fonts loaded, then only its content is swapped for each job, which is
// eight times cheaper than a page a job. chromiumPrinter opens it, prints through it and renews it.
import { deflateRawSync } from "node:zlib";
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
  let styled: string | null = null;
  return {
    get printed() {
      return printed;
    },
    print: (job) => {
      printed += 1;
      const css = styleOf(job);
      const changed = css === styled ? null : css;
      styled = css;
      return Promise.race([swapAndPrint(page, job, changed), crashed]);
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

const styleOf = ({ format, css }: PrintJob): string =>
  `@page{size:${PAPER[format]};margin:0}html{font-family:"Titillium Web";print-color-adjust:exact}body{margin:0}\n${css}`;

/** @param css null: as at the print before */
async function swapAndPrint(page: Page, { html, lang, title }: PrintJob, css: string | null): Promise<Uint8Array> {
  // What is said to the page goes through three processes as text and is read by its script engine as source:
  // packed it costs a quarter, a tenth of the whole print of an index.
  await page.evaluate(swapContent, deflateRawSync(html, { level: 1 }).toString("base64"), css, lang, title);
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
async function swapContent(packed: string, css: string | null, lang: string, title: string): Promise<void> {
  const job = document.getElementById("job");
  if (!job) throw new Error("The resident page has lost its frame");
  // Browsers older than 140 lack the first way, which is the quicker.
  const bytes =
    "fromBase64" in Uint8Array
      ? (Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> }).fromBase64(packed)
      : Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const unpacked = new DecompressionStream("deflate-raw");
  const writer = unpacked.writable.getWriter();
  void writer.write(bytes);
  void writer.close();
  const reader = unpacked.readable.getReader();
  const decoder = new TextDecoder();
  let html = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    html += decoder.decode(part.value, { stream: true });
  }
  const parsed = document.createElement("template");
  parsed.innerHTML = html;
  const forbidden = "script,meta,base,link,iframe,frame,object,embed,video,audio,source,track,portal,form";
  for (const element of parsed.content.querySelectorAll(forbidden)) element.remove();
  document.documentElement.lang = lang;
  document.title = title;
  if (css !== null) job.textContent = css;
  document.body.replaceChildren(parsed.content);
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}
