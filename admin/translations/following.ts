// Which posting comes after the one a translator is at, also when that one has just left the queue: what was skipped on the way is not met again.
// Called by SheetPage.

export interface Place {
  readonly code: string;
  readonly locale: string;
}

const same = (a: Place) => (b: Place) => a.code === b.code && a.locale === b.locale;

/** @param before the queue when the posting was opened; `now` as it is. Undefined: nothing follows. */
export function following<P extends Place>(
  before: readonly Place[],
  now: readonly P[],
  here: Place,
  by: 1 | -1,
): P | undefined {
  const at = now.findIndex(same(here));
  if (at >= 0) return now[at + by];
  const was = before.findIndex(same(here));
  if (was < 0) return now[0];
  const passed = by === 1 ? before.slice(0, was) : before.slice(was + 1);
  const left = now.filter((one) => !passed.some(same(one)));
  return by === 1 ? left[0] : left.at(-1);
}
