// Contrast of every pair of the tokens, and style sheets that an old television understands.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { THEMES } from "../../../server/domain/display.ts";
import { SECTIONS } from "../../../server/domain/section.ts";

const folder = `${process.cwd()}/templates/parts/`;
const read = (file: string) => readFileSync(folder + file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

interface Rule {
  readonly selectors: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

function rulesOf(css: string): Rule[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors = "", body = ""]) => ({
    selectors: selectors.split(",").map((one) => one.trim()),
    values: Object.fromEntries(
      [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value.trim()]),
    ),
  }));
}

/** Custom properties on a card of a theme and section, later rules over earlier ones of no more weight, as the cascade has it. */
function tokens(theme: string, section: string): Record<string, string> {
  const matching = rulesOf(read("tokens.css")).flatMap(({ selectors, values }) => {
    const weights = selectors.flatMap((selector) => {
      const themes = [...selector.matchAll(/data-theme="(\w+)"/g)].map(([, name]) => name);
      const sections = [...selector.matchAll(/data-section="(\w+)"/g)].map(([, name]) => name);
      const fits =
        selector !== ".scaled" && themes.every((name) => name === theme) && sections.every((name) => name === section);
      return fits ? [selector === ":root" ? 0 : (selector.match(/\[/g)?.length ?? 0)] : [];
    });
    return weights.length === 0 ? [] : [{ weight: Math.max(...weights), values }];
  });
  const sorted = matching
    .map((rule, index) => ({ ...rule, index }))
    .sort((a, b) => a.weight - b.weight || a.index - b.index);
  return Object.assign({}, ...sorted.map(({ values }) => values)) as Record<string, string>;
}

function colour(name: string, values: Record<string, string>): string {
  const value = values[name] ?? "";
  const [, through, instead] = /^var\((--[\w-]+)(?:, var\((--[\w-]+)\))?\)$/.exec(value) ?? [];
  if (through === undefined) return value;
  return colour(instead !== undefined && values[through] === "initial" ? instead : through, values);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  expect(a).toMatch(/^#[0-9a-f]{6}$/);
  expect(b).toMatch(/^#[0-9a-f]{6}$/);
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test.each(THEMES)("every text of the %s theme has a contrast of 7:1 and more", (theme) => {
  for (const section of SECTIONS) {
    const values = tokens(theme, section);
    const pairs = [
      ["--ink", "--ground"],
      ["--ink", "--paper"],
      ["--quiet", "--ground"],
      ["--quiet", "--paper"],
      ["--section", "--ground"],
      ["--section", "--paper"],
      ["--on-band", "--band"],
    ] as const;
    for (const [text, ground] of pairs) {
      expect(
        contrast(colour(text, values), colour(ground, values)),
        `${theme} ${section} ${text} on ${ground}`,
      ).toBeGreaterThanOrEqual(7);
    }
  }
});

test("a theme within another is wholly itself: no rule of a theme reaches below what carries it", () => {
  for (const { selectors } of rulesOf(read("tokens.css")))
    for (const selector of selectors) expect(selector).not.toMatch(/data-theme[^,]*\s|\]\[/);
});

test("section colours are LOOK's, and white stands on each", () => {
  const light = Object.fromEntries(SECTIONS.map((section) => [section, colour("--section", tokens("light", section))]));
  expect(light).toEqual({
    vacancy: "#00478f",
    eures: "#5b2a86",
    targeted: "#00594c",
    selection: "#7a1f3d",
    training: "#7a3e00",
    event: "#8f2a0b",
    notice: "#2f3a44",
  });
  for (const value of Object.values(light)) expect(contrast("#ffffff", value as string)).toBeGreaterThanOrEqual(7);
});

test.each(["tokens.css", "card.css", "cardPortrait.css", "stillCards.css"])(
  "%s holds nothing newer than Chromium 79",
  (file) => {
    const css = read(file);
    const newer = [
      /:has\(/,
      /:is\(/,
      /:where\(/,
      /:focus-visible/,
      /@layer/,
      /@container/,
      /container-type/,
      /aspect-ratio/,
      /(^|[\s;{])inset:/,
      /(^|[\s;{])gap:/,
      /row-gap(?<!grid-row-gap)/,
      /column-gap(?<!grid-column-gap)/,
      /margin-inline:/,
      /padding-(inline|block):/,
      /color-mix/,
      /oklch/,
      /[0-9](dvh|svh|lvh|cq[wh])\b/,
      /overflow-wrap:\s*anywhere/,
      /overflow:\s*clip/,
      /text-wrap/,
      /@property/,
      /accent-color/,
      /content-visibility/,
      /subgrid/,
      /&/,
    ];
    for (const feature of newer) expect(css, String(feature)).not.toMatch(feature);
  },
);

test("quiet: no gradient, shadow, italics, capitals, movement", () => {
  for (const file of ["tokens.css", "card.css", "cardPortrait.css", "stillCards.css"]) {
    expect(read(file)).not.toMatch(/gradient|shadow|italic|uppercase|justify;|animation|transition|keyframes/);
  }
});
