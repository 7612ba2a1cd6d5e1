// Dates said with the month's name, in any language Intl knows. Called by valuesIn.

interface Months {
  /** "15 dicembre 2026", "15. Dezember", "15th of December". */
  readonly dayFirst: RegExp;
  /** "December 15, 2026". */
  readonly monthFirst: RegExp;
  numberOf(name: string): number | null;
}

const known = new Map<string, Months>();

export function monthsOf(intl: string): Months {
  const before = known.get(intl);
  if (before !== undefined) return before;
  const numbers = new Map<string, number>();
  for (const style of ["long", "short"] as const) {
    // With a day beside it, languages that bend their months give the bent form.
    const format = new Intl.DateTimeFormat(intl, { day: "numeric", month: style, timeZone: "UTC" });
    for (let month = 0; month < 12; month += 1) {
      const parts = format.formatToParts(Date.UTC(2026, month, 15));
      const name = parts.find(({ type }) => type === "month")?.value ?? "";
      const plain = fold(name);
      if (/\p{L}/u.test(plain)) numbers.set(plain, month + 1);
    }
  }
  const names = [...numbers.keys()].sort((a, b) => b.length - a.length).join("|") || "(?!)";
  const months: Months = {
    dayFirst: new RegExp(
      `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?\\s+(?:of\\s+|de\\s+)?(${names})\\.?(?!\\p{L})(?:\\s+(\\d{4})(?!\\d))?`,
      "giu",
    ),
    monthFirst: new RegExp(
      `(?<!\\p{L})(${names})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d.:])(?:,?\\s+(\\d{4})(?!\\d))?`,
      "giu",
    ),
    numberOf: (name) => numbers.get(fold(name)) ?? null,
  };
  known.set(intl, months);
  return months;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
