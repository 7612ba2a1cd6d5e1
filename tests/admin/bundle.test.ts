// The desk's weight on its first page, and that nothing in it needs an exception of the content policy.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CORE_LOCALES } from "../../server/domain/locale.ts";
import { builtProject } from "./startDesk.ts";

/** Bytes, brotli. */
const SCRIPT_LIMIT = 150_000;

let project: Awaited<ReturnType<typeof builtProject>>;
let admin: string;
beforeAll(async () => {
  project = await builtProject();
  admin = join(project.folder, "dist/admin");
}, 120_000);
afterAll(() => project?.remove());

interface Part {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

it("its first page, in the longest of the four languages, stays below 150 kB", () => {
  const parts = JSON.parse(readFileSync(join(admin, ".vite/manifest.json"), "utf8")) as Record<string, Part>;
  const weigh = (file: string) => brotliCompressSync(readFileSync(join(admin, file))).length;
  const needed = new Set<string>();
  const take = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const one of parts[name]?.imports ?? []) take(one);
  };
  for (const [name, part] of Object.entries(parts)) if (part.isEntry) take(name);
  const scripts = [...needed].reduce((sum, name) => sum + weigh(parts[name]?.file ?? ""), 0);
  const words = CORE_LOCALES.map((locale) =>
    Object.keys(parts)
      .filter((name) => name.includes(`locales/${locale}/`))
      .reduce((sum, name) => sum + weigh(parts[name]?.file ?? ""), 0),
  );
  const sum = scripts + Math.max(...words);
  console.info(
    `the desk's first page: ${(sum / 1000).toFixed(1)} kB brotli, ${(scripts / 1000).toFixed(1)} of it program`,
  );
  expect(needed.size).toBeGreaterThan(0);
  expect(Math.max(...words)).toBeGreaterThan(5000);
  expect(sum).toBeLessThanOrEqual(SCRIPT_LIMIT);
});

it("has no inline script, style or data address in its page", () => {
  const html = readFileSync(join(admin, "index.html"), "utf8");
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\bstyle=|data:|\bon\w+=/);
  expect(html).toContain('src="/admin/assets/');
});
