// Whether the glass is the rotation's: no urgent notice on it, no rest, and a clock that keeps deadlines. Made by showOffice, for what is counted as shown
// and for whoever wants to touch.
import { computed, type ReadonlySignal } from "@preact/signals";
import type { Board } from "../server/domain/board.ts";
import { type DisplayProfile, isQuiet } from "../server/domain/display.ts";
import { type PublicUrgent, urgentAt } from "../server/domain/urgent.ts";
import type { Clock } from "./clock.ts";
import { isNight } from "./isNight.ts";
import type { Player } from "./player.ts";

interface Playing {
  readonly board: ReadonlySignal<Board | null>;
  readonly player: Pick<Player, "at">;
  readonly connection: { readonly urgents: ReadonlySignal<readonly PublicUrgent[]> };
  readonly profile: ReadonlySignal<Pick<DisplayProfile, "quiet">>;
  readonly clock: Pick<Clock, "now" | "trust">;
}

export function playsCards({ board, player, connection, profile, clock }: Playing): ReadonlySignal<boolean> {
  return computed(() => {
    const at = player.at.value;
    const office = board.value?.office;
    if (office === undefined || clock.trust() !== "known") return false;
    return (
      urgentAt(connection.urgents.value, office, clock.now()) === null &&
      !isQuiet(profile.value.quiet, at) &&
      !isNight(office, at)
    );
  });
}
