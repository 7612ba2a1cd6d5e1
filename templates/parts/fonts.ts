// Titillium Web as the project uses it: three weights in two subsets, and the @font-face rules for any place they are served from.
// Called by the printer (data addresses), by the phone page and by the two applications (their own addresses).

export const FONT_FAMILY = "Titillium Web";

export const FONT_WEIGHTS = [400, 600, 700] as const;

// The subsets' ranges as cut by @fontsource/titillium-web 5: one rule a subset, so that a page without
// Slavic or Turkish letters loads half as much.
const SUBSETS = {
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-ext":
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
} as const;

export interface FontFile {
  readonly weight: (typeof FONT_WEIGHTS)[number];
  readonly range: string;
  /** File name inside the package's `files/` folder. */
  readonly file: string;
}

export const FONT_FILES: readonly FontFile[] = FONT_WEIGHTS.flatMap((weight) =>
  Object.entries(SUBSETS).map(([subset, range]) => ({
    weight,
    range,
    file: `titillium-web-${subset}-${weight}-normal.woff2`,
  })),
);

/** @param addressOf the address (or data address) where a file of FONT_FILES is found */
export function fontFaceCss(addressOf: (file: string) => string): string {
  return FONT_FILES.map(
    ({ weight, range, file }) =>
      `@font-face{font-family:"${FONT_FAMILY}";font-style:normal;font-weight:${weight};font-display:swap;` +
      `src:url("${addressOf(file)}") format("woff2");unicode-range:${range}}`,
  ).join("\n");
}
