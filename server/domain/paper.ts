// How a posting may be printed: in which arrangement, on which paper. Used by the templates, the print service, http and the desk.
// [N3] Every arrangement says section, reserved law and equal treatment, and carries its code; none mixes sections on a page.

/**
 * poster: a page a language. large: the same in type ×1.4. two: two languages a page. four: all languages on one page, one code for all.
 * leaflet: four A6 on an A4, to be cut. strips: a poster with eight strips to tear off. slip: one A6, given out at the counter.
 */
export const PAPER_FORMATS = ["poster", "large", "two", "four", "leaflet", "strips", "slip"] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

export const PAPER_SIZES = ["a4", "a3", "a6"] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

const SIZES: Readonly<Record<PaperFormat, readonly PaperSize[]>> = {
  poster: ["a4", "a3"],
  large: ["a4", "a3"],
  two: ["a4", "a3"],
  four: ["a4", "a3"],
  leaflet: ["a4"],
  strips: ["a4"],
  slip: ["a6"],
};

/** What is put on a wall; the others are handed out. */
export const HANGS: ReadonlySet<PaperFormat> = new Set<PaperFormat>(["poster", "large", "two", "four", "strips"]);

/** The papers an arrangement is made for; the first is its usual one. */
export function sizesOf(format: PaperFormat): readonly PaperSize[] {
  return SIZES[format];
}

export function isPaperFormat(value: unknown): value is PaperFormat {
  return PAPER_FORMATS.some((format) => format === value);
}

/** The size asked for, or the format's usual one; null where they do not go together. */
export function paperSize(format: PaperFormat, asked: string | undefined): PaperSize | null {
  const sizes = SIZES[format];
  return asked === undefined ? (sizes[0] as PaperSize) : (sizes.find((size) => size === asked) ?? null);
}
