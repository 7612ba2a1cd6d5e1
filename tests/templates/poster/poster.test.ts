// The poster as text, and the parts it is composed with: no browser needed.
import { describe, expect, test } from "vitest";
import { qrAddress } from "../../../server/domain/address.ts";
import { equalTreatmentLine } from "../../../templates/parts/noticeWords.ts";
import { qrModules } from "../../../templates/parts/qr.tsx";
import { hyphenate } from "../../../templates/poster/hyphenate.ts";
import { LARGE_LEVELS, LEVELS, READ_IN_PASSING } from "../../../templates/poster/levels.ts";
import { renderPoster } from "../../../templates/poster/Poster.tsx";
import { renderPosterView } from "../../../templates/poster/PosterView.tsx";
import { wrapText } from "../../../templates/poster/wrapText.ts";
import { pictureCases } from "../../pictures/cases.ts";
import { hostilePosting, LOCALES, longestPosting, PUBLIC_URL, styles, wordsOf } from "../builders.ts";

const cases = pictureCases();
const vacancy = cases.vacancy as NonNullable<typeof cases.vacancy>;
const all = LOCALES.map((locale) => wordsOf(locale));
const input = { posting: vacancy, languages: all, publicUrl: PUBLIC_URL, publicUrlIsReal: true };

describe("a poster", () => {
  test("is the same again, whenever it is made", () => {
    expect(renderPoster(input)).toEqual(renderPoster({ ...input }));
  });

  test("has one sheet a language, each with one heading, its lang, its code and its own address", () => {
    const { body, lang, title } = renderPoster(input);
    expect(lang).toBe("it");
    expect(title).toBe("Locandina: Aiuto cuoco");
    const sheets = body.split("</article>").slice(0, -1);
    expect(sheets).toHaveLength(4);
    sheets.forEach((sheet, index) => {
      const locale = LOCALES[index] as string;
      expect(sheet).toContain(`<article class="sheet" lang="${locale}"`);
      expect(sheet.match(/<h1/g)).toHaveLength(1);
      expect(sheet).toContain(`bacheca.example.it/o/${vacancy.code}`);
      expect(sheet).toMatch(/<svg class="qr" role="img" aria-label="[^"]+"/);
      expect(sheet).toContain(wordsOf(locale).t("poster:code", { code: vacancy.code }));
      expect(sheet).toContain('<th scope="row">');
    });
  });

  test("holds no script, no style, no element the PDF's tags cannot carry", () => {
    for (const posting of Object.values(cases)) {
      const { body } = renderPoster({ ...input, posting });
      expect(
        body.match(
          /<script|<style|\sstyle=|\son[a-z]+=|<strong|<em[ >]|<dl|<img|undefined|NaN|\b(poster|facts|page|vocabulary):[a-z]/,
        ),
      ).toBeNull();
    }
  });

  test("says what the law demands: article, whom it is reserved to, equal treatment", () => {
    const { body } = renderPoster({ ...input, posting: cases.targeted as typeof vacancy, languages: [wordsOf("it")] });
    const said = body.replaceAll("\u00ad", "");
    for (const words of [
      "L. 68/99, art. 18",
      wordsOf("it").t("vocabulary:reservedTo.art18"),
      equalTreatmentLine(wordsOf("it")),
    ]) {
      expect(said.includes(words), words).toBe(true);
    }
  });

  test("marks the demonstration, and an address that leads nowhere", () => {
    const warning = wordsOf("en").t("poster:addressNotReal");
    const { body } = renderPoster({
      ...input,
      posting: { ...vacancy, demonstration: true },
      languages: [wordsOf("en")],
      publicUrlIsReal: false,
    });
    expect(body).toContain(warning);
    expect(body).toContain(wordsOf("en").t("card:demonstration"));
    expect(renderPoster(input).body).not.toContain(warning);
  });

  test("takes hostile words as words", () => {
    const { body } = renderPoster({ ...input, posting: hostilePosting() });
    expect(body).not.toMatch(/<script|<img|<b>&lt/);
  });

  test("says so where something had to be left out (print 9)", () => {
    const { body, shortened } = renderPoster({
      ...input,
      posting: longestPosting("Manutenzione straordinaria degli impianti e "),
    });
    expect(shortened).toEqual([...LOCALES]);
    for (const locale of LOCALES) expect(body).toContain(wordsOf(locale).t("poster:more"));
    expect(renderPoster(input).shortened).toEqual([]);
  });

  test("as a view is a whole page with one linked style sheet, kept out of search engines", () => {
    const { html } = renderPosterView({ ...input, stylesheet: "/assets/poster.css" });
    expect(html).toMatch(/^<!doctype html><html lang="it">/);
    expect(html).toContain('<link rel="stylesheet" href="/assets/poster.css"');
    expect(html).toContain('content="noindex"');
    expect(html).not.toMatch(/<script|<style|\sstyle=/);
  });
});

