// Proves the rotation's rules [R1]-[R4] over boards that grow, shrink and change while they are shown.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageRounds, USUAL_PROFILE } from "../../server/domain/display.ts";
import type { PublicPosting } from "../../server/domain/publicPosting.ts";
import { dwell, type RotationProfile, type Turn, turnAt } from "../../server/domain/rotation.ts";
import { DAY, numbered } from "../kiosk/buildPosting.ts";

const START = Date.UTC(2026, 10, 21, 9);
const LOCALES = ["it", "en", "fr", "de"];
const count = (posting: PublicPosting) => posting.content.title.written.text.length;

const inTurn = (locales: readonly string[]): RotationProfile => ({
  rounds: locales.map((one) => [one]),
  sectionWeights: {},
  half: null,
});

const boardOf = (postings: readonly PublicPosting[]) => ({ postings: new Map(postings.map((one) => [one.code, one])) });
const numbers = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: most })
    .map((all) => all.map((n) => numbered(n, {}, START)));

/** Plays a board that stands still, turn after turn. */
function play(
  postings: readonly PublicPosting[],
  turns: number,
  locales = LOCALES,
  profile: RotationProfile = inTurn(locales),
): Turn[] {
  const played: Turn[] = [];
  let previous: Turn | null = null;
  let at = START;
  while (played.length < turns) {
    const turn = turnAt(boardOf(postings), profile, previous, at, count) as Turn;
    played.push(turn);
    previous = turn;
    at = turn.ends;
  }
  return played;
}

