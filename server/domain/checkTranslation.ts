// Everything that can be said against a translation by arithmetic and lists. The same at every keystroke on the desk and before approval on the server.
// [C2] An error blocks approval, a warning does not. [C3] Values are compared by meaning, in the writing of each language.
// [C4] A small number may be said in words on either side. Used by services/moveTranslation, the desk, the exchange and later by providers.
import type { Language } from "./language.ts";
import { fitsPattern, negationsIn, wordsOf } from "./language.ts";
import type { Term } from "./term.ts";
import { formIn } from "./term.ts";
import type { FoundValue, ValueKind } from "./valuesIn.ts";
import { sameValue, valuesIn } from "./valuesIn.ts";

export const ERRORS = [
  "empty",
  "tooLong",
  "number",
  "date",
  "time",
  "money",
  "email",
  "url",
  "phone",
  "reference",
  "licence",
  "level",
  "placeholder",
  "added",
  "negationLost",
  "same",
  "wrongLanguage",
  "untranslatable",
  "forbidden",
] as const;
export const WARNINGS = [
  "negationAdded",
  "required",
  "punctuation",
  "brackets",
  "spacing",
  "frenchSpace",
  "sameShort",
] as const;
export type CheckCode = (typeof ERRORS)[number] | (typeof WARNINGS)[number];

export interface Finding {
  readonly code: CheckCode;
  readonly severity: "error" | "warning";
  /** What of source or target it is about, for the sentence. */
  readonly what: string;
}

export interface Checked {
  readonly source: string;
  readonly target: string;
  readonly from: Language;
  readonly to: Language;
  /** Those of the posting's owner and of the network. */
  readonly terms: readonly Term[];
  /** Every language of the house, to tell them apart. */
  readonly languages: readonly Language[];
}

/** Longest translation of one segment. */
export const TARGET_LIMIT = 900;

export function checkTranslation(checked: Checked): Finding[] {
  const { source, target } = checked;
  if (target.trim() === "") return [error("empty", "")];
  return [
    ...(target.length > TARGET_LIMIT ? [error("tooLong", String(TARGET_LIMIT))] : []),
    ...values(checked),
    ...negations(checked),
    ...sameness(checked),
    ...terms(checked),
    ...form(source, target, checked.to),
  ];
}

export function blocks(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}

/** [C3][C4] */
function values({ source, target, from, to }: Checked): Finding[] {
  const wanted = valuesIn(source, from);
  const given = valuesIn(target, to);
  const free = [...given];
  const lost: FoundValue[] = [];
  for (const value of wanted) {
    const at = free.findIndex((one) => sameValue(one, value));
    if (at >= 0) free.splice(at, 1);
    else lost.push(value);
  }
  const findings: Finding[] = [];
  const inTarget = numbersSaid(target, to);
  for (const value of lost) if (!takeWord(value, inTarget)) findings.push(error(codeOf(value.kind), value.text));
  const inSource = numbersSaid(source, from);
  for (const value of free) if (!takeWord(value, inSource)) findings.push(error("added", value.text));
  return findings;
}

function codeOf(kind: ValueKind): CheckCode {
  return kind;
}

function numbersSaid(text: string, language: Language): number[] {
  return wordsOf(text).flatMap((word) => {
    const number = language.numberWords.findIndex((forms) => forms.includes(word));
    return number < 0 ? [] : [number];
  });
}

function takeWord(value: FoundValue, said: number[]): boolean {
  const at = said.findIndex((number) => value.keys.includes(`number ${number}`));
  if (at >= 0) said.splice(at, 1);
  return at >= 0;
}

function negations({ source, target, from, to }: Checked): Finding[] {
  if (from.negations.length === 0 || to.negations.length === 0) return [];
  const [asked, said] = [negationsIn(source, from), negationsIn(target, to)];
  if (asked.length > 0 && said.length === 0) return [error("negationLost", asked[0] as string)];
  const sure = said.filter((word) => !to.negations.some((pattern) => pattern === "un*" && fitsPattern(word, pattern)));
  return asked.length === 0 && sure.length > 0 ? [warning("negationAdded", sure[0] as string)] : [];
}

