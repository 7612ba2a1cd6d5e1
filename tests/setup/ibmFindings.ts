// Every violation IBM's equal-access engine finds on a page as it stands. Called by the accessibility tests of desk and public pages.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer";

const ENGINE = readFileSync(createRequire(import.meta.url).resolve("accessibility-checker-engine/ace.js"), "utf8");
const RUN =
  "new ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']).then((report) => report.results.filter(({ value: [kind, met] }) => kind === 'VIOLATION' && met === 'FAIL').map(({ ruleId, message, snippet }) => 'IBM ' + ruleId + ': ' + message + ' ' + snippet))";

/** The page's content policy lets no script of ours in: injected by the test's own channel. */
export async function ibmFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate("typeof ace !== 'undefined'"))) await page.evaluate(ENGINE);
  return (await page.evaluate(RUN)) as string[];
}
