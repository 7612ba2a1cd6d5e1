// Where the poster's style sheet comes from. For a print job the server hands over POSTER_STYLES joined; for the print view it serves
// the font rules and POSTER_VIEW_STYLES as one /assets/poster.<hash>.css.

/** Paths below the project's root, in this order. */
export const POSTER_STYLES = [
  "templates/parts/tokens.css",
  "templates/poster/poster.css",
  "templates/poster/levels.css",
  "templates/poster/large.css",
  "templates/poster/panel.css",
  "templates/poster/panelLevels.css",
  "templates/poster/panelPages.css",
  "templates/bulletin/bulletin.css",
] as const;

export const POSTER_VIEW_STYLES = [...POSTER_STYLES, "templates/poster/posterView.css"] as const;
