// What ships to a lobby: small, for old engines, without validators, asking nothing of strangers.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { type AnyNode, parse } from "acorn";
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

/**
 * All that the styles use, each known to Chromium 79 or without harm where it is not: scrollbar-width stands beside ::-webkit-scrollbar, and the three of
 * -webkit- are about fingers and fonts. What is not here was never looked up: find out since when engines know it before it is added.
 */
const KNOWN_STYLES = {
  property:
    "-webkit-font-smoothing -webkit-tap-highlight-color -webkit-touch-callout align-content align-items align-self animation background border border-bottom border-color border-inline-start border-radius border-style border-top bottom box-sizing break-inside color cursor display flex flex-direction font-family font-kerning font-size font-variant-numeric font-weight grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-column-gap grid-gap grid-row-gap grid-template-areas grid-template-columns grid-template-rows height justify-content justify-self left letter-spacing line-height list-style margin margin-bottom margin-inline-end margin-inline-start margin-right margin-top max-width min-height min-width opacity outline outline-offset overflow overflow-wrap overflow-x overflow-y overscroll-behavior padding padding-bottom padding-inline-end padding-inline-start padding-top position right scrollbar-width text-align top touch-action transform user-select -webkit-user-select vertical-align white-space width",
  rule: "media keyframes",
  selector:
    ":active :disabled :focus ::-webkit-scrollbar :last-child :empty :before ::before :after ::after :root :nth-child(3) :first-child",
  function: "var calc minmax repeat translateY",
  unit: "px em pt mm fr s ms %",
  media: "(orientation:portrait) print (prefers-reduced-motion:reduce)",
};

/** What a style sheet uses, of each kind, each once. */
function usedStyles(css: string): Record<keyof typeof KNOWN_STYLES, Set<string>> {
  const used = {
    property: new Set<string>(),
    rule: new Set<string>(),
    selector: new Set<string>(),
    function: new Set<string>(),
    unit: new Set<string>(),
    media: new Set<string>(),
  };
  for (const [, rule = "", what = ""] of css.matchAll(/@([\w-]+)([^{;]*)/g)) {
    used.rule.add(rule);
    if (rule === "media") used.media.add(what.trim());
  }
  for (const [, selectors = "", body = ""] of css.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    for (const [sign] of selectors.replace(/@[^{]*/, "").matchAll(/::?[\w-]+(\([^)]*\))?/g)) used.selector.add(sign);
    for (const declaration of body.split(";")) {
      const [name = "", ...value] = declaration.split(":");
      if (value.length === 0) continue;
      if (!name.trim().startsWith("--")) used.property.add(name.trim());
      const said = value.join(":").replace(/#[\da-f]{3,8}\b|"[^"]*"/gi, "");
      for (const [, called = ""] of said.matchAll(/([\w-]+)\(/g)) used.function.add(called);
      for (const [, unit = ""] of said.matchAll(/(?<![\w-])[\d.]+([a-z]+|%)/gi)) used.unit.add(unit);
    }
  }
  return used;
}

/** Where a script has a word of a kind of syntax. */
function placesOf(node: AnyNode, kind: AnyNode["type"]): number[] {
  const places = node.type === kind ? [node.start] : [];
  for (const part of Object.values(node).flat())
    if (typeof part === "object" && part !== null && "type" in part) places.push(...placesOf(part as AnyNode, kind));
  return places;
}

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
    files.set("worker.js", await readFile(join(kiosk.folder, "worker.js")));
  }, 120_000);
  afterAll(() => kiosk?.remove());

  it("carries no validator", () => {
    for (const script of all(".js")) expect(found(script, /ZodError|_zod|invalid_type/)).toBeNull();
  });

  it("lobby 10: keeps nothing in localStorage, by whatever way it might be reached", () => {
    for (const script of all(".js")) expect(found(script, /\b(local|session)Storage\b/)).toBeNull();
    expect(all(".js").some((script) => script.includes("indexedDB"))).toBe(true);
  });

  it("people 34: parses as ES2019, but for import() and import.meta of modules, which Chromium knows since 63 and 64", () => {
    expect(all(".js").length).toBeGreaterThan(5);
    for (const [name, bytes] of files) {
      if (!name.endsWith(".js")) continue;
      const text = bytes.toString();
      const how = { sourceType: "module", allowHashBang: false } as const;
      const letters = [...text];
      expect(letters.length, "places are counted in letters").toBe(text.length);
      const read = parse(text, { ...how, ecmaVersion: "latest" });
      for (const kind of ["ImportExpression", "MetaProperty"] as const)
        for (const at of placesOf(read, kind)) letters.splice(at, 6, ..."asked_");
      expect(() => parse(letters.join(""), { ...how, ecmaVersion: 2019 }), name).not.toThrow();
    }
  });

  it("people 34: uses nothing an engine of 2020 lacks", () => {
    for (const script of all(".js")) expect(TOO_NEW.filter((name) => script.includes(name))).toEqual([]);
    for (const css of all(".css")) {
      for (const [kind, used] of Object.entries(usedStyles(css))) {
        const known = KNOWN_STYLES[kind as keyof typeof KNOWN_STYLES].split(" ");
        expect(
          [...used].filter((one) => !known.includes(one)),
          kind,
        ).toEqual([]);
      }
      expect(found(css, /overflow-wrap:\s*anywhere|overflow:\s*clip|display:\s*[\w-]+\s+[\w-]/)).toBeNull();
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
