// Counts without people: how often a display showed a posting, how often a code was scanned. No address, no cookie, no time of day.
// [CN1] A display's batch counts once. [CN2] Numbers under five are not told: `tellCounts` leaves them out.
// Called by http/ownDisplay, http/pages and http/displays.

import type { Locale } from "../domain/locale.ts";
import type { Day } from "../domain/time.ts";
import { addDays, romeDay } from "../domain/time.ts";
import type { House } from "../house.ts";
import type { Count } from "../store/store.ts";

const FEWEST = 5;
/** A display may have been without a line; what it says of an older past or of the future is not believed. */
const OLDEST_DAYS = 31;

export interface ShownCount {
  readonly day: Day;
  readonly code: string;
  readonly locale: Locale;
  readonly times: number;
}

/** False where the batch had come before. */
export function countShown(
  { store, clock, mirror }: Pick<House, "store" | "clock" | "mirror">,
  display: string,
  batch: string,
  counts: readonly ShownCount[],
): Promise<boolean> {
  const now = clock.now();
  const [oldest, newest] = [addDays(romeDay(now), -OLDEST_DAYS), addDays(romeDay(now), 1)];
  const believed = counts.filter(({ day, code }) => oldest <= day && day <= newest && mirror.entry(code) !== undefined);
  return store.displays.addBatch(
    display,
    batch,
    now,
    believed.map((count) => ({ ...count, kind: "shown", place: display })),
  );
}

/** Null where it is too few to be nobody in particular. [CN2] */
export function atLeastFive(times: number): number | null {
  return times < FEWEST ? null : times;
}

/** Sums by posting, language and place; those under five are null: too few to be nobody in particular. [CN2] */
export function tellCounts(counts: readonly Count[]): {
  readonly kind: Count["kind"];
  readonly place: string;
  readonly code: string;
  readonly locale: Locale;
  readonly times: number | null;
}[] {
  const sums = new Map<string, Count>();
  for (const count of counts) {
    const key = [count.kind, count.place, count.code, count.locale].join("|");
    const before = sums.get(key);
    sums.set(key, before === undefined ? count : { ...before, times: before.times + count.times });
  }
  return [...sums.values()].map(({ kind, place, code, locale, times }) => ({
    kind,
    place,
    code,
    locale,
    times: atLeastFive(times),
  }));
}
