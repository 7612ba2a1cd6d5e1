// Hides from a translation service what it must neither see nor change: contacts, numbers, codes, names, terms of the glossary. Each becomes a mark
// <x id="n"/> that must come back exactly once. [MT1] Numbers and dates come back in the writing of the target language.
// Called by services/missingTexts and, for what comes back, by services/readDraft.
import type { Language } from "../domain/language.ts";
import type { Lexicon } from "../domain/skeleton.ts";
import type { Term } from "../domain/term.ts";
import { formIn } from "../domain/term.ts";
import type { FoundValue, ValueKind } from "../domain/valuesIn.ts";
import { valuesIn } from "../domain/valuesIn.ts";
import { TranslatorFailure } from "../translators/translator.ts";

export interface MaskRules {
  readonly from: Language;
  readonly to: Language;
  readonly lexicon: Lexicon;
  readonly terms: readonly Term[];
  /** Of employers, places and people, as the posting's facts state them. */
  readonly names: readonly string[];
}

export interface Masked {
  readonly text: string;
  /** What mark n (from 1) becomes. */
  readonly marks: readonly string[];
  /** Terms whose ending depends on the sentence: the service is asked to use them. */
  readonly hints: readonly { readonly source: string; readonly target: string }[];
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly said: string;
}

/** They may hold other things to hide; those go with them. */
const CONTACTS: readonly ValueKind[] = ["email", "url", "phone", "placeholder"];
const HONORIFIC =
  /(?<![\p{L}])(?:Sig\.(?:\s?ra|\s?na)?|Sig\.ra|Signor[ae]?|Dott\.?(?:\s?ssa)?|Dr\.?(?:ssa)?|Avv\.|Ing\.|Geom\.|Rag\.|Prof\.(?:\s?ssa)?|[Rr]eferente:?|[Cc]hiedere di|[Cc]ontattare)\s+((?:\p{Lu}[\p{L}'’.-]*)(?:\s+\p{Lu}[\p{L}'’-]*)*)/gu;

export function maskText(text: string, rules: MaskRules): Masked {
  const ranges: Range[] = [];
  const add = (start: number, end: number, said: string) => {
    if (end > start && !ranges.some((one) => start < one.end && one.start < end)) ranges.push({ start, end, said });
  };
  const values = valuesIn(text, rules.from);
  for (const { kind, text: said, start, end } of values) if (CONTACTS.includes(kind)) add(start, end, said);
  const hints: { source: string; target: string }[] = [];
  for (const term of rules.terms) addTerm(text, term, rules.to, add, hints);
  for (const name of rules.names) for (const start of placesOf(text, name)) add(start, start + name.length, name);
  for (const found of text.matchAll(HONORIFIC)) {
    const name = found[1] ?? "";
    const start = found.index + found[0].length - name.length;
    add(start, start + name.length, name);
  }
  addMunicipalities(text, rules.lexicon, add);
  for (const value of values) {
    if (CONTACTS.includes(value.kind)) continue;
    const range = rangeOf(value, rules.to);
    add(range.start, range.end, range.said);
  }
  ranges.sort((a, b) => a.start - b.start);
  let masked = "";
  let at = 0;
  for (const [n, { start, end }] of ranges.entries()) {
    masked += `${text.slice(at, start)}<x id="${n + 1}"/>`;
    at = end;
  }
  return { text: masked + text.slice(at), marks: ranges.map(({ said }) => said), hints };
}

/** Throws TranslatorFailure translatorMark unless every mark is there exactly once. [MT1] */
export function unmaskText(text: string, marks: readonly string[]): string {
  const found = [...text.matchAll(/<x id="(\d+)"\/>/g)].map(([, n]) => Number(n));
  if (
    found.length !== marks.length ||
    new Set(found).size !== marks.length ||
    found.some((n) => n < 1 || n > marks.length)
  )
    throw new TranslatorFailure("reject", "translatorMark");
  return text.replace(/<x id="(\d+)"\/>/g, (_, n: string) => marks[Number(n) - 1] ?? "");
}

type Add = (start: number, end: number, said: string) => void;

