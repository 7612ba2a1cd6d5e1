// Lifecycle, validity, audience, segments and translations: the pure rules.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hangsOn } from "../../server/domain/audience.ts";
import { ownersAbove } from "../../server/domain/ownersAbove.ts";
import { NO_PHRASES } from "../../server/domain/phrase.ts";
import { isLive, stateAt, validityOf } from "../../server/domain/posting.ts";
import { resegment, segmentIds, sentencesOf } from "../../server/domain/segment.ts";
import { romeInstant } from "../../server/domain/time.ts";
import type { Translation } from "../../server/domain/translation.ts";
import { localeMark, shownTranslations } from "../../server/domain/translation.ts";
import { may } from "../../server/domain/user.ts";
import { aContent, anArea, anOffice, aPosting, chief } from "../builders.ts";

const NOW = romeInstant("2026-11-21", "10:00");

describe("validity", () => {
  it("[P3] a stated deadline is the whole of its Rome day", () => {
    const content = aContent("Cuoco", { window: { opens: null, closes: { day: "2026-11-30", time: null } } });
    expect(validityOf(content, null, NOW)).toEqual({ from: NOW, until: romeInstant("2026-12-01"), untilStated: true });
  });

  it("[P3] without one it closes at midnight after the office's days, and readers are not told a deadline", () => {
    const validity = validityOf(aContent("Cuoco"), anOffice("lecce", { defaultValidityDays: 10 }), NOW);
    expect(validity).toEqual({ from: NOW, until: romeInstant("2026-12-02"), untilStated: false });
  });

  it("[P3] state follows the instant even where no timer wrote it", () => {
    const content = aContent("Cuoco", {
      hangs: { from: { day: "2026-11-22", time: "10:00" }, until: null },
      window: { opens: null, closes: { day: "2026-11-23", time: "12:00" } },
    });
    const posting = aPosting("AAAAAAA", "lecce", content, NOW, { state: "scheduled" });
    expect(stateAt(posting, NOW)).toBe("scheduled");
    expect(stateAt(posting, romeInstant("2026-11-22", "10:00"))).toBe("open");
    expect(isLive(posting, romeInstant("2026-11-23", "12:00") - 1)).toBe(true);
    expect(stateAt(posting, romeInstant("2026-11-23", "12:00"))).toBe("closed");
    expect(stateAt({ ...posting, state: "suspended" }, romeInstant("2026-11-22", "11:00"))).toBe("suspended");
    expect(stateAt({ ...posting, state: "closed" }, NOW)).toBe("closed");
  });
});

describe("audience", () => {
  const lecce = anOffice("lecce");
  const nardo = anOffice("nardo");
  const boncuri = anOffice("boncuri", { parent: "nardo" });
  const asti = anOffice("asti", { area: null, province: "AT", region: "Piemonte" });

  it("[B1] an office's posting hangs on its own board and its desks', a desk's on its office's", () => {
    expect(hangsOn(nardo, nardo, "own")).toBe(true);
    expect(hangsOn(boncuri, nardo, "own")).toBe(true);
    expect(hangsOn(nardo, boncuri, "own")).toBe(true);
    expect(hangsOn(lecce, nardo, "own")).toBe(false);
  });

  it("[B2] an area's hangs on all its offices, a service's in its region, the network's everywhere", () => {
    const service = {
      kind: "service" as const,
      id: "eures-puglia",
      name: "EURES",
      phones: [],
      email: null,
      website: null,
      region: "Puglia",
    };
    const network = { kind: "network" as const, id: "rete", name: "Rete", phones: [], email: null, website: null };
    expect([lecce, nardo, asti].map((office) => hangsOn(office, anArea("arpal-lecce"), "own"))).toEqual([
      true,
      true,
      false,
    ]);
    expect([lecce, asti].map((office) => hangsOn(office, service, "own"))).toEqual([true, false]);
    expect([lecce, asti].map((office) => hangsOn(office, network, "own"))).toEqual([true, true]);
  });

  it("[B3] sharing only widens", () => {
    const shares = ["own", "area", "province", "network"] as const;
    for (const owner of [lecce, nardo, boncuri, asti, anArea("arpal-lecce")]) {
      for (const office of [lecce, nardo, boncuri, asti]) {
        for (const share of shares) expect(!hangsOn(office, owner, "own") || hangsOn(office, owner, share)).toBe(true);
      }
    }
    expect(hangsOn(lecce, nardo, "area")).toBe(true);
    expect(hangsOn(asti, nardo, "province")).toBe(false);
    expect(hangsOn(asti, nardo, "network")).toBe(true);
  });
});

