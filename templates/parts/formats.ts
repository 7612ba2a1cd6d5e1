// Numbers, money, days and names as a language writes them. All times are Rome's, whatever the device believes.
// Called by the describe* files and by surfaces that show a clock.
import type { LocaleFacts } from "../../server/domain/locale.ts";
import type { Day, Instant } from "../../server/domain/time.ts";
import type { Words } from "./words.ts";

export interface Formats {
  /** 1500 EUR → "1.500 €"; cents only where there are some. */
  money(amount: number, currency: string): string;
  /** The lower of two amounts: without the currency where it stands behind the upper one ("1.300 a 1.500 €"). */
  lowerAmount(amount: number, currency: string): string;
  number(value: number): string;
  /** Of a file: "340 kB", "1,2 MB". */
  bytes(size: number): string;
  /** "30 novembre", with year and weekday on demand. */
  day(day: Day, options?: { year?: boolean; weekday?: boolean }): string;
  /** "4–6 dicembre". */
  days(from: Day, to: Day, options?: { year?: boolean }): string;
  /** "14:32" in Rome. */
  time(at: Instant): string;
  list(items: readonly string[]): string;
  /** First letter large, for the beginning of a line. */
  begin(text: string): string;
}

const made = new Map<string, Formats>();

export function formatsOf({ intl }: LocaleFacts): Formats {
  const before = made.get(intl);
  if (before !== undefined) return before;
  const formats = createFormats(intl);
  made.set(intl, formats);
  return formats;
}

function createFormats(intl: string): Formats {
  const cached = new Map<string, Intl.DateTimeFormat>();
  const dates = (year: boolean, weekday: boolean) => {
    const key = `${year}${weekday}`;
    const found = cached.get(key);
    if (found !== undefined) return found;
    // A calendar day has no zone: it is formatted in UTC from UTC midnight, so no summer time can move it.
    const format = new Intl.DateTimeFormat(intl, {
      timeZone: "UTC",
      day: "numeric",
      month: "long",
      ...(year ? { year: "numeric" } : {}),
      ...(weekday ? { weekday: "long" } : {}),
    });
    cached.set(key, format);
    return format;
  };
  const clock = new Intl.DateTimeFormat(intl, {
    timeZone: "Europe/Rome",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const numbers = new Intl.NumberFormat(intl, { useGrouping: "always", maximumFractionDigits: 2 });
  const lists = new Intl.ListFormat(intl, { style: "long", type: "conjunction" });
  const at = (day: Day) => new Date(`${day}T00:00:00Z`);
  const sums = new Map<string, Intl.NumberFormat>();
  const moneyParts = (amount: number, currency: string) => {
    const digits = Number.isInteger(amount) ? 0 : 2;
    const key = `${currency}${digits}`;
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: "always" as const };
    const format = sums.get(key) ?? new Intl.NumberFormat(intl, { style: "currency", currency, ...options });
    sums.set(key, format);
    return format.formatToParts(amount);
  };
  const joined = (parts: readonly Intl.NumberFormatPart[]) => parts.map(({ value }) => value).join("");
  return {
    money: (amount, currency) => joined(moneyParts(amount, currency)),
    lowerAmount(amount, currency) {
      const parts = moneyParts(amount, currency);
      const before = parts[0]?.type === "currency";
      return joined(before ? parts : parts.filter(({ type }) => type !== "currency")).trim();
    },
    number: (value) => numbers.format(value),
    bytes: (size) => {
      const large = size >= 1_000_000;
      const options = { style: "unit", unitDisplay: "short", maximumFractionDigits: large ? 1 : 0 } as const;
      const unit = large ? "megabyte" : "kilobyte";
      return new Intl.NumberFormat(intl, { ...options, unit }).format(large ? size / 1e6 : Math.max(1, size / 1000));
    },
    day: (day, { year = false, weekday = false } = {}) => dates(year, weekday).format(at(day)),
    days: (from, to, { year = false } = {}) =>
      // Italian alone would write "07–18 dicembre", though it writes "7 dicembre".
      dates(year, false)
        .formatRangeToParts(at(from), at(to))
        .map(({ type, value }) => (type === "day" ? value.replace(/^0/, "") : value))
        .join(""),
    time: (instant) => clock.format(instant),
    list: (items) => lists.format(items),
    begin: (text) => text.charAt(0).toLocaleUpperCase(intl) + text.slice(1),
  };
}

/** A country's name: from the board's own list, so that server and old browsers agree; else from the browser; else the code. */
export function countryName(code: string, words: Words): string {
  return nameOf("country", "region", code, words);
}

/** A town abroad as the reader's language calls it; one that has no other name there keeps its own. */
export function cityName(name: string, country: string, words: Words): string {
  const key = `names:city.${country}.${name}`;
  return words.has(key) ? words.t(key) : name;
}

/** A language's name as it stands in a sentence: "tedesco", "German". */
export function languageName(code: string, words: Words): string {
  return nameOf("language", "language", code, words);
}

function nameOf(list: "country" | "language", type: "region" | "language", code: string, words: Words): string {
  const key = `names:${list}.${code}`;
  if (words.has(key)) return words.t(key);
  // Chromium 79 has no DisplayNames.
  if (typeof Intl.DisplayNames !== "function") return code;
  return new Intl.DisplayNames(words.locale.intl, { type }).of(code) ?? code;
}

export function provinceName(sigla: string, words: Words): string {
  const key = `names:province.${sigla}`;
  return words.has(key) ? words.t(key) : sigla;
}

/** By the region's Italian name, apostrophes and accents forgiven; a foreign region stays as written. */
export function regionName(name: string, words: Words): string {
  const key = `names:region.${name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase()}`;
  return words.has(key) ? words.t(key) : name;
}
