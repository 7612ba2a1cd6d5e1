// What a display shows next: a pure function of (board, profile, the turn before, instant). No timer and no hidden state.
// [R1] One card at a time; all live postings are shown before one returns. [R2] Each card stays 4 s + 0.136 s per character
//      (reading rate for second-language and low-vision readers, handbook people 4).
// [R3] A round shows every posting in one language, the next round in the next. [R4] A turn that has begun stays until it ends,
//      whatever else changes; only its own posting's end or new wording ends or renews it, in place.
// Used by the display; the desk asks it what a screen shows.
import type { Board } from "./board.ts";
import { livePostings } from "./board.ts";
import type { Code } from "./code.ts";
import type { Locale } from "./locale.ts";
import type { PublicPosting } from "./publicPosting.ts";
import type { Instant } from "./time.ts";

export interface RotationProfile {
  readonly locales: readonly Locale[];
}

export interface Turn {
  readonly posting: PublicPosting;
  readonly locale: Locale;
  /** Rounds completed before this one; gives the language. */
  readonly round: number;
  /** Codes already shown in this round, this one included. */
  readonly shown: readonly Code[];
  /** Place in the round, from 1, and how many there are now. */
  readonly place: number;
  readonly of: number;
  readonly since: Instant;
  readonly ends: Instant;
}

/** Milliseconds a card of so many characters stays. [R2] */
export function dwell(characters: number): number {
  return 4000 + 136 * characters;
}

/** The turn at an instant, given the one before; null for the empty board. `charactersOf` counts what a card shows in a locale. */
export function turnAt(
  board: Pick<Board, "postings">,
  profile: RotationProfile,
  previous: Turn | null,
  at: Instant,
  charactersOf: (posting: PublicPosting, locale: Locale) => number,
): Turn | null {
  const live = livePostings(board, at);
  if (live.length === 0 || profile.locales.length === 0) return null;
  if (previous !== null && at < previous.ends) {
    const same = live.find((posting) => posting.code === previous.posting.code);
    // [R4] New wording is painted in place; the turn keeps its time.
    if (same) {
      const place = placeIn(live, new Set(previous.shown));
      if (same === previous.posting && previous.of === live.length && previous.place === place) return previous;
      return { ...previous, posting: same, place, of: live.length };
    }
  }
  const shown = new Set(previous?.shown ?? []);
  let round = previous?.round ?? 0;
  let next = live.find((posting) => !shown.has(posting.code));
  if (next === undefined) {
    round += 1;
    shown.clear();
    next = live[0] as PublicPosting;
    // With two or more postings the last of a round is not also the first of the next.
    if (live.length > 1 && next.code === previous?.posting.code) next = live[1] as PublicPosting;
  }
  shown.add(next.code);
  const locale = profile.locales[round % profile.locales.length] as Locale;
  return {
    posting: next,
    locale,
    round,
    shown: [...shown],
    place: placeIn(live, shown),
    of: live.length,
    since: at,
    ends: at + dwell(charactersOf(next, locale)),
  };
}

/** Never above how many there are: those that left are counted in neither. */
function placeIn(live: readonly PublicPosting[], shown: ReadonlySet<Code>): number {
  return live.filter((posting) => shown.has(posting.code)).length;
}
