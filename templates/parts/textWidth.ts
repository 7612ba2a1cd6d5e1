// How wide a text is in Titillium Web and how many lines it takes, computed from the letters' widths: server and browsers agree,
// and nothing has to be laid out first. Called by fitCard and the poster. Widths were measured in Chromium, rounded up to 0.02 em.

export type Weight = 400 | 600 | 700;

// Thousandths of an em → the letters that wide. Kerning only narrows, so the sum is an upper bound.
const WIDTHS: Readonly<Record<Weight, Readonly<Record<number, string>>>> = {
  400: {
    220: " '.:ij\u00a0·ı‘’",
    240: ",`l|",
    260: "!;I",
    280: "()",
    300: "J",
    320: "ł",
    340: "[]f",
    360: "rt{}„",
    380: '"“”',
    420: "*/",
    440: "-\\c",
    460: "?xz",
    480: "Lks•",
    500: "vy§Ł",
    520: "aeg",
    540: "FTYZbdhnopqu«»øþ",
    560: "0123456789#$%+<=>CESX^~°×ð€",
    580: "Kß",
    600: "APVÞ",
    620: "BGR",
    640: "_–",
    660: "DOQUÐØ",
    680: "HN",
    700: "&",
    740: "…",
    780: "w",
    820: "æ",
    840: "Mm",
    860: "œ",
    880: "Æ",
    900: "W",
    940: "Œ",
    980: "@",
    1140: "—",
  },
  600: {
    220: " \u00a0",
    240: "'.:·’",
    260: ",`ijl|ı‘",
    280: "!;I",
    300: "()J",
    360: "[]ft{}ł",
    380: "r",
    400: '"„',
    420: "“”",
    440: "*-",
    460: "/?cz•",
    480: "L\\sx",
    500: "kvyŁ",
    520: "ae§",
    540: "FTZbdgopqøþ",
    560: "0123456789#$%+<=>CESY^hnu~°×ð€",
    580: "X«»",
    600: "AKPVÞß",
    620: "BGR",
    640: "_–",
    660: "DOQUÐØ",
    680: "H",
    700: "&N",
    760: "…",
    780: "w",
    800: "æ",
    840: "m",
    860: "Mœ",
    880: "Æ",
    920: "WŒ",
    980: "@",
    1140: "—",
  },
  700: {
    220: " \u00a0",
    240: "'",
    260: ".:ij·ı‘’",
    280: "!,;`l|",
    300: "I",
    320: "()J",
    360: "[]f",
    380: "rt{}",
    400: "ł",
    420: '"-',
    440: "*?”„",
    460: "cz“•",
    480: "/Lsx",
    500: "\\vyŁ",
    520: "aek§",
    540: "FTZgoø",
    560: "0123456789#$%+<=>CESY^bdhnpqu~°×þ€",
    580: "Xð",
    600: "KPÞ",
    620: "ABGRV_«»ß–",
    640: "D",
    660: "OQUÐØ",
    680: "H",
    700: "N",
    720: "&",
    780: "w…",
    800: "æ",
    840: "mœ",
    860: "M",
    880: "Æ",
    920: "Œ",
    940: "W",
    980: "@",
    1120: "—",
  },
};

/** A letter of another script, drawn in a borrowed font. */
const UNKNOWN = 1000;

const tables = new Map<Weight, Map<string, number>>();

function tableOf(weight: Weight): Map<string, number> {
  const before = tables.get(weight);
  if (before !== undefined) return before;
  const table = new Map<string, number>();
  for (const [width, letters] of Object.entries(WIDTHS[weight]))
    for (const letter of letters) table.set(letter, Number(width));
  table.set("\u00ad", 0).set("\u202f", 220);
  tables.set(weight, table);
  return table;
}

/** Width in em. */
export function textWidth(text: string, weight: Weight): number {
  const table = tableOf(weight);
  let sum = 0;
  for (const letter of text) {
    // An accent adds no width: é is as wide as e.
    sum += table.get(letter) ?? table.get(letter.normalize("NFD").charAt(0)) ?? UNKNOWN;
  }
  return sum / 1000;
}

/** Lines a text breaks into at a width in em, as a browser breaks it: at spaces that allow it, after hyphens and slashes. Infinity where a word is too long. */
export function linesNeeded(text: string, weight: Weight, width: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of text.match(/[^ \n/-]*[/-]+|[^ \n/-]+|[ \n]+/g) ?? []) {
    const isSpace = /^[ \n]/.test(piece);
    const needed = isSpace ? textWidth(" ", weight) : textWidth(piece, weight);
    if (!isSpace && needed > width) return Number.POSITIVE_INFINITY;
    if (used + needed <= width || isSpace) used += needed;
    else {
      lines += 1;
      used = needed;
    }
  }
  return lines;
}

/** As much of a text as stands in so many lines, ended by "…" at a word where it had to be cut. */
export function cutToLines(text: string, weight: Weight, width: number, lines: number): string {
  if (linesNeeded(text, weight, width) <= lines) return text;
  const words = text.split(/[ \n]+/);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const cut = `${words
      .slice(0, count)
      .join(" ")
      .replace(/[\s,;:.–-]+$/, "")}…`;
    if (linesNeeded(cut, weight, width) <= lines) return cut;
  }
  // One endless word: the style sheet breaks it.
  return text;
}
