// The desk's small rules: numbers as people write them, segments as text and back, choosing between two versions, what keeps a content from being saved.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptsFor } from "../../admin/postings/blocks/attemptsFor.ts";
import { blocksOf } from "../../admin/postings/blocks/blocksOf.ts";
import { differences, merge, PARTS } from "../../admin/postings/conflict/parts.ts";
import { readNumber } from "../../admin/postings/fields/readNumber.ts";
import { readQuery, writeQuery } from "../../admin/postings/listQuery.ts";
import { problemAt, problemsOf } from "../../admin/postings/problemsOf.ts";
import { textOfSegments } from "../../admin/postings/textOfSegments.ts";
import { following } from "../../admin/translations/following.ts";
import { blankContent } from "../../server/domain/blankContent.ts";
import { missingFacts } from "../../server/domain/checks/completeness.ts";
import type { Content } from "../../server/domain/content.ts";
import { SECTIONS } from "../../server/domain/section.ts";
import { resegment, segmentIds, sentencesOf } from "../../server/domain/segment.ts";
import { aContent } from "../builders.ts";

describe("numbers as people write them", () => {
  it.each([
    ["", null],
    ["1500", 1500],
    ["1.500", 1500],
    ["1.500,50", 1500.5],
    ["1,500.50", 1500.5],
    ["9,50", 9.5],
    ["9.5", 9.5],
    ["€ 1 500", 1500],
    ["1.234.567", 1234567],
  ])("%j is %j", (written, value) => expect(readNumber(written)).toBe(value));
  it.each(["dodici", "12a", "-3", "1.50.3", ",5"])("%j is none", (written) => expect(readNumber(written)).toBeNaN());
});

describe("segments in a text field", () => {
  const sentence = fc.constantFrom(
    "Cerchiamo una persona.",
    "Serve la patente B",
    "Orario: n. 3 turni!",
    "E poi?",
    "(anche stranieri)",
    "Art. 16 della legge",
  );
  it("come back as the very same segments when nothing is touched", () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 8 }), (texts) => {
        const segments = texts.flatMap(sentencesOf).map((text, index) => ({ id: `s${index + 1}`, text }));
        const unique = new Set(segments.map(({ text }) => text)).size === segments.length;
        const back = resegment(segments, textOfSegments(segments), segmentIds(segments.map(({ id }) => id)));
        expect(back.map(({ text }) => text)).toEqual(segments.map(({ text }) => text));
        if (unique) expect(back).toEqual(segments);
      }),
    );
  });
});

describe("two versions of a posting", () => {
  const base = aContent("Barista", { positions: 1, share: "own" });
  const mine: Content = { ...base, positions: 2, reference: "A" };
  const theirs: Content = { ...base, positions: 3, pinned: true };
  it("are told apart piece by piece, with who changed what", () => {
    expect(differences(base, mine, theirs)).toEqual([
      { part: "positions", changedBy: "both" },
      { part: "reference", changedBy: "me" },
      { part: "pinned", changedBy: "them" },
    ]);
  });
  it("are put together as chosen, and nothing else changes", () => {
    expect(merge(theirs, mine, new Set(["positions"]))).toEqual({ ...theirs, positions: 2 });
    expect(merge(theirs, mine, new Set(PARTS))).toEqual(mine);
    expect(merge(theirs, mine, new Set())).toEqual(theirs);
  });
});

describe("what keeps a content from being saved", () => {
  it("nothing, for a bare content of any section", () => {
    for (const section of SECTIONS) expect(problemsOf(blankContent(section, "Titolo"))).toEqual({});
  });
  it("names the field, also inside lists that the form shows as one", () => {
    const long = { id: "s2", text: "x".repeat(700) };
    const content = aContent("", { requirements: [{ need: "wished", phrase: null, text: long }], summary: [long] });
    const problems = problemsOf(content);
    expect(problemAt(problems, "title.written.text")?.key).toBe("empty");
    expect(problemAt(problems, "requirements.wished")).toMatchObject({ key: "tooLong", values: { count: 600 } });
    expect(problemAt(problems, "requirements.required")).toBeNull();
    expect(problemAt(problems, "summary")?.key).toBe("tooLong");
  });
  it("an end before its beginning, a band upside down", () => {
    const day = (value: string) => ({ day: value, time: null });
    const window = { opens: day("2026-12-10"), closes: day("2026-12-01") };
    expect(problemAt(problemsOf(aContent("Bando", { window })), "window.closes")?.key).toBe("closesBeforeOpens");
    const same = { opens: day("2026-12-10"), closes: day("2026-12-10") };
    expect(problemsOf(aContent("Bando", { window: same }))).toEqual({});
  });
});

describe("the form", () => {
  it("shows what fits the section, and whatever else is filled", () => {
    expect(blocksOf(blankContent("notice", "Avviso"))).toEqual([
      "title",
      "dates",
      "places",
      "text",
      "attachments",
      "sharing",
    ]);
    const reserved = { article: "art1", enrolledBy: null, excluded: null } as const;
    expect(blocksOf(aContent("Bando", { reserved }, "selection"))).toContain("reserved");
  });
  it("says before publishing what readers will miss", () => {
    expect(missingFacts(blankContent("notice", "Avviso"))).toEqual(["text"]);
    expect(missingFacts(blankContent("vacancy", "Cuoco"))).toEqual([
      "occupation",
      "pay",
      "contract",
      "hours",
      "where",
      "deadline",
      "apply",
    ]);
  });
  it("looks for an occupation in ever fewer words of a title", () => {
    expect(attemptsFor("Cameriere/a di sala")).toEqual([
      "Cameriere/a di sala",
      "Cameriere di sala",
      "Cameriere di",
      "Cameriere",
    ]);
    expect(attemptsFor("Cuoco (anche stagionale)")).toContain("Cuoco");
  });
});

it("the list's address says what it shows, and nothing more", () => {
  const query = { q: "cuoco è", section: "vacancy", state: "", owner: "", page: 2 };
  expect(readQuery(new URL(writeQuery(query), "http://x").search)).toEqual(query);
  expect(writeQuery(readQuery(""))).toBe("/admin/postings");
  expect(readQuery("?page=-4").page).toBe(1);
});

describe("the posting that follows in the translators' queue", () => {
  const queue = [..."abcde"].map((code) => ({ code, locale: "en" }));
  const without = (gone: string) => queue.filter(({ code }) => !gone.includes(code));
  const from = (code: string, now = queue) => following(queue, now, { code, locale: "en" }, 1)?.code;
  it("is the next one, whether or not the present one is done with", () => {
    expect(from("b")).toBe("c");
    expect(from("b", without("b"))).toBe("c");
    expect(following(queue, without("b"), { code: "b", locale: "en" }, -1)?.code).toBe("a");
  });
  it("is never one that was skipped before, but one that came meanwhile may be", () => {
    expect(from("e", without("e"))).toBeUndefined();
    expect(from("e", [...without("e"), { code: "f", locale: "en" }])).toBe("f");
    expect(following([], queue, { code: "x", locale: "en" }, 1)?.code).toBe("a");
  });
});
