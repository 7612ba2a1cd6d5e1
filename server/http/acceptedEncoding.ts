// Which of a page's encodings a reader's program takes: brotli, else gzip, else plain. Called by pageBytes and assets.

export type Encoding = "plain" | "gzip" | "brotli";

/** Browsers send few different headers: what each means is worked out once. */
const known = new Map<string, Encoding>();

export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined) return "plain";
  const met = known.get(header);
  if (met !== undefined) return met;
  const encoding = takes(header, "br") ? "brotli" : takes(header, "gzip") ? "gzip" : "plain";
  if (known.size < 200 && header.length < 200) known.set(header, encoding);
  return encoding;
}

/** Named, or meant by `*`, and not refused by `q=0`. */
function takes(header: string, coding: string): boolean {
  const listed = header.split(",").map((part) => {
    const [name = "", ...parameters] = part.toLowerCase().split(";");
    return { name: name.trim(), refused: parameters.some((parameter) => /^\s*q\s*=\s*0(\.0*)?\s*$/.test(parameter)) };
  });
  const meant = listed.find(({ name }) => name === coding) ?? listed.find(({ name }) => name === "*");
  return meant !== undefined && !meant.refused;
}
