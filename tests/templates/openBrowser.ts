// A real Chromium for one test file of templates, closed when the file is done. Called at the top of a file, inside describeWith(["browser"]).
import type { Browser } from "puppeteer";
import puppeteer from "puppeteer";
import { afterAll, beforeAll } from "vitest";
import { findBrowser } from "../../server/printer/findBrowser.ts";

export function openBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const found = await findBrowser(process.env.PUPPETEER_EXECUTABLE_PATH);
    browser = await puppeteer.launch({
      executablePath: found?.path ?? "",
      pipe: true,
      args: ["--hide-scrollbars", "--font-render-hinting=none", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    });
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error("the browser is not open yet");
    return browser;
  };
}
