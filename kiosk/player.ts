// Plays the board: asks the domain's rotation whose turn it is, at least once a second, so that what is withdrawn or over
// leaves within two. Made by main.tsx; Screen paints its turn.
// [Y1] One timer. [Y2] A posting that cannot be shown is passed over until it changes. [Y3] A clock set back never holds a card.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Board } from "../server/domain/board.ts";
import type { Locale } from "../server/domain/locale.ts";
import type { PublicPosting } from "../server/domain/publicPosting.ts";
import { type RotationProfile, type Turn, turnAt } from "../server/domain/rotation.ts";
import type { Instant } from "../server/domain/time.ts";
import { reportFault } from "./reportFault.ts";

export interface PlayerSettings {
  readonly board: ReadonlySignal<Board | null>;
  /** What this display shows of it: only languages whose words are loaded. */
  readonly profile: ReadonlySignal<RotationProfile>;
  readonly now: () => Instant;
  readonly charactersOf: (posting: PublicPosting, locale: Locale) => number;
}

export interface Player {
  /** Null: nothing to show. */
  readonly turn: ReadonlySignal<Turn | null>;
  /** The instant of the last look, moved on at most once a second. */
  readonly at: ReadonlySignal<Instant>;
  /** The posting cannot be painted: on to the next. */
  skip(posting: PublicPosting): void;
  stop(): void;
}

const LONGEST_WAIT = 1_000;

export function createPlayer({ board, profile, now, charactersOf }: PlayerSettings): Player {
  const turn = signal<Turn | null>(null);
  const at = signal(now());
  const skipped = signal<ReadonlyMap<string, number>>(new Map());
  const playable = computed(() => {
    const postings = new Map(board.value?.postings ?? []);
    for (const [code, revision] of skipped.value) if (postings.get(code)?.revision === revision) postings.delete(code);
    return { postings };
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const skip = (posting: PublicPosting) => {
    skipped.value = new Map(skipped.peek()).set(posting.code, posting.revision);
  };

  const count = (posting: PublicPosting, locale: Locale) => {
    try {
      return charactersOf(posting, locale);
    } catch (fault) {
      reportFault("card", fault);
      queueMicrotask(() => skip(posting));
      return 0;
    }
  };

  const look = () => {
    clearTimeout(timer);
    if (stopped) return;
    const instant = now();
    at.value = instant;
    turn.value = turnAt(playable.peek(), profile.peek(), notAhead(turn.peek(), instant), instant, count);
    const rest = (turn.peek()?.ends ?? Number.POSITIVE_INFINITY) - instant;
    timer = setTimeout(look, Math.max(20, Math.min(LONGEST_WAIT, rest)));
  };

  const watching = effect(() => {
    playable.value;
    profile.value;
    look();
  });

  return {
    turn,
    at,
    skip,
    stop() {
      stopped = true;
      clearTimeout(timer);
      watching();
    },
  };
}

/** A turn that seems to begin in the future was timed by a clock since set back: it begins now. [Y3] */
function notAhead(turn: Turn | null, at: Instant): Turn | null {
  if (turn === null || turn.since <= at) return turn;
  return { ...turn, since: at, ends: at + (turn.ends - turn.since) };
}
