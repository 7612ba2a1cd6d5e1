// Type sizes of a panel (a posting told briefly in a part of a page), from generous to the floors. panelLevels.css holds the same numbers
// under [data-panel]; a test keeps the two alike. Used by fitPanel.

/** Sizes in points. */
export interface PanelLevel {
  readonly title: number;
  readonly fact: number;
  /** Labels, the way to apply, marks. */
  readonly label: number;
  /** Section, language, foot. */
  readonly small: number;
  /** Space above and below each row. */
  readonly row: number;
}

export const PANEL_LEVELS: readonly PanelLevel[] = [
  { title: 56, fact: 24, label: 16, small: 12, row: 5 },
  { title: 48, fact: 22, label: 15, small: 12, row: 5 },
  { title: 42, fact: 20, label: 14, small: 12, row: 4 },
  { title: 36, fact: 18, label: 13, small: 12, row: 4 },
  { title: 32, fact: 17, label: 13, small: 12, row: 3 },
  { title: 28, fact: 16, label: 12, small: 12, row: 3 },
  { title: 24, fact: 14, label: 12, small: 12, row: 2 },
  { title: 21, fact: 13, label: 12, small: 12, row: 2 },
  { title: 18, fact: 12, label: 12, small: 12, row: 1 },
  { title: 20, fact: 12, label: 10, small: 9, row: 2 },
  { title: 17, fact: 11, label: 9.5, small: 9, row: 1.5 },
  { title: 14, fact: 10, label: 9, small: 9, row: 1 },
];

/** Sheets that hang keep to 12 points and more; what is held in the hand may go down to 9. */
export const HANGING = PANEL_LEVELS.slice(0, 9);
export const IN_HAND = PANEL_LEVELS.slice(6);
