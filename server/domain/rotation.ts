// What a display shows next: a pure function of (board, profile, the turn before, instant). No timer and no hidden state.
// [R1] One card at a time; in a round every live posting is shown, and with equal weights none twice before all others. Never the same twice
//      running while there is another. [R5] A section of weight n has n times the turns of one of weight 1; at 0 it is not shown.
// [R2] Each card stays 4 s + 0.136 s per character (reading rate for second-language and low-vision readers, handbook people 4).
// [R3] A round is shown in one language (or in several side by side), the next round in the next of the profile's list.
// [R4] A turn that has begun stays until it ends, whatever else changes; only its own posting's end or new wording ends or renews it, in place.
// [R6] Two screens side by side share the postings: none hangs on both at once.
// Used by the display; the desk asks it what a screen shows.
import type { ReadBoard } from "./board.ts";
import { livePostings } from "./board.ts";
import type { Code } from "./code.ts";
import type { Locale } from "./locale.ts";
import type { PublicPosting } from "./publicPosting.ts";
import type { Section } from "./section.ts";
import type { Instant } from "./time.ts";

export interface RotationProfile {
  /** The languages of successive rounds: languageRounds(). */
  readonly rounds: readonly (readonly Locale[])[];
  /** 0 to 9; one where nothing is said. [R5] */
  readonly sectionWeights: Readonly<Partial<Record<Section, number>>>;
  /** Which of two screens; null: the only one. [R6] */
  readonly half: 0 | 1 | null;
}

export interface Turn {
  readonly posting: PublicPosting;
  readonly locale: Locale;
  /** Shown beside it at the same time, or null. */
  readonly beside: Locale | null;
  /** Rounds completed before this one; gives the language. */
  readonly round: number;
  /** How far each posting has come, in rounds: a posting beyond `round` has been shown in it. */
  readonly passes: ReadonlyMap<Code, number>;
  /** Place in the round, from 1, and how many there are now. */
  readonly place: number;
  readonly of: number;
  readonly since: Instant;
  readonly ends: Instant;
}

/** Sums of fractions differ in their last digits. */
const NEAR = 1e-6;

/** Milliseconds a card of so many characters stays. [R2] */
export function dwell(characters: number): number {
  return 4000 + 136 * characters;
}

/** The turn at an instant, given the one before; null for the empty board. `charactersOf` counts what a card shows in a locale. */
export function turnAt(
  board: ReadBoard,
  profile: RotationProfile,
  previous: Turn | null,
  at: Instant,
  charactersOf: (posting: PublicPosting, locale: Locale) => number,
): Turn | null {
  const live = ofScreen(
    livePostings(board, at).filter((one) => weightOf(one, profile) > 0),
    profile.half,
  );
  if (live.length === 0 || profile.rounds.length === 0) return null;
  if (previous !== null && at < previous.ends) {
    const same = live.find((posting) => posting.code === previous.posting.code);
    // [R4] New wording is painted in place; the turn keeps its time.
    if (same) {
      const place = placeIn(live, previous.passes, previous.round);
      if (same === previous.posting && previous.of === live.length && previous.place === place) return previous;
      return { ...previous, posting: same, place, of: live.length };
    }
  }
  const before = previous?.round ?? 0;
  // One that joins does so in the round that runs: not behind by all it has missed.
  const passOf = (posting: PublicPosting) => previous?.passes.get(posting.code) ?? before;
  const next = choose(live, passOf, previous?.posting.code ?? null);
  const round = Math.max(before, Math.floor(passOf(next) + NEAR));
  const passes = new Map<Code, number>();
  for (const [code, pass] of previous?.passes ?? []) if (pass > round + NEAR) passes.set(code, pass);
  for (const posting of live) passes.set(posting.code, passOf(posting));
  const lightest = Math.min(...live.map((one) => weightOf(one, profile)));
  passes.set(next.code, passOf(next) + lightest / weightOf(next, profile));
  const [locale, beside = null] = profile.rounds[round % profile.rounds.length] as readonly Locale[];
  if (locale === undefined) return null;
  const characters = Math.max(charactersOf(next, locale), beside === null ? 0 : charactersOf(next, beside));
  return {
    posting: next,
    locale,
    beside,
    round,
    passes,
    place: placeIn(live, passes, round),
    of: live.length,
    since: at,
    ends: at + dwell(characters),
  };
}

/** The one that has come least far, in reading order; not the one just shown where there is another. */
function choose(
  live: readonly PublicPosting[],
  passOf: (posting: PublicPosting) => number,
  last: Code | null,
): PublicPosting {
  const others = live.length > 1 ? live.filter(({ code }) => code !== last) : live;
  return others.reduce((best, one) => (passOf(one) < passOf(best) - NEAR ? one : best));
}

function weightOf({ content }: PublicPosting, { sectionWeights }: RotationProfile): number {
  return sectionWeights[content.section] ?? 1;
}

/** [R6] By the code, so that both screens agree without a word; a screen that would stay empty shows all. */
function ofScreen(live: readonly PublicPosting[], half: RotationProfile["half"]): readonly PublicPosting[] {
  if (half === null) return live;
  const mine = live.filter(({ code }) => [...code].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 2 === half);
  return mine.length > 0 ? mine : live;
}

/** Never above how many there are: those that left are counted in neither. */
function placeIn(live: readonly PublicPosting[], passes: ReadonlyMap<Code, number>, round: number): number {
  return live.filter((posting) => (passes.get(posting.code) ?? 0) > round + NEAR).length;
}