function addTerm(text: string, term: Term, to: Language, add: Add, hints: { source: string; target: string }[]): void {
  if (term.kind === "forbidden") return;
  const found = formIn(text, term.source);
  if (found === null) return;
  const forms = (term.forms[to.id] ?? []).filter((form) => !form.includes("*"));
  const [target] = forms;
  if (term.kind === "untranslatable")
    for (const start of placesOf(text, found)) add(start, start + found.length, found);
  else if (target === undefined) return;
  else if (forms.length > 1 || (term.forms[to.id]?.length ?? 0) > 1) hints.push({ source: found, target });
  else {
    const upper = /^\p{Lu}\p{Ll}/u.test(found);
    const said = upper ? target.charAt(0).toUpperCase() + target.slice(1) : target;
    for (const start of placesOf(text, found)) add(start, start + found.length, said);
  }
}

/** Where a name stands as words of its own. */
function placesOf(text: string, name: string): number[] {
  const places: number[] = [];
  if (name.length < 2) return places;
  const part = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!part(text[at - 1]) && !part(text[at + name.length])) places.push(at);
  return places;
}

function addMunicipalities(text: string, lexicon: Lexicon, add: Add): void {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+'?/gu)];
  const folded = words.map(([word]) => word.toLowerCase());
  for (let n = 0; n < words.length; ) {
    const named = /^\p{Lu}/u.test(words[n]?.[0] ?? "") ? lexicon.find(folded, n) : null;
    if (named?.kind !== "place" || !named.key.startsWith("municipality")) {
      n += 1;
      continue;
    }
    const [first, last] = [words[n], words[n + named.length - 1]];
    // The word that opens a sentence is written large whatever it is.
    if (first !== undefined && last !== undefined && (first.index > 0 || named.length > 1)) {
      const end = last.index + last[0].replace(/'$/, "").length;
      add(first.index, end, text.slice(first.index, end));
    }
    n += named.length;
  }
}

/** Only the value itself: the words around it ("patente", "rif.", "euro") are translated. */
function rangeOf({ kind, keys, text, start }: FoundValue, to: Language): Range {
  const core = (from: number, length: number, said: string) => ({
    start: start + from,
    end: start + from + length,
    said,
  });
  if (kind === "reference" || kind === "licence") {
    const at = text.toUpperCase().lastIndexOf((keys[0] ?? "").toUpperCase());
    const length = (keys[0] ?? "").length;
    return at < 0 ? core(0, text.length, text) : core(at, length, text.slice(at, at + length));
  }
  if (kind === "date" && /\p{L}{3}/u.test(text)) return core(0, text.length, sayDate(keys[0] ?? "", to) ?? text);
  if (kind === "number" || kind === "money") {
    const digits = /\d[\d.,'’\u00a0\u202f ]*\d|\d/.exec(text);
    const amount = keys.find((key) => key.startsWith("number "));
    if (digits !== null && amount !== undefined) {
      const said = sayNumber(Number(amount.slice(7)), digits[0], to);
      if (kind === "number" || /\p{L}/u.test(text)) return core(digits.index, digits[0].length, said);
      return core(0, text.length, text.replace(digits[0], said));
    }
  }
  return core(0, text.length, text);
}

function sayNumber(amount: number, written: string, to: Language): string {
  const decimals = /[.,](\d{1,2})$/.exec(written)?.[1]?.length ?? 0;
  return new Intl.NumberFormat(to.intl, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: Math.max(decimals, 2),
    useGrouping: /\d[.,'’\u00a0\u202f ]\d{3}/.test(written) ? "always" : false,
  } as Intl.NumberFormatOptions).format(amount);
}

function sayDate(key: string, to: Language): string | null {
  const found = /^day (\d{4})?-(\d{2})-(\d{2})$/.exec(key);
  if (found === null) return null;
  const [, year, month, day] = found;
  return new Intl.DateTimeFormat(to.intl, {
    day: "numeric",
    month: "long",
    ...(year === undefined ? {} : { year: "numeric" }),
    timeZone: "UTC",
  }).format(Date.UTC(Number(year ?? 2024), Number(month) - 1, Number(day)));
}