describe("rotation", () => {
  it("[R1] shows every live posting before one returns, and none twice running", () => {
    fc.assert(
      fc.property(numbers(12), (postings) => {
        const played = play(postings, postings.length * 4).map((turn) => turn.posting.code);
        for (let round = 0; round < 4; round += 1) {
          const shown = played.slice(round * postings.length, (round + 1) * postings.length);
          expect(new Set(shown).size).toBe(postings.length);
        }
        if (postings.length > 1) expect(played.some((code, index) => code === played[index + 1])).toBe(false);
      }),
    );
  });

  it("shows equal postings equally often in each language, to one showing, at any hour", () => {
    fc.assert(
      fc.property(numbers(9), fc.integer({ min: 1, max: 150 }), (postings, turns) => {
        const played = play(postings, turns);
        for (const locale of LOCALES) {
          const often = postings.map(
            (one) => played.filter((turn) => turn.locale === locale && turn.posting.code === one.code).length,
          );
          expect(Math.max(...often) - Math.min(...often)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("[R2] stays 4 s and 0.136 s a character", () => {
    expect(dwell(160)).toBe(25_760);
    const [turn] = play([numbered(7, {}, START)], 1);
    expect((turn as Turn).ends - (turn as Turn).since).toBe(dwell("Posto 7".length));
  });

  it("[R3] keeps one language through a round and takes the next for the next", () => {
    fc.assert(
      fc.property(numbers(8), fc.subarray(LOCALES, { minLength: 1 }), (postings, locales) => {
        const played = play(postings, postings.length * 5, locales);
        for (const turn of played) expect(turn.locale).toBe(locales[turn.round % locales.length]);
        for (let round = 0; round < 5; round += 1) {
          const mine = played.slice(round * postings.length, (round + 1) * postings.length);
          expect(new Set(mine.map((turn) => turn.round))).toEqual(new Set([round]));
        }
      }),
    );
  });

  it("[R4] a turn begun stays to its end whatever joins or leaves around it", () => {
    fc.assert(
      fc.property(numbers(10), numbers(10), fc.nat({ max: 99 }), (before, after, percent) => {
        const turn = turnAt(boardOf(before), inTurn(LOCALES), null, START, count) as Turn;
        const others = after.filter((one) => one.code !== turn.posting.code);
        const at = turn.since + Math.floor(((turn.ends - turn.since) * percent) / 100);
        const now = turnAt(boardOf([...others, turn.posting]), inTurn(LOCALES), turn, at, count) as Turn;
        expect(now.posting).toBe(turn.posting);
        expect([now.locale, now.since, now.ends]).toEqual([turn.locale, turn.since, turn.ends]);
        expect(now.of).toBe(others.length + 1);
      }),
    );
  });

  it("[R4] new wording is painted in place and the turn keeps its time", () => {
    const turn = turnAt(boardOf([numbered(1, {}, START)]), inTurn(LOCALES), null, START, count) as Turn;
    const reworded = numbered(1, { revision: 2 }, START);
    const now = turnAt(boardOf([reworded]), inTurn(LOCALES), turn, START + 1000, count) as Turn;
    expect(now.posting).toBe(reworded);
    expect([now.since, now.ends, now.place]).toEqual([turn.since, turn.ends, turn.place]);
  });

  it("[R4] its own posting's withdrawal replaces it at once, in the same round and language, place kept", () => {
    fc.assert(
      fc.property(numbers(10), fc.nat({ max: 30 }), (postings, steps) => {
        fc.pre(postings.length > 2);
        const turn = play(postings, steps + 1).at(-1) as Turn;
        const rest = postings.filter((one) => one.code !== turn.posting.code);
        const now = turnAt(boardOf(rest), inTurn(LOCALES), turn, turn.since + 1, count) as Turn;
        expect(now.posting.code).not.toBe(turn.posting.code);
        expect(now.of).toBe(rest.length);
        const wasLast = turn.place === turn.of;
        expect(now.round).toBe(wasLast ? turn.round + 1 : turn.round);
        if (!wasLast) {
          expect(now.locale).toBe(turn.locale);
          expect(now.place).toBe(turn.place);
          expect(turn.passes.get(now.posting.code) ?? 0).toBeLessThanOrEqual(turn.round);
        }
      }),
    );
  });

  it("its own deadline ends a turn by the clock alone", () => {
    const short = numbered(1, { until: START + 2_000 }, START);
    const other = numbered(2, {}, START);
    const turn = turnAt(boardOf([short, other]), inTurn(LOCALES), null, START, count) as Turn;
    expect(turn.posting.code).toBe(short.code);
    expect(turnAt(boardOf([short, other]), inTurn(LOCALES), turn, START + 1_999, count)).toBe(turn);
    expect(turnAt(boardOf([short, other]), inTurn(LOCALES), turn, START + 2_000, count)?.posting.code).toBe(other.code);
    expect(turnAt(boardOf([short]), inTurn(LOCALES), turn, START + 2_000, count)).toBeNull();
  });

  it("shows nothing that is not open now", () => {
    const cases = [
      numbered(1, { from: START + 1 }, START),
      numbered(2, { until: START }, START),
      numbered(3, { state: "suspended" }, START),
      numbered(4, { state: "closed", closed: { reason: "filled", at: START - DAY } }, START),
    ];
    expect(turnAt(boardOf(cases), inTurn(LOCALES), null, START, count)).toBeNull();
    expect(turnAt(boardOf([numbered(5, {}, START)]), inTurn([]), null, START, count)).toBeNull();
  });

  it("[R1] survives any life of a board: no card twice in a round, no round over before every card hanging was in it, none twice running", () => {
    const life = fc.array(fc.record({ toggle: fc.nat({ max: 6 }), wait: fc.integer({ min: 0, max: 9_000 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(life, (steps) => {
        const hanging = new Set<number>([0, 1, 2]);
        let at = START;
        let previous: Turn | null = null;
        const inRound = new Set<string>();
        for (const { toggle, wait } of steps) {
          if (!hanging.delete(toggle)) hanging.add(toggle);
          at += wait;
          const live = [...hanging].map((n) => numbered(n, {}, START));
          const turn: Turn | null = turnAt(boardOf(live), inTurn(LOCALES), previous, at, count);
          if (previous === null || turn === null) inRound.clear();
          else if (turn.round > previous.round) {
            for (const one of live) expect(inRound).toContain(one.code);
            inRound.clear();
          }
          if (turn !== null && turn.since !== previous?.since) {
            expect(inRound).not.toContain(turn.posting.code);
            inRound.add(turn.posting.code);
          }
          if (live.length === 0) expect(turn).toBeNull();
          else expect(live.map((one) => one.code)).toContain(turn?.posting.code);
          const changed: boolean = turn !== null && previous !== null && turn.since !== previous.since;
          if (changed && live.length > 1) expect(turn?.posting.code).not.toBe(previous?.posting.code);
          if (turn) expect(turn.place).toBeLessThanOrEqual(turn.of);
          previous = turn;
        }
      }),
    );
  });

  it("[R5] gives each section turns by its weight, and none at 0; inside a section none twice before all", () => {
    const weights = fc.record({ vacancy: fc.integer({ min: 1, max: 5 }), event: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(
        weights,
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 2, max: 5 }),
        (sectionWeights, jobs, events) => {
          const of = (n: number, section: "vacancy" | "event" | "notice") => {
            const one = numbered(n, {}, START);
            return { ...one, content: { ...one.content, section } };
          };
          const postings = [
            ...Array.from({ length: jobs }, (_, n) => of(n, "vacancy")),
            ...Array.from({ length: events }, (_, n) => of(20 + n, "event")),
            of(40, "notice"),
          ];
          const lightest = Math.min(sectionWeights.vacancy, sectionWeights.event);
          const perRound = (jobs * sectionWeights.vacancy + events * sectionWeights.event) / lightest;
          const profile = { rounds: [["it"]], sectionWeights: { ...sectionWeights, notice: 0 }, half: null } as const;
          const played = play(postings, Math.round(perRound * 12), LOCALES, profile).map((turn) => turn.posting);
          const times = (code: string) => played.filter((one) => one.code === code).length;
          for (const one of postings) {
            const due =
              one.content.section === "notice"
                ? 0
                : (sectionWeights[one.content.section as "vacancy" | "event"] / lightest) * 12;
            expect(Math.abs(times(one.code) - due)).toBeLessThanOrEqual(2);
          }
          for (const section of ["vacancy", "event"] as const) {
            const often = postings.filter((one) => one.content.section === section).map((one) => times(one.code));
            expect(Math.max(...often) - Math.min(...often)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it("[R6] two screens side by side never show the same posting, and together all of them", () => {
    fc.assert(
      fc.property(numbers(12), (postings) => {
        const half = (which: 0 | 1) =>
          new Set(play(postings, 24, LOCALES, { ...inTurn(LOCALES), half: which }).map((turn) => turn.posting.code));
        const [left, right] = [half(0), half(1)];
        fc.pre(left.size + right.size <= postings.length);
        expect([...left].filter((code) => right.has(code))).toEqual([]);
        expect(left.size + right.size).toBe(postings.length);
      }),
    );
  });

  it("[R3] follows the display's languages: in turn, side by side, weighted", () => {
    const rounds = (changes: Partial<typeof USUAL_PROFILE>) =>
      languageRounds({ ...USUAL_PROFILE, ...changes }, LOCALES).map((group) => group.join("+"));
    expect(rounds({})).toEqual(["it", "en", "fr", "de"]);
    expect(rounds({ policy: "together" })).toEqual(["it+en", "fr+de"]);
    const weighted = rounds({ policy: "weighted", localeWeights: { it: 3, de: 0 } });
    expect(weighted.filter((one) => one === "it")).toHaveLength(3);
    expect(weighted).toHaveLength(5);
    expect(weighted).not.toContain("de");
    expect(weighted.join(" ")).not.toContain("it it it");
    const [turn] = play([numbered(1, {}, START)], 1, LOCALES, {
      rounds: [["fr", "de"]],
      sectionWeights: {},
      half: null,
    });
    expect([turn?.locale, turn?.beside]).toEqual(["fr", "de"]);
  });
});
