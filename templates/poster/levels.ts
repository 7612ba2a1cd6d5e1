// The type sizes a sheet may take, from the most generous down to the floors. poster.css holds the same numbers under [data-fit]:
// a style attribute would be refused by the view's content policy; a test keeps the two alike. Used by fitSheet.

/** Sizes in points. `fact` is what is read from a step away, `body` what is read at the sheet. */
export interface Level {
  readonly title: number;
  readonly fact: number;
  readonly label: number;
  readonly body: number;
  /** The way to apply. */
  readonly way: number;
  /** Space above and below each row of the table. */
  readonly row: number;
}

/** Below 40 pt a title can no longer be read in passing: the last levels are for monsters only. */
export const LEVELS: readonly Level[] = [
  { title: 72, fact: 30, label: 17, body: 20, way: 20, row: 6 },
  { title: 64, fact: 28, label: 16, body: 19, way: 19, row: 6 },
  { title: 56, fact: 26, label: 15, body: 18, way: 18, row: 6 },
  { title: 50, fact: 24, label: 15, body: 17, way: 17, row: 6 },
  { title: 46, fact: 24, label: 14, body: 16, way: 16, row: 6 },
  { title: 42, fact: 22, label: 14, body: 16, way: 16, row: 5 },
  { title: 40, fact: 20, label: 13, body: 15, way: 16, row: 5 },
  { title: 40, fact: 18, label: 13, body: 14, way: 15, row: 4 },
  { title: 40, fact: 17, label: 12, body: 13, way: 14, row: 4 },
  { title: 40, fact: 16, label: 12, body: 12, way: 14, row: 3 },
  { title: 34, fact: 16, label: 12, body: 12, way: 14, row: 3 },
  { title: 28, fact: 16, label: 12, body: 12, way: 14, row: 3 },
];

/** Large print is enlarged 1.4 times: its smallest type is still 16.8 points. */
export const LARGE_LEVELS: readonly Level[] = [
  ...LEVELS,
  { title: 28, fact: 14, label: 12, body: 12, way: 12, row: 2 },
];

/** Everything a title may be set in while it is still read in passing. */
export const READ_IN_PASSING = 40;
