// The phone page as text: what it holds, what it must never hold, and where its links lead.
import { describe, expect, test } from "vitest";
import type { Owner } from "../../../server/domain/owner.ts";
import { changedFacts } from "../../../templates/page/changedFacts.ts";
import { renderPostingPage } from "../../../templates/page/PostingPage.tsx";
import { pictureCases } from "../../pictures/cases.ts";
import { NOW } from "../../pictures/publicPosting.ts";
import { aPage, HOSTILE, hostilePosting, LOCALES, PUBLIC_URL, wordsOf } from "../builders.ts";

const cases = pictureCases();
const vacancy = cases.vacancy as NonNullable<typeof cases.vacancy>;

describe.each(LOCALES)("a posting's page in %s", (locale) => {
  test.each(Object.keys(cases))("%s is a whole document with one heading and no script", (name) => {
    const html = renderPostingPage(aPage(cases[name] as typeof vacancy, locale));
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${locale}" dir="ltr">`));
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json">)|<style|\sstyle=|\son[a-z]+=|<iframe|<img/);
    // A key without words would stand there by its own name.
    expect(html).not.toMatch(/\b(page|facts|vocabulary|card|names|poster):[a-z]|>[a-z]+\.[a-z]+[A-Za-z.]*</);
    expect(html).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test("offers every language and keeps posting, revision and place", () => {
    const html = renderPostingPage(aPage(vacancy, locale, { revision: 4711, place: "L3" }));
    for (const other of LOCALES.filter((one) => one !== locale)) {
      expect(html).toContain(`href="/o/${vacancy.code}/${other}/4K7/L3" lang="${other}"`);
    }
    expect(html).toContain(`<span aria-current="true">${wordsOf(locale).locale.name}</span>`);
    expect(html).toContain(`<link rel="canonical" href="${PUBLIC_URL}/o/${vacancy.code}/${locale}"`);
    expect(html.match(/rel="alternate" hreflang="(it|en|fr|de|x-default)" href="https/g)).toHaveLength(5);
    expect(html).not.toContain("noindex");
  });
});

test("a demonstration is marked and kept out of search engines", () => {
  const html = renderPostingPage(aPage({ ...vacancy, demonstration: true }, "en"));
  expect(html).toContain(wordsOf("en").t("page:demonstrationAbout"));
  expect(html).toContain('content="noindex"');
});

test("text nobody has translated stands in Italian, marked as such and said to be so", () => {
  const html = renderPostingPage(aPage(cases.event as typeof vacancy, "de"));
  expect(html).toContain('<span lang="it">Porta il curriculum in più copie. Non serve prenotare.</span>');
  expect(html).toContain("auf Italienisch");
  expect(html).toContain("automatisch übersetzt");
  expect(renderPostingPage(aPage(cases.event as typeof vacancy, "it"))).not.toContain("in italiano");
});

test("hostile words stay words, in every field", () => {
  const html = renderPostingPage(aPage(hostilePosting(), "en"));
  expect(html).not.toMatch(
    /<script(?! type="application\/ld\+json">)|<img|<b>&lt|javascript:alert\(1\)"|href="javascript|href="mailto:a@b/,
  );
  expect(html.split("&lt;script>").length - 1).toBeGreaterThan(14);
  expect(html).not.toContain(HOSTILE);
});

describe("the way to apply", () => {
  const withWay = (apply: object) => {
    const none = { online: null, email: null, phone: null, inPerson: null, note: null, documents: [] };
    return renderPostingPage(
      aPage({ ...vacancy, content: { ...vacancy.content, apply: { ...none, ...apply } } }, "en"),
    );
  };

  test("stands as buttons", () => {
    const html = withWay({
      phone: "0832/12 34 56; +39 333 1234567",
      email: "cv@example.it",
      online: "lavoro.example.it/offerte",
    });
    expect(html).toContain('href="tel:0832123456"');
    expect(html).toContain('href="tel:+393331234567"');
    expect(html).toMatch(/href="mailto:cv@example\.it\?subject=Aiuto%20cuoco%20\([0-9A-Z]{7}\)"/);
    expect(html).toContain('href="https://lavoro.example.it/offerte"');
  });

  test("is text where it is no address", () => {
    const html = withWay({ phone: "centralino", email: "vedi sito", online: "ftp://example.it" });
    for (const text of ["centralino", "vedi sito", "ftp://example.it"]) expect(html).toContain(`<p>${text}</p>`);
  });

  test("not stated: the office is named with its own number", () => {
    const html = renderPostingPage(aPage(vacancy, "en"));
    expect(html).toContain(wordsOf("en").t("page:apply.notStated"));
    expect(html).toContain('href="tel:0832123456"');
  });

  test("not stated, of a network with nothing but a name: any office helps, and the way to their list is there", () => {
    const network: Owner = {
      kind: "network",
      id: "rete-eures",
      name: "Rete EURES",
      phones: [],
      email: null,
      website: null,
    };
    for (const contact of [network, null]) {
      const html = renderPostingPage(aPage(vacancy, "en", { contact }));
      expect(html).toContain(wordsOf("en").t("page:apply.anyOffice"));
      expect(html).toContain('href="/en/#offices"');
    }
    const reached = renderPostingPage(aPage(vacancy, "en", { contact: { ...network, email: "eures@example.it" } }));
    expect(reached).not.toContain('href="/en/#offices"');
  });

  test("suspended: no button at all", () => {
    const html = renderPostingPage(aPage({ ...vacancy, state: "suspended" }, "en"));
    expect(html).toContain(wordsOf("en").t("page:suspended"));
    expect(html).not.toContain('href="tel:');
  });
});

test("a notice or an event says of a job what is stated, and of nothing else that it is missing", () => {
  const facts = { employer: null, window: { opens: null, closes: null } };
  const offer = renderPostingPage(aPage({ ...vacancy, content: { ...vacancy.content, ...facts } }, "en"));
  for (const section of ["notice", "event"] as const) {
    const html = renderPostingPage(aPage({ ...vacancy, content: { ...vacancy.content, ...facts, section } }, "en"));
    for (const key of ["vocabulary:employerUnnamed", "facts:notStated.until"]) {
      expect(offer).toContain(wordsOf("en").t(key));
      expect(html).not.toContain(wordsOf("en").t(key));
    }
    expect(html).toContain(wordsOf("en").t("vocabulary:contract.fixedTerm"));
  }
});

describe("a printed revision", () => {
  test("is answered: nothing has changed", () => {
    expect(renderPostingPage(aPage(vacancy, "en", { printed: { status: "current" } }))).toContain(
      wordsOf("en").t("page:printed.current"),
    );
  });

  test("is answered: what has changed, before and now", () => {
    const words = wordsOf("en");
    const before = {
      ...vacancy,
      content: { ...vacancy.content, positions: 2, window: { opens: null, closes: { day: "2026-11-30", time: null } } },
    };
    const changes = changedFacts(before, vacancy, words);
    expect(changes.map(({ label }) => label)).toEqual(["Deadline", "Positions"]);
    const html = renderPostingPage(aPage(vacancy, "en", { printed: { status: "changed", since: NOW, changes } }));
    expect(html).toContain("Monday, 30 November 2026");
    expect(html).toContain("2 positions");
    expect(changedFacts(vacancy, vacancy, words)).toEqual([]);
  });

  test("is answered: another number to call, a sentence that went and one that came", () => {
    const ways = { online: null, email: null, phone: "0832 111111", inPerson: null, note: null, documents: [] };
    const said = (id: string, text: string) => ({ id, text });
    const before = {
      ...vacancy,
      content: { ...vacancy.content, apply: ways, summary: [said("s1", "Turni di notte."), said("s2", "Mensa.")] },
    };
    const after = {
      ...vacancy,
      content: {
        ...vacancy.content,
        apply: { ...ways, phone: "0832 222222" },
        summary: [said("s2", "Mensa."), said("s3", "Turni di giorno.")],
      },
    };
    for (const locale of ["it", "en", "fr", "de"]) {
      const words = wordsOf(locale);
      const changes = changedFacts(before, after, words);
      expect(
        changes.map(({ label, before, after }) => [
          label,
          before.map(({ text }) => text),
          after.map(({ text }) => text),
        ]),
      ).toEqual([
        [words.t("page:apply.heading"), ["0832 111111"], ["0832 222222"]],
        [words.t("page:about"), ["Turni di notte."], ["Turni di giorno."]],
      ]);
    }
  });

  test("unknown to the store: nothing is claimed", () => {
    expect(renderPostingPage(aPage(vacancy, "en"))).not.toContain("printed");
  });
});
