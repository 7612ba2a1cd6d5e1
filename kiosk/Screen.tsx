// The whole glass: the card whose turn it is, or the office where there is nothing to show, or the night. Rendered by main.tsx.
// Only words change between cards; there is no instant at which nothing is shown.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Board } from "../server/domain/board.ts";
import { type DisplayProfile, isQuiet } from "../server/domain/display.ts";
import type { Turn } from "../server/domain/rotation.ts";
import type { Instant } from "../server/domain/time.ts";
import { urgentAt } from "../server/domain/urgent.ts";
import { CrossFade } from "./CrossFade.tsx";
import type { Clock } from "./clock.ts";
import type { Connection } from "./connection.ts";
import { type Face, faceOf, type Moment } from "./faceOf.tsx";
import type { Viewport } from "./followViewport.ts";
import type { Languages } from "./languages.ts";
import type { LargeGlass } from "./largeGlass.tsx";
import type { PairGlass } from "./pairGlass.tsx";
import type { Player } from "./player.ts";
import { reportFault } from "./reportFault.ts";

interface ScreenProps {
  readonly languages: Languages;
  readonly board: ReadonlySignal<Board | null>;
  readonly player: Player;
  readonly connection: Pick<Connection, "lastContact" | "client" | "officeUnknown" | "urgents">;
  readonly viewport: Viewport;
  readonly profile: ReadonlySignal<DisplayProfile>;
  readonly clock: Pick<Clock, "now" | "trust">;
  /** Null: the usual card. */
  readonly large: LargeGlass | null;
  /** Null where no two languages stand side by side. */
  readonly pair: ReadonlySignal<PairGlass | null>;
  /** Null in the demonstration. */
  readonly place: string | null;
}

export function Screen(props: ScreenProps) {
  const { languages, board, player, connection, viewport, profile, clock, place, large, pair } = props;
  const { layout } = viewport;
  // Repainting each second what changes each minute would cost an old television its calm.
  const { minute, contact, broken, urgent, trusted, part } = useMemo(
    () => ({
      urgent: computed(() => {
        const office = board.value?.office;
        // Looked at again as time goes on, but by the time it is: to one just raised the last look is the past.
        player.at.value;
        return office === undefined ? null : urgentAt(connection.urgents.value, office, clock.now());
      }),
      trusted: computed(() => isTrusted(clock, player.at.value)),
      part: computed(() => partAt(large, languages, player)),
      minute: computed(() => wholeMinute(player.at.value)),
      contact: computed(() => wholeMinute(connection.lastContact.value)),
      broken: signal<readonly string[]>([]),
    }),
    [player, connection, board, clock, languages, large],
  );
  const last = useRef<Face | null>(null);
  const wordsOf = languages.wordsOf.value;
  const locales = languages.ready.value;
  if (wordsOf !== null && locales.length > 0) {
    const moment: Moment = {
      wordsOf,
      locales,
      theme: profile.value.theme,
      board: board.value,
      turn: player.turn.value,
      layout: layout.value,
      now: minute.value as Instant,
      confirmedAt: contact.value,
      publicUrl: connection.client.value?.publicUrl ?? window.location.origin,
      officeUnknown: connection.officeUnknown.value,
      broken: broken.value,
      urgent: urgent.value,
      trusted: trusted.value,
      quiet: isQuiet(profile.value.quiet, minute.value as Instant),
      place,
      large,
      part: part.value,
      pair: pair.value,
    };
    last.current = faceOrFault(moment) ?? last.current;
  }
  const face = last.current;
  const lang = face?.lang;
  useEffect(() => {
    if (lang !== undefined) document.documentElement.lang = lang;
  }, [lang]);
  if (face === null) return null;

  const onFault = (name: string, fault: unknown) => {
    reportFault(name, fault);
    const turn: Turn | null = player.turn.peek();
    if (turn !== null && name.includes(turn.posting.code)) player.skip(turn.posting);
    else broken.value = [...broken.peek(), name];
  };
  return <CrossFade name={face.name} draw={face.draw} onFault={onFault} />;
}

/** Null where even the frame around the card failed: then the glass stays as it is. */
function faceOrFault(moment: Moment): Face | null {
  try {
    return faceOf(moment);
  } catch (fault) {
    reportFault("screen", fault);
    return null;
  }
}

/** `at` makes it looked at again as time goes on. */
function isTrusted(clock: Pick<Clock, "trust">, _at: Instant): boolean {
  return clock.trust() === "known";
}

/** In large type a posting is shown in parts, each as long as there is to read in it. */
function partAt(large: LargeGlass | null, languages: Languages, { turn, at }: Player): number {
  const now = turn.value;
  const words = now === null ? undefined : languages.wordsOf.value?.(now.locale);
  return large === null || now === null || words === undefined ? 0 : large.partAt(now, words, at.value);
}

function wholeMinute(at: Instant | null): Instant | null {
  return at === null ? null : Math.floor(at / 60_000) * 60_000;
}