function sameness({ source, target, from, to, languages }: Checked): Finding[] {
  const spoken = languageOf(target, languages);
  if (plain(source) === plain(target)) {
    const words = wordsOf(source).filter((word) => /\p{L}{3}/u.test(word));
    if (words.length === 0) return [];
    // "Barista", an address, an English title: the same in any language. Words such as "si" or "della" belong to one.
    const own =
      wordsOf(source).length > 3 &&
      wordsOf(source).some((word) => smallWords(from).has(word) && !smallWords(to).has(word));
    return own || spoken === from.id ? [error("same", "")] : [warning("sameShort", "")];
  }
  return spoken !== null && spoken !== to.id ? [error("wrongLanguage", spoken)] : [];
}

const plain = (text: string) => text.normalize("NFC").trim().toLowerCase();

/** The language whose small words a text is full of; null where that is not plain. */
export function languageOf(text: string, languages: readonly Language[]): string | null {
  const words = wordsOf(text.replace(/(['’])(?=\p{L})/gu, "$1 ")).map((word) => word.replace(/'$/, ""));
  const counts = languages
    .map((language) => ({ id: language.id, count: words.filter((word) => smallWords(language).has(word)).length }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (first === undefined || first.count < 2) return null;
  return first.count >= 2 * (second?.count ?? 0) && first.count - (second?.count ?? 0) >= 2 ? first.id : null;
}

const small = new WeakMap<Language, ReadonlySet<string>>();

function smallWords(language: Language): ReadonlySet<string> {
  const before = small.get(language);
  if (before !== undefined) return before;
  const made = new Set(language.functionWords.map((word) => word.toLowerCase()));
  small.set(language, made);
  return made;
}

function terms({ source, target, to, terms: listed }: Checked): Finding[] {
  const findings: Finding[] = [];
  for (const term of listed) {
    const forms = term.forms[to.id] ?? [];
    const found = formIn(source, term.source);
    if (term.kind === "forbidden") {
      const said = (term.source.length === 0 || found !== null) && forms.length > 0 ? formIn(target, forms) : null;
      if (said !== null) findings.push(error("forbidden", said));
    } else if (found === null) continue;
    else if (term.kind === "untranslatable" && !target.includes(found)) findings.push(error("untranslatable", found));
    else if (term.kind === "required" && forms.length > 0 && formIn(target, forms) === null) {
      findings.push(warning("required", (forms[0] as string).replaceAll("*", "…")));
    }
  }
  return findings;
}

function form(source: string, target: string, to: Language): Finding[] {
  const findings: Finding[] = [];
  const end = (text: string) => /[.!?:;…]$/.exec(text.trim())?.[0] ?? "";
  if (end(source) !== end(target)) findings.push(warning("punctuation", end(source)));
  for (const [open, close] of ["()", "[]", "«»"]) {
    if (count(target, open) !== count(target, close)) findings.push(warning("brackets", `${open}${close}`));
  }
  if (/ {2}|^\s|\s$|\s[,.](?!\d)/.test(target)) findings.push(warning("spacing", ""));
  if (to.id === "fr") {
    const bare = /\p{L}[;!?»]|«\p{L}|(?<!\d|https?)\p{L}:(?!\/\/)(?=\s|$)/u.exec(target);
    if (bare !== null) findings.push(warning("frenchSpace", bare[0]));
  }
  return findings;
}

function count(text: string, sign: string | undefined): number {
  return sign === undefined ? 0 : text.split(sign).length - 1;
}

const error = (code: CheckCode, what: string): Finding => ({ code, severity: "error", what });
const warning = (code: CheckCode, what: string): Finding => ({ code, severity: "warning", what });
