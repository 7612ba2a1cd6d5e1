// The desk's weight on its first page, and that nothing in it needs an exception of the content policy.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
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

it("its scripts, all four languages together, stay below 150 kB", () => {
  const scripts = readdirSync(join(admin, "assets")).filter((file) => file.endsWith(".js"));
  const sizes = scripts.map((file) => brotliCompressSync(readFileSync(join(admin, "assets", file))).length);
  const sum = sizes.reduce((total, size) => total + size, 0);
  console.log(`the desk's scripts with all four languages: ${(sum / 1000).toFixed(1)} kB brotli`);
  expect(sum).toBeLessThanOrEqual(SCRIPT_LIMIT);
});

it("has no inline script, style or data address in its page", () => {
  const html = readFileSync(join(admin, "index.html"), "utf8");
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\bstyle=|data:|\bon\w+=/);
  expect(html).toContain('src="/admin/assets/');
});
