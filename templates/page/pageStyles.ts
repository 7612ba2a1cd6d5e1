// Where the pages' style sheet comes from. The server joins the font rules and these files, in this order, into one
// /assets/page.<hash>.css, and serves the font files beside it.

/** Paths below the project's root. */
export const PAGE_STYLES = [
  "templates/parts/tokens.css",
  "templates/page/page.css",
  "templates/page/posting.css",
  "templates/page/touch.css",
  "templates/page/board.css",
  "templates/page/wide.css",
  "templates/page/dark.css",
] as const;
