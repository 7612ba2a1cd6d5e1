// What ships to a lobby: small, for old engines, without validators, asking nothing of strangers.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtKiosk } from "./builtKiosk.ts";

/** Newer than Chromium 79, and no build step adds them. */
const TOO_NEW = [
  ".replaceAll(",
  ".at(-",
  ".findLast(",
  ".findLastIndex(",
  ".toSorted(",
  ".toReversed(",
  ".toSpliced(",
  ".with(",
  "Object.hasOwn(",
  "Object.groupBy(",
  "structuredClone(",
  "AbortSignal.timeout(",
  "AbortSignal.any(",
  "randomUUID(",
  "Promise.any(",
  "Promise.withResolvers(",
  "WeakRef(",
  "Array.fromAsync(",
  ".replaceChildren(",
];

/** The first hit with its surroundings, never the whole file. */
function found(text: string, pattern: RegExp): string | null {
  const hit = pattern.exec(text);
  return hit === null ? null : text.slice(Math.max(0, hit.index - 40), hit.index + 60);
}

describe("the built display", () => {
  let kiosk: Awaited<ReturnType<typeof builtKiosk>>;
  const files = new Map<string, Buffer>();
  const all = (ending: string) =>
    [...files].filter(([name]) => name.endsWith(ending)).map(([, bytes]) => bytes.toString());

  beforeAll(async () => {
    kiosk = await builtKiosk();
    const assets = join(kiosk.folder, "assets");
    for (const name of await readdir(assets)) files.set(name, await readFile(join(assets, name)));
  }, 120_000);
  afterAll(() => kiosk?.remove());

  it("carries no validator", () => {
    for (const script of all(".js")) expect(found(script, /ZodError|_zod|invalid_type/)).toBeNull();
  });

  it("lobby 10: keeps nothing in localStorage, by whatever way it might be reached", () => {
    for (const script of all(".js")) expect(found(script, /\b(local|session)Storage\b/)).toBeNull();
    expect(all(".js").some((script) => script.includes("indexedDB"))).toBe(true);
  });

  it("uses nothing an engine of 2020 lacks", () => {
    for (const script of all(".js")) {
      expect(TOO_NEW.filter((name) => script.includes(name))).toEqual([]);
      expect(found(script, /[\w)\]]\?\.[A-Za-z_$([]|[\w)\]] ?\?\?/)).toBeNull();
    }
    for (const css of all(".css")) {
      expect(
        found(css, /@layer|:has\(|:is\(|:where\(|aspect-ratio|inset:|oklch|color-mix|:focus-visible|\d[dsl]v[wh]\b/),
      ).toBeNull();
      // Gaps between flex items came with Chromium 84; between grid cells they are old.
      for (const [rule] of css.matchAll(/\{[^{}]*\}/g))
        if (/display:\s*(inline-)?flex/.test(rule)) expect(found(rule, /[^-]gap:/)).toBeNull();
    }
  });

  it("names no other server", () => {
    // Names of drawing languages, and the link in a message of the socket library: nothing is fetched from them.
    const known = ["http://www.w3.org", "https://socket.io"];
    const named = [...all(".js"), ...all(".css")].flatMap((text) => text.match(/https?:\/\/[\w.-]+/g) ?? []);
    expect(named.filter((address) => !known.includes(address))).toEqual([]);
  });

  it("has nothing inlined that a strict content policy refuses", async () => {
    const page = await readFile(join(kiosk.folder, "index.html"), "utf8");
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|data:/);
    for (const css of all(".css")) expect(found(css, /url\(["']?data:/)).toBeNull();
    for (const script of all(".js")) expect(found(script, /\beval\(|new Function\(/)).toBeNull();
  });

  it("stays small: the program and its first language", () => {
    const size = (name: RegExp) =>
      [...files]
        .filter(([file]) => name.test(file))
        .reduce((sum, [, bytes]) => sum + brotliCompressSync(bytes).length, 0);
    const program = size(/^index-.*\.js$/);
    const styles = size(/\.css$/);
    const language = size(/^words-.*\.js$/) / 4;
    const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
    process.stdout.write(
      `display, brotli: program ${kilobytes(program)} kB, styles ${kilobytes(styles)} kB, a language ${kilobytes(language)} kB\n`,
    );
    // speed 24: 1.35 × what preact, i18next and socket.io-client weigh alone (bench lobby program measures both).
    expect(program).toBeLessThan(41_600);
    expect(language).toBeGreaterThan(2_000);
    expect(language).toBeLessThan(9_000);
  });
});
