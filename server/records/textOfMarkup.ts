// The words of a text that may hold HTML, as other systems send it: one line a paragraph, nothing of the markup. Called by readPositionOpening.
// What is left is plain text: it is escaped wherever it is shown, so nothing here has to be safe, only readable.

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  euro: "€",
  ndash: "–",
  mdash: "—",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  laquo: "«",
  raquo: "»",
  hellip: "…",
  bull: "•",
  middot: "·",
  deg: "°",
  szlig: "ß",
  oelig: "œ",
  aelig: "æ",
  oslash: "ø",
};

const MARKS: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
  ring: "\u030A",
  cedil: "\u0327",
};

/** Ends a line; everything else in angle brackets is dropped. */
const BREAKS = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section)\b[^<>]*>/gi;

export function linesOfMarkup(text: string): string[] {
  return decoded(
    text
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, "")
      .replace(BREAKS, "\n")
      .replace(/<\/?[a-z][^<>]*>/gi, ""),
  )
    .split(/\n+/)
    .map((line) =>
      line
        .replace(/[\s\u00A0]+/g, " ")
        .replace(/^[•·*-]\s+/, "")
        .trim(),
    )
    .filter((line) => line !== "");
}

/** The first web address in a text or in a link's target; null where there is none. */
export function addressIn(text: string): string | null {
  const found = /https?:\/\/[^\s"'<>]+/i.exec(decoded(text))?.[0];
  return found === undefined ? null : found.replace(/[).,;]+$/, "");
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name: string) => {
    if (name === undefined) {
      const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    }
    if (Object.hasOwn(NAMED, name.toLowerCase())) return NAMED[name.toLowerCase()] as string;
    const [letter = "", mark = ""] = [name.slice(0, 1), name.slice(1).toLowerCase()];
    return Object.hasOwn(MARKS, mark) ? `${letter}${MARKS[mark]}`.normalize("NFC") : whole;
  });
}
