// Written words as they are spoken: hours, money, numeric days, citations of law, paired forms, signs. What a voice would spell or misread is
// put into words of the text's own language; everything else stays. Called by spokenPosting.
// [SP1] No digit is lost or changed: only what stands around it. [SP2] A text said twice is said the same.
import { formatsOf } from "../parts/formats.ts";
import type { Words } from "../parts/words.ts";

type Rule = (text: string, words: Words) => string;

const CLOCK = "([01]?\\d|2[0-3])[:.]([0-5]\\d)";
const AMOUNT = "\\d+(?:[.,]\\d{1,2})?";

const RULES: readonly Rule[] = [
  (text) => text.replace(/[\u00ad\u200b\u2060]/g, "").replace(/[\u00a0\u202f\u2009]/g, " "),
  // Citations stand in Italian in every language.
  (text, { t }) =>
    text
      .replace(/\b(?:D\.\s?Lgs\.?|D\.\s?lgs\.?)\s*(?:n\.\s*)?(\d+)\/(\d{2,4})/g, (_, number, year) =>
        t("speech:decree", { number, year: wholeYear(year) }),
      )
      .replace(/\bL\.\s*(?:n\.\s*)?(\d+)\/(\d{2,4})/g, (_, number, year) =>
        t("speech:law", { number, year: wholeYear(year) }),
      )
      .replace(/\b[Aa]rtt?\.\s*(\d+)/g, (_, number) => t("speech:article", { number }))
      .replace(/\b[Nn][.°]\s*(\d+)/g, (_, number) => t("speech:number", { number })),
  (text) => text.replace(/https?:\/\/(?:www\.)?([^\s/,;]+)[^\s,;]*/g, "$1"),
  // "(m/w/d)", "cuoco/a", "infermiere / infermiera"
  (text, { t }) =>
    text
      .replace(/\s?\((?:[mfhwdx]\s?\/\s?)+[mfhwdx]\)/gi, "")
      .replace(/(\p{L}{4,})\s?\/\s?-?(\p{L}{1,3})(?!\p{L})/gu, "$1")
      .replace(/(\p{L}{3,})\s?\/\s?(\p{L}{4,})/gu, (_, one, other) => t("speech:or", { one, other })),
  ungroup,
  money,
  days,
  // Spans before single hours: "9:00–13:00".
  (text, words) =>
    text.replace(new RegExp(`${CLOCK}\\s?[–-]\\s?${CLOCK}(?:\\s?(?:Uhr|h))?`, "g"), (_, h1, m1, h2, m2) =>
      words.t("speech:between", { from: hour(h1, m1, words), to: hour(h2, m2, words) }),
    ),
  (text, words) =>
    text.replace(new RegExp(`(?<![\\d.,])${CLOCK}(?![\\d.,]\\d)(?:\\s?(?:Uhr|h))?(?!\\s?%)`, "g"), (whole, h, m) =>
      // "8.5" of something is no hour; "8.30" after a word for hours is.
      whole.includes(":") ? hour(h, m, words) : whole,
    ),
  (text, { t }) => text.replace(/(\d+)\.?\s?[–]\s?(\d+)/g, (_, from, to) => t("speech:span", { from, to })),
  (text) =>
    text
      .replace(/\s*[·•|]\s*/g, ", ")
      .replace(/\s[–—]\s/g, ", ")
      .replace(/[«»“”„"*_<>]/g, "")
      .replace(/\s{2,}/g, " ")
      .replace(/\s+([.,;:!?])/g, "$1")
      .trim(),
];

export function spokenText(text: string, words: Words): string {
  return RULES.reduce((said, rule) => rule(said, words), text);
}

/** "1.500" is one number in Italian and German, "1,500" in English, "1 500" in French; voices stop in the middle. */
function ungroup(text: string, { locale }: Words): string {
  const group = new Intl.NumberFormat(locale.intl, { useGrouping: "always" })
    .formatToParts(12345)
    .find(({ type }) => type === "group")?.value;
  const sign = group === undefined || /\s/.test(group) ? " " : `\\${group}`;
  return text.replace(new RegExp(`(?<![\\d.,])\\d{1,3}(?:${sign}\\d{3})+(?!\\d)`, "g"), (number) =>
    number.replace(/\D/g, ""),
  );
}

function money(text: string, { t }: Words): string {
  const told = (amount: string) => {
    const [whole = "", cents = ""] = amount.split(/[.,]/);
    return cents === "" || /^0+$/.test(cents)
      ? t("speech:euro", { amount: whole })
      : t("speech:cents", { amount: whole, cents: cents.padEnd(2, "0") });
  };
  return text
    .replace(new RegExp(`(?:€|EUR)\\s?(${AMOUNT})`, "g"), (_, amount) => told(amount))
    .replace(new RegExp(`(${AMOUNT})\\s?(?:€|EUR\\b)`, "g"), (_, amount) => told(amount));
}

/** "30/11/2026" and "30.11.2026" with the month's name. */
function days(text: string, { locale }: Words): string {
  return text.replace(/\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g, (whole, day, month, year) => {
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return whole;
    const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return formatsOf(locale).day(iso, { year: true });
  });
}

function hour(hours: string, minutes: string, { t }: Words): string {
  const number = Number(hours);
  const half = number < 12 ? "morning" : "afternoon";
  const counted = t("speech:clock.counts") === "12" ? ((number + 11) % 12) + 1 : number;
  if (minutes === "00") return t(`speech:clock.${half}Full`, { hours: counted });
  return t(`speech:clock.${half}`, { hours: counted, minutes: Number(minutes) });
}

function wholeYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 50 ? `20${year.padStart(2, "0")}` : `19${year}`;
}
