// Every finding of axe on the desk's page as it stands, light and dark. Called by the desk's journeys.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "puppeteer";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const THEMES = ["light", "dark"] as const;

export async function axeFindings(
  page: Page,
  where: string,
  themes: readonly (typeof THEMES)[number][] = THEMES,
): Promise<string[]> {
  const found: string[] = [];
  for (const theme of themes) {
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: theme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    // Injected by the test's own channel: the page's content policy would refuse a script tag, and should.
    await page.evaluate(AXE);
    const results = (await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: (context: Document, options: object) => Promise<unknown> } };
      const rules = { "target-size": { enabled: true } };
      return axe.run(document, { iframes: false, rules, resultTypes: ["violations"] });
    })) as AxeResults;
    for (const { id, nodes } of results.violations)
      found.push(
        ...nodes.map((node) => `${where} (${theme}): ${id} ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`),
      );
  }
  return found;
}
