// The displays one may see, each with its health, and those taken back this week: what the desk's page of screens shows. Called by http/displays.

import type { DisplayState } from "../domain/display.ts";
import { DISPLAY_STATES, healthOf } from "../domain/display.ts";
import type { DisplayLine, DisplaysAnswer } from "../domain/displayContract.ts";
import type { OwnerId } from "../domain/owner.ts";
import type { Revision } from "../domain/posting.ts";
import type { User } from "../domain/user.ts";
import { may } from "../domain/user.ts";
import type { House } from "../house.ts";
import { boardOf } from "./boardOf.ts";

type Needs = Pick<House, "mirror" | "clock" | "roll">;

/** So long the list still says that somebody took a display back, and when. */
const TOLD_UNPAIRED = 7 * 86_400_000;

export function listDisplays(house: Needs, user: User): DisplaysAnswer {
  const { mirror, clock, roll } = house;
  const now = clock.now();
  const newest = new Map<OwnerId, Revision>();
  const displays: DisplayLine[] = [];
  const unpaired: DisplayLine[] = [];
  for (const display of roll.displays().values()) {
    const office = mirror.office(display.office);
    if (office === null || (display.revokedAt !== null && now - display.revokedAt > TOLD_UNPAIRED)) continue;
    if (!may(user, "read", office.id, office.parent === null ? [] : [office.parent])) continue;
    const current = newest.get(office.id) ?? newestOf(house, office.id);
    newest.set(office.id, current);
    const seen = roll.seen(display.id);
    const code = seen?.beat.code ?? null;
    const shown = code === null ? null : (mirror.entry(code)?.shown ?? null);
    (display.revokedAt === null ? displays : unpaired).push({
      display,
      office: { id: office.id, name: office.name },
      seen,
      health: healthOf(display, seen, current, now),
      title:
        shown === null ? null : (shown.occupation?.[seen?.beat.locale ?? "it"] ?? shown.content.title.written.text),
    });
  }
  const counts = Object.fromEntries(DISPLAY_STATES.map((state) => [state, 0])) as Record<DisplayState, number>;
  for (const { health } of [...displays, ...unpaired]) counts[health.state] += 1;
  const worst = (line: DisplayLine) => ["frozen", "offline", "stale", "unpaired", "live"].indexOf(line.health.state);
  displays.sort(
    (a, b) =>
      worst(a) - worst(b) ||
      a.office.name.localeCompare(b.office.name, "it") ||
      a.display.name.localeCompare(b.display.name, "it"),
  );
  unpaired.sort((a, b) => (b.display.revokedAt ?? 0) - (a.display.revokedAt ?? 0));
  return { now, displays, unpaired, counts };
}

/** The revision a display of this office must at least have: that of the last change it was told of. */
export function newestOf({ mirror, clock }: Pick<House, "mirror" | "clock">, office: OwnerId): Revision {
  const found = mirror.office(office);
  if (found === null) return 0;
  return boardOf(mirror, found, clock.now()).reduce(
    (most, { revision }) => Math.max(most, revision),
    mirror.officeRevision(office),
  );
}