describe("segments", () => {
  it("splits sentences, not abbreviations", () => {
    expect(sentencesOf("Si cerca un cuoco. Turni serali.\nVitto incluso!")).toEqual([
      "Si cerca un cuoco.",
      "Turni serali.",
      "Vitto incluso!",
    ]);
    expect(sentencesOf("Iscrizione art. 8 L. 68/99 al n. 3 del Comune. Sede a Lecce.")).toEqual([
      "Iscrizione art. 8 L. 68/99 al n. 3 del Comune.",
      "Sede a Lecce.",
    ]);
    expect(sentencesOf("  \n ")).toEqual([]);
  });

  it("[S1] an unchanged sentence keeps its id wherever it moves; [S2] a changed one keeps the id it replaces", () => {
    const before = resegment([], "Uno. Due. Tre. Quattro. Cinque.", segmentIds([]));
    expect(before.map(({ id }) => id)).toEqual(["s1", "s2", "s3", "s4", "s5"]);
    const after = resegment(before, "Uno. Due. Tre nuovo. Quattro. Cinque.", segmentIds(before.map(({ id }) => id)));
    expect(after.map(({ id }) => id)).toEqual(["s1", "s2", "s3", "s4", "s5"]);
    const moved = resegment(before, "Cinque. Uno. Due.", segmentIds(before.map(({ id }) => id)));
    expect(moved.map(({ id }) => id)).toEqual(["s5", "s1", "s2"]);
  });

  it("[S3] ids are unique whatever is edited", () => {
    const sentence = fc.constantFrom("Uno.", "Due.", "Tre.", "Quattro.", "Cinque.");
    fc.assert(
      fc.property(fc.array(fc.array(sentence, { maxLength: 8 }), { minLength: 1, maxLength: 6 }), (edits) => {
        let segments = resegment([], "", segmentIds([]));
        const ever = new Set<string>();
        for (const edit of edits) {
          segments = resegment(segments, edit.join("\n"), segmentIds(ever));
          for (const { id } of segments) ever.add(id);
          expect(new Set(segments.map(({ id }) => id)).size).toBe(segments.length);
          expect(segments.map(({ text }) => text)).toEqual(edit);
        }
      }),
    );
  });
});

describe("translations", () => {
  const content = aContent("Cuoco", {
    summary: [
      { id: "s2", text: "Si cerca un cuoco." },
      { id: "s3", text: "Turni serali." },
    ],
  });
  const english = (segment: string, source: string, state: Translation["state"], text = "x"): Translation => ({
    code: "AAAAAAA",
    segment,
    locale: "en",
    source,
    text,
    state,
    author: "anna",
    reviewer: null,
    at: NOW,
    revision: 1,
  });

  it("[X1] words made from an earlier sentence are stale, the others stay", () => {
    const translations = [
      english("s2", "Si cerca un aiuto cuoco.", "approved", "old"),
      english("s3", "Turni serali.", "approved", "Evening shifts."),
    ];
    expect(shownTranslations(content, translations, { showMachine: true })).toEqual({
      en: { s3: { text: "Evening shifts.", machine: false } },
    });
    expect(localeMark(content, translations, "en", NO_PHRASES)).toBe("missing");
    expect(localeMark(content, [...translations, english("s1", "Cuoco", "approved", "Cook")], "en", NO_PHRASES)).toBe(
      "stale",
    );
  });

  it("[X2] drafts are never shown, machine text only by setting, human text before machine text", () => {
    const all = [
      english("s2", "Si cerca un cuoco.", "machine", "robot"),
      english("s2", "Si cerca un cuoco.", "approved", "human"),
      english("s3", "Turni serali.", "draft"),
    ];
    expect(shownTranslations(content, all, { showMachine: true })).toEqual({
      en: { s2: { text: "human", machine: false } },
    });
    expect(shownTranslations(content, all.slice(0, 1), { showMachine: false })).toEqual({});
  });
});

describe("rights", () => {
  const publisher = { ...chief, grants: [{ role: "publisher" as const, on: "nardo" }] };

  it("[U1] nothing is allowed that no grant allows", () => {
    expect(may({ ...chief, grants: [] }, "read", "nardo")).toBe(false);
    expect(may(publisher, "publish", "lecce")).toBe(false);
    expect(may({ ...chief, disabled: true }, "read", "nardo")).toBe(false);
  });

  it("[U2] a grant on an office covers its desks, one on an area its offices", () => {
    const boncuri = anOffice("boncuri", { parent: "nardo" });
    expect(ownersAbove(boncuri)).toEqual(["nardo", "arpal-lecce"]);
    expect(ownersAbove(anArea("arpal-lecce"))).toEqual([]);
    expect(may(publisher, "publish", "boncuri", ownersAbove(boncuri))).toBe(true);
    expect(may(publisher, "publish", "lecce", ownersAbove(anOffice("lecce")))).toBe(false);
    const ofArea = { ...chief, grants: [{ role: "publisher" as const, on: "arpal-lecce" }] };
    expect(may(ofArea, "publish", "lecce", ownersAbove(anOffice("lecce")))).toBe(true);
    expect(may(ofArea, "publish", "asti", ownersAbove(anOffice("asti", { area: null })))).toBe(false);
  });

  it("[U3] collocamento mirato needs its own grant", () => {
    expect(may(publisher, "publish", "nardo", [], "targeted")).toBe(false);
    expect(may(publisher, "read", "nardo", [], "targeted")).toBe(true);
    const trusted = { ...publisher, grants: [...publisher.grants, { role: "targeted" as const, on: "nardo" }] };
    expect(may(trusted, "publish", "nardo", [], "targeted")).toBe(true);
    expect(may(trusted, "publish", "lecce", [], "targeted")).toBe(false);
  });
});
