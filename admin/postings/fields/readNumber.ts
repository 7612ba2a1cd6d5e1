// A number as people write it at a desk: "1.500,50", "1500.5", "1 500", "€ 1.500". Called by NumberField.

/** The number, null for nothing written, NaN for what is no number. */
export function readNumber(written: string): number | null {
  const text = written.replace(/[\s\u00A0\u202F€'’]/g, "");
  if (text === "") return null;
  if (!/^\d[\d.,]*$/.test(text)) return Number.NaN;
  const comma = text.lastIndexOf(",");
  const point = text.lastIndexOf(".");
  if (comma >= 0 && point >= 0) {
    const [thousands, decimal] = comma > point ? [".", ","] : [",", "."];
    return Number(text.replaceAll(thousands, "").replace(decimal, "."));
  }
  const mark = comma >= 0 ? "," : ".";
  const parts = text.split(mark);
  // Three digits after a single mark are thousands: nobody writes a wage with three decimals.
  if (parts.length > 2 || (parts.length === 2 && parts[1]?.length === 3)) {
    return parts.slice(1).every((part) => part.length === 3) ? Number(parts.join("")) : Number.NaN;
  }
  return Number(parts.join("."));
}