test("the code of a sheet has modules of 1.1 mm and more in its 50 mm, also for a long address and a place (print 12)", () => {
  const address = qrAddress("https://bacheca.agenziapiemontelavoro.it", vacancy.code, "de", 1_234_567, "L3");
  expect(50 / (qrModules(address).size + 8)).toBeGreaterThanOrEqual(1.1);
});

test("levels.css holds the numbers of levels.ts", () => {
  const css = styles(["templates/poster/levels.css"]);
  LARGE_LEVELS.forEach((level, index) => {
    const block = css.slice(css.indexOf(`[data-fit="${index}"]`)).split("}")[0] ?? "";
    for (const [name, size] of Object.entries(level)) expect(block).toContain(`--${name}: ${size}pt;`);
  });
  expect(css.match(/data-fit/g)).toHaveLength(LARGE_LEVELS.length);
  // Floors: nothing under 12 pt, facts 16, the way to apply 14; only monsters have a title under 40.
  for (const { title, fact, label, body, way } of LEVELS) {
    expect(Math.min(label, body)).toBeGreaterThanOrEqual(12);
    expect(fact).toBeGreaterThanOrEqual(16);
    expect(way).toBeGreaterThanOrEqual(14);
    expect(title).toBeGreaterThanOrEqual(28);
  }
  expect(LEVELS.filter(({ title }) => title < READ_IN_PASSING)).toHaveLength(2);
});

describe("hyphens", () => {
  test("only in long words, by the language's own rules, four letters at either end (print 30)", () => {
    expect(hyphenate("Kraftfahrzeugmechatroniker", "de").split("\u00ad").join("-")).toMatch(
      /^Kraft-fahr-zeug-me-cha-tro-niker$/,
    );
    expect(hyphenate("Amministrazione", "it")).toBe("Ammi\u00adni\u00adstra\u00adzione");
    expect(hyphenate("Short words stay whole", "en")).toBe("Short words stay whole");
  });

  test("never in an address, never in a language without rules", () => {
    for (const text of ["https://esempiolunghissimo.it/candidature", "bachecapubblica.it/o/7K3M9QK"]) {
      expect(hyphenate(text, "it")).toBe(text);
    }
    expect(hyphenate("collocamentomirato.lecce@regione.example.it", "it")).toBe(
      "collocamentomirato.lecce\u200b@regione.example.it",
    );
    expect(hyphenate("Punëtorëvendosur", "sq")).toBe("Punëtorëvendosur");
  });
});

test("a line begins with no dash and no dot, a span of hours and a number with its word stay whole", () => {
  expect(hyphenate("Koch / Köchin – Hilfskraft · Teilzeit", "de")).toBe(
    "Koch\u00a0/ Köchin\u00a0– Hilfskraft\u00a0· Teilzeit",
  );
  expect(hyphenate("dalle 8:30–11:30 del 7 gennaio", "it")).toBe("dalle 8:30–\u206011:30\u00a0del 7\u00a0gennaio");
  expect(wrapText("8:30–\u206011:30", 400, 10, 1000)).toEqual({ lines: 1, broken: false });
  expect(hyphenate("Journée : où ? « ici » (LE) oui", "fr")).toBe(
    "Journée\u00a0: où\u00a0? «\u00a0ici\u00a0»\u00a0(LE) oui",
  );
  expect(hyphenate("Lecce (LE), ore 12:30", "it")).toBe("Lecce\u00a0(LE), ore\u00a012:30");
  expect(hyphenate("Nardò (LE) · Ugento (LE)", "it")).toBe("Nardò\u00a0(LE)\u00a0· Ugento\u00a0(LE)");
});

describe("lines", () => {
  test("break at spaces, at soft hyphens and, where all else fails, anywhere", () => {
    expect(wrapText("uno due tre", 400, 10, 1000)).toEqual({ lines: 1, broken: false });
    expect(wrapText("uno due tre", 400, 10, 30)).toEqual({ lines: 3, broken: false });
    expect(wrapText("Ammi\u00adni\u00adstra\u00adzione", 400, 10, 45)).toEqual({ lines: 2, broken: true });
    expect(wrapText("x".repeat(100), 400, 10, 100).lines).toBeGreaterThan(4);
  });
});
