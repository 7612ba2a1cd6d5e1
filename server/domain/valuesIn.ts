// Finds what in a text is a value and not a word: numbers, dates, times, money, addresses, telephones, licences, references, placeholders.
// [C1] Two values are the same when they mean the same: 1.450,00 in Italian is 1,450.00 in English, 15/12 is 15 December.
// Pure and quick: runs at every keystroke. Used by checkTranslation, skeleton and rerender.
import type { Language } from "./language.ts";
import { monthsOf } from "./months.ts";

export const VALUE_KINDS = [
  "placeholder",
  "email",
  "url",
  "reference",
  "date",
  "time",
  "phone",
  "money",
  "licence",
  "level",
  "number",
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export interface FoundValue {
  readonly kind: ValueKind;
  /** What it may mean, surest first; two values agree when they share one. [C1] */
  readonly keys: readonly string[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

type Read = (found: RegExpExecArray, language: Language) => readonly string[] | null;
type Rule = readonly [ValueKind, (language: Language) => RegExp, Read];

const always = (pattern: RegExp) => () => pattern;
const AMOUNT = "\\d+(?:[.,'’\\u00a0\\u202f ]\\d{3})*(?:[.,]\\d+)?(?!\\d)";
const CURRENCY = "€|EUR|[Ee]uros?|Euro|£|GBP|CHF|\\$|USD";
const LICENCE = "(?:[A-D][12]?E?|AM|CQC|ADR|CAP)";

const RULES: readonly Rule[] = [
  ["placeholder", always(/\{\{?[^{}]+\}\}?|<x id="\d+"\/>|%\d*\$?[sd]\b/g), ([text]) => [text]],
  ["email", always(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g), ([text]) => [text.toLowerCase()]],
  [
    "url",
    always(
      /\bhttps?:\/\/[^\s<>"»)]+[^\s<>"»).,;:!?]|\b(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:it|eu|com|org|net|info|gov|de|fr|uk)(?:\/[^\s<>"»)]*[^\s<>"»).,;:!?])?(?![\w@])/gi,
    ),
    ([text]) => [
      text
        .toLowerCase()
        .replace(/^https?:\/\//, "")
        .replace(/\/$/, ""),
    ],
  ],
  [
    "reference",
    always(
      /\b(?:rif|ref|réf|cod|codice|prot|id|kennziffer|aktenzeichen)\b\.?\s*:?\s*(?:n\.?|nr\.?|no\.?|n°)?\s*:?\s*([A-Z0-9][\w/-]*\d[\w/-]*)/gi,
    ),
    ([, code = ""]) => [code.toUpperCase()],
  ],
  [
    "reference",
    always(/\b[A-Z]{2,}[A-Z]*[-/]?\d[\w/-]*\b|\b\d+[/-][A-Z]{1,4}(?:[/-]\d+)?\b/g),
    ([text]) => [text.toUpperCase()],
  ],
  ["date", always(/\b(\d{4})-(\d{2})-(\d{2})\b/g), ([, year, month, day]) => dateKeys(day, month, year)],
  [
    "date",
    always(/\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b/g),
    ([, day, month, year]) => dateKeys(day, month, year),
  ],
  [
    "date",
    (language) => monthsOf(language.intl).dayFirst,
    (found, language) => spokenDate(found[1], found[2], found[3], language),
  ],
  [
    "date",
    (language) => monthsOf(language.intl).monthFirst,
    (found, language) => spokenDate(found[2], found[1], found[3], language),
  ],
  // "68/99" is a law, "15/12" a day: a date must be one.
  [
    "date",
    always(/(?<![\d/])(\d{1,2})(?:\/(\d{1,2})(?![\d/])|\.(\d{1,2})\.(?!\d))/g),
    ([, day, slash, dot]) => dateKeys(day, slash ?? dot, undefined),
  ],
  ["reference", always(/(?<![\d/])\d{1,4}\/\d{2,4}(?![\d/])/g), ([text]) => [text]],
  [
    "time",
    always(/\b([01]?\d|2[0-3])\s?[:hH]\s?([0-5]\d)(?!\d)(?:\s*([ap])\.?m\b)?/g),
    ([, hour, minutes, half]) => timeKeys(hour, minutes, half),
  ],
  [
    "time",
    always(/\b([01]?\d|2[0-3])\.([0-5]\d)(?!\d|[.,]\d|\s*[€%])(?:\s*(?:([ap])\.?m\b|Uhr\b))?/g),
    ([, hour, minutes, half]) => timeKeys(hour, minutes, half),
  ],
  [
    "time",
    always(/\b([01]?\d|2[0-3])\s*(?:([ap])\.?m\b|Uhr\b|h(?![\p{L}\d]))/gu),
    ([, hour, half]) => timeKeys(hour, "00", half),
  ],
  ["phone", always(/(?<![\d.,])(?:\+|00)?\d(?:[\s./-]?\d){7,13}(?![\d.,]?\d)/g), ([text]) => phoneKeys(text)],
  [
    "money",
    always(new RegExp(`(?:${CURRENCY})\\s?(${AMOUNT})|(${AMOUNT})[\\s\\u00a0\\u202f]?(?:${CURRENCY})(?!\\p{L})`, "gu")),
    (found, language) => amountKeys(found[1] ?? found[2] ?? "", language),
  ],
  [
    "licence",
    always(
      new RegExp(
        `(?:\\b[Pp]atent[ei]|\\b[Ll]icen[cs]es?|\\b[Pp]ermis|[Ff]ührerschein(?:e|klasse)?|\\b[Kk]lasse|\\b[Cc]lass|\\b[Cc]ategor(?:y|ia)|\\b[Cc]at\\.|\\b[Cc]atégorie)` +
          `(?:\\s+(?:di guida|de conduire|categoria|cat\\.|der Klasse|Klasse|category|class|catégorie|tipo|type))*[\\s-]+(${LICENCE})(?![\\p{L}\\d])` +
          `|(?<![\\p{L}\\d])(${LICENCE})[\\s-]+(?:driving )?(?:licen[cs]es?|Führerschein)|(?<![\\p{L}\\d])(CQC|ADR)(?![\\p{L}\\d])`,
        "gu",
      ),
    ),
    (found) => [(found[1] ?? found[2] ?? found[3] ?? "").toUpperCase()],
  ],
  ["level", always(/\b[ABC][12]\b/g), ([text]) => [text]],
  ["number", always(new RegExp(`(?<![\\p{L}\\d])${AMOUNT}`, "gu")), ([text], language) => amountKeys(text, language)],
];

export function valuesIn(text: string, language: Language): FoundValue[] {
  const found: FoundValue[] = [];
  for (const [kind, patternOf, read] of RULES) {
    const pattern = patternOf(language);
    pattern.lastIndex = 0;
    for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) {
      const start = hit.index;
      const end = start + hit[0].trimEnd().length;
      if (end === start) pattern.lastIndex += 1;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const keys = read(hit, language);
      if (keys !== null) found.push({ kind, keys, text: text.slice(start, end), start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether two values mean the same. [C1] */
export function sameValue(a: FoundValue, b: FoundValue): boolean {
  return a.keys.some((key) => b.keys.includes(key));
}

function dateKeys(day: string | undefined, month: string | undefined, year: string | undefined): string[] | null {
  const [d, m] = [Number(day), Number(month)];
  if (!(d >= 1 && d <= 31 && m >= 1 && m <= 12)) return null;
  const full = year === undefined ? "" : year.length === 2 ? `20${year}` : year;
  return [`day ${full}-${pad(m)}-${pad(d)}`];
}

function spokenDate(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  language: Language,
): string[] | null {
  const number = monthsOf(language.intl).numberOf(month ?? "");
  return number === null ? null : dateKeys(day, String(number), year);
}

function timeKeys(hour: string | undefined, minutes: string | undefined, half: string | undefined): string[] {
  const said = Number(hour);
  const hours = half === "p" && said < 12 ? said + 12 : half === "a" && said === 12 ? 0 : said;
  const time = `time ${pad(hours)}:${minutes}`;
  return minutes === "00" ? [time, `number ${hours}`] : [time, `number ${Number(`${hours}.${minutes}`)}`];
}

function phoneKeys(text: string): string[] | null {
  const digits = text.replace(/\D/g, "");
  if (!/^[+03]/.test(text.trim()) || digits.length < 8) return null;
  return [digits.replace(/^(?:0039|39(?=\d{9,}))/, "")];
}

function amountKeys(text: string, language: Language): string[] {
  const { decimal } = separatorsOf(language.intl);
  const plain = text.replace(/['’\u00a0\u202f ]/g, "");
  const at = plain.lastIndexOf(decimal);
  // Two decimals after the other mark are an amount in another country's writing only where nothing else can be meant.
  const digits =
    at < 0 ? plain.replace(/[.,]/g, "") : `${plain.slice(0, at).replace(/[.,]/g, "")}.${plain.slice(at + 1)}`;
  const number = Number(digits);
  return [`number ${number}`];
}

const separators = new Map<string, { readonly decimal: string }>();

function separatorsOf(intl: string): { readonly decimal: string } {
  const before = separators.get(intl);
  if (before !== undefined) return before;
  const part = new Intl.NumberFormat(intl).formatToParts(1.5).find(({ type }) => type === "decimal");
  const read = { decimal: part?.value ?? "." };
  separators.set(intl, read);
  return read;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
