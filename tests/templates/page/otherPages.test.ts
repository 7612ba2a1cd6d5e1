// Closed (410), not found (404), failed (5xx) and the public board, as text.
import { describe, expect, test } from "vitest";
import { EVERYTHING } from "../../../server/domain/search.ts";
import { CLOSED_REASONS } from "../../../server/domain/vocabulary.ts";
import { renderBoardPage } from "../../../templates/page/BoardPage.tsx";
import { boardPath } from "../../../templates/page/boardPath.ts";
import { renderClosedPage } from "../../../templates/page/ClosedPage.tsx";
import { renderErrorPage } from "../../../templates/page/ErrorPage.tsx";
import { renderNotFoundPage } from "../../../templates/page/NotFoundPage.tsx";
import { formatsOf } from "../../../templates/parts/formats.ts";
import { pictureCases } from "../../pictures/cases.ts";
import { NOW } from "../../pictures/publicPosting.ts";
import { aFrame, countsOf, HOSTILE, LOCALES, office, wordsOf } from "../builders.ts";

const cases = pictureCases();
const vacancy = cases.vacancy as NonNullable<typeof cases.vacancy>;
const similar = [cases.targeted, cases.eures].filter((one) => one !== undefined);
const clean = (html: string) => {
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  expect(html).not.toMatch(
    /<script(?! type="application\/ld\+json">)|<style|\sstyle=|\son[a-z]+=|undefined|NaN|\b(page|facts|vocabulary|card):[a-z]/,
  );
};

describe.each(LOCALES)("in %s", (locale) => {
  const words = wordsOf(locale);

  test.each(CLOSED_REASONS)("a posting closed as %s says when and why, and offers what is open", (reason) => {
    const posting = { ...vacancy, state: "closed" as const, closed: { reason, at: NOW } };
    const html = renderClosedPage({
      ...aFrame(locale),
      posting,
      now: NOW,
      similar,
      fromSheet: true,
      revision: 9,
      place: null,
      contact: office,
    });
    clean(html);
    expect(html).toContain('content="noindex"');
    expect(html).not.toContain('rel="canonical"');
    expect(html).toContain(
      words.t(`page:closed.${reason}`, { date: formatsOf(words.locale).day("2026-11-21", { year: true }) }),
    );
    for (const one of similar) expect(html).toContain(`/o/${one.code}/${locale}"`);
    expect(html).toContain(words.t("page:closed.sheet"));
    expect(html).not.toContain('href="tel:');
  });

  test("an unknown code: how to check it, never its markup", () => {
    const html = renderNotFoundPage({ ...aFrame(locale), code: "<b>X</b>", pathIn: (other) => `/o/X/${other}` });
    clean(html);
    expect(html).toContain("&lt;b>X");
    expect(renderNotFoundPage({ ...aFrame(locale), code: HOSTILE, pathIn: () => "/" })).not.toContain("alert");
    clean(renderNotFoundPage({ ...aFrame(locale), code: null, pathIn: () => "/" }));
  });

  test("a fault: one sentence and its number", () => {
    const html = renderErrorPage({ ...aFrame(locale), sentence: null, id: "f3a9", pathIn: (other) => `/${other}/` });
    clean(html);
    expect(html).toContain("f3a9");
    expect(html).toContain(words.t("page:error.about"));
  });

  test("the board: sections with counts, postings with their own section, a form, pages", () => {
    const query = { ...EVERYTHING, q: 'cuoco "fine"', place: "Lecce", section: "vacancy" as const, page: 2 };
    const counts = countsOf([
      { section: "vacancy" as const, count: 60 },
      { section: "eures" as const, count: 2 },
    ]);
    const postings = Object.values(cases);
    const html = renderBoardPage({
      ...aFrame(locale),
      office,
      offices: [],
      now: NOW,
      query,
      counts,
      postings,
      total: 62,
      pages: 3,
    });
    clean(html);
    expect(html).toContain('value="cuoco &quot;fine&quot;"');
    expect(html).toContain('name="section" value="vacancy"');
    expect(html).toContain(`href="/${locale}/lecce?q=cuoco+%22fine%22&amp;place=Lecce&amp;section=vacancy&amp;page=3"`);
    for (const posting of postings) expect(html).toContain(`/o/${posting.code}/${locale}"`);
    expect(html).toContain('content="noindex"');
  });

  test("an empty board says what to do", () => {
    const query = { ...EVERYTHING, q: "", place: "", section: null, page: 1 };
    const html = renderBoardPage({
      ...aFrame(locale),
      office: null,
      offices: [office],
      now: NOW,
      query,
      counts: countsOf([]),
      postings: [],
      total: 0,
      pages: 1,
    });
    clean(html);
    expect(html).toContain(words.t("page:empty.title"));
    expect(html).toContain(`href="/${locale}/lecce"`);
    expect(html).toContain('rel="canonical"');
  });
});

test("past its deadline a posting is closed though nothing has written so", () => {
  const html = renderClosedPage({
    ...aFrame("en"),
    posting: { ...vacancy, until: NOW },
    now: NOW,
    similar: [],
    fromSheet: false,
    revision: null,
    place: null,
    contact: null,
  });
  expect(html).toContain("The deadline has passed. Closed on 21 November 2026.");
  expect(html).toContain(wordsOf("en").t("page:similar.none"));
});

test("a board's address holds only what was asked for", () => {
  expect(boardPath("it", null)).toBe("/it/");
  expect(boardPath("de", "lecce", { ...EVERYTHING, q: "", place: "Nardò", section: null, page: 1 })).toBe(
    "/de/lecce?place=Nard%C3%B2",
  );
});
