// The type sizes a sheet may take, from the most generous down to the floors. poster.css holds the same numbers under [data-fit]:
// a style attribute would be refused by the view's content policy; a test keeps the two alike. Used by fitSheet.

/** Sizes in points. `fact` is what is read from a step away, `body` what is read at the sheet. */
export interface Level {
  readonly title: number;
  readonly fact: number;
  readonly label: number;
  readonly body: number;
}

/** Below 40 pt a title can no longer be read in passing: the last levels are for monsters only. */
export const LEVELS: readonly Level[] = [
  { title: 72, fact: 30, label: 17, body: 20 },
  { title: 64, fact: 28, label: 16, body: 19 },
  { title: 56, fact: 26, label: 15, body: 18 },
  { title: 50, fact: 24, label: 15, body: 17 },
  { title: 46, fact: 24, label: 14, body: 16 },
  { title: 42, fact: 22, label: 14, body: 16 },
  { title: 40, fact: 20, label: 13, body: 15 },
  { title: 40, fact: 18, label: 13, body: 14 },
  { title: 36, fact: 17, label: 12, body: 13 },
  { title: 32, fact: 16, label: 12, body: 12 },
  { title: 28, fact: 16, label: 12, body: 12 },
];

/** Everything a title may be set in while it is still read in passing. */
export const READ_IN_PASSING = 40;
