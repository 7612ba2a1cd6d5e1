// A translation kept in the memory, said again with the values of another sentence: each language writes them its own way. [T4]
// Null where that is not certain: then the memory only suggests. Called by services/lookUpMemory.
import type { Language } from "./language.ts";
import type { Skeleton, Slot } from "./skeleton.ts";
import type { FoundValue } from "./valuesIn.ts";
import { sameValue, valuesIn } from "./valuesIn.ts";

export interface Remembered {
  readonly source: string;
  readonly skeleton: Skeleton;
  readonly target: string;
}

/** @param now the sentence to be translated: same words, other values. Occupations are never exchanged: articles and endings hang on them. */
export function rerender(
  before: Remembered,
  now: { readonly text: string; readonly skeleton: Skeleton },
  from: Language,
  to: Language,
): string | null {
  const changed = before.skeleton.slots.flatMap((slot, n) => {
    const next = now.skeleton.slots[n];
    return next !== undefined && (next.key !== slot.key || next.kind !== slot.kind) ? [{ slot, next }] : [];
  });
  if (before.skeleton.slots.length !== now.skeleton.slots.length) return null;
  const old = valuesIn(before.source, from);
  const fresh = valuesIn(now.text, from);
  const places = valuesIn(before.target, to);
  const edits: { start: number; end: number; text: string }[] = [];
  for (const { slot, next } of changed) {
    if (slot.kind !== next.kind || slot.kind === "occupation") return null;
    const edit =
      slot.kind === "place"
        ? placeEdit(before, now.text, slot, next)
        : valueEdit(slot, next, { old, fresh, places, from, to });
    if (edit === null || edits.some((other) => edit.start < other.end && other.start < edit.end)) return null;
    edits.push(edit);
  }
  let text = before.target;
  for (const { start, end, text: said } of edits.sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + said + text.slice(end);
  return text;
}

interface Values {
  readonly old: readonly FoundValue[];
  readonly fresh: readonly FoundValue[];
  readonly places: readonly FoundValue[];
  readonly from: Language;
  readonly to: Language;
}

function valueEdit(slot: Slot, next: Slot, { old, fresh, places, to }: Values) {
  const before = old.filter(({ text }) => text === slot.text);
  const now = fresh.find(({ text }) => text === next.text);
  const [was] = before;
  if (was === undefined || now === undefined || before.length > 1) return null;
  const found = places.filter((place) => sameValue(place, was));
  const [place] = found;
  if (place === undefined || found.length > 1) return null;
  const text = say(was, now, place, to);
  return text === null ? null : { start: place.start, end: place.end, text };
}

/** The new value in the writing of the old translation. */
function say(was: FoundValue, now: FoundValue, place: FoundValue, to: Language): string | null {
  if (was.kind !== now.kind) return null;
  if (was.kind === "number" || was.kind === "money") return sayNumber(was, now, place, to);
  if (was.kind === "date") return sayDate(now, place, to);
  if (was.kind === "time") return sayTime(now, place);
  if (was.kind === "placeholder") return null;
  // Codes, contacts and licences are the same everywhere; only what stands around them is the language's own.
  const [oldCore, newCore] = [was.keys[0] ?? "", now.keys[0] ?? ""];
  if (was.kind === "licence" || was.kind === "level" || was.kind === "reference") {
    return place.text.includes(oldCore) ? place.text.replace(oldCore, newCore) : null;
  }
  return now.text;
}

function sayNumber(was: FoundValue, now: FoundValue, place: FoundValue, to: Language): string | null {
  const [a, b] = [amount(was), amount(now)];
  if (a === null || b === null) return null;
  const rules = new Intl.PluralRules(to.intl);
  // "1 posto" and "3 posti" are other words in most languages: no re-rendering across the plural.
  if (rules.select(a) !== rules.select(b)) return null;
  const decimals = Number.isInteger(b) ? (/[.,]\d{2}(?!\d)/.test(place.text) && place.kind === "money" ? 2 : 0) : 2;
  const grouped = /\d[.,'’\u00a0\u202f ]\d{3}/.test(place.text) || b >= 10_000;
  const said = new Intl.NumberFormat(to.intl, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: grouped ? "always" : false,
  } as Intl.NumberFormatOptions).format(b);
  return place.text.replace(/\d[\d.,'’\u00a0\u202f ]*\d|\d/, said);
}

function amount(value: FoundValue): number | null {
  const key = value.keys.find((one) => one.startsWith("number "));
  return key === undefined ? null : Number(key.slice(7));
}

function sayDate(now: FoundValue, place: FoundValue, to: Language): string | null {
  const found = /^day (\d{4})?-(\d{2})-(\d{2})$/.exec(now.keys[0] ?? "");
  if (found === null) return null;
  const [, year, month = "", day = ""] = found;
  const at = Date.UTC(Number(year ?? 2024), Number(month) - 1, Number(day));
  const hasYear = /\d{4}/.test(place.text);
  if (hasYear !== (year !== undefined)) return null;
  const words = /\p{L}{3}/u.test(place.text);
  const months = words ? "long" : "2-digit";
  return new Intl.DateTimeFormat(to.intl, {
    day: words ? "numeric" : "2-digit",
    month: months,
    ...(hasYear ? { year: "numeric" } : {}),
    timeZone: "UTC",
  }).format(at);
}

function sayTime(now: FoundValue, place: FoundValue): string | null {
  const found = /^time (\d{2}):(\d{2})$/.exec(now.keys[0] ?? "");
  if (found === null) return null;
  const halves = /^\d{1,2}(?:([:.])\d{2})?(\s*)([ap])(\.?)m(\.?)$/i.exec(place.text);
  if (halves !== null) {
    const [hours, minutes] = [Number(found[1]), found[2]];
    const [, mark = ":", space = "", , dot = "", last = ""] = halves;
    const half = `${hours < 12 ? "a" : "p"}${dot}m${last}`;
    return `${hours % 12 || 12}${minutes === "00" ? "" : `${mark}${minutes}`}${space}${half}`;
  }
  const written = /^(\d{1,2})(\s?[:.hH]\s?)(\d{2})(\s*Uhr)?$/.exec(place.text);
  if (written === null) return null;
  const hour = (written[1] ?? "").length === 2 ? (found[1] as string) : String(Number(found[1]));
  return `${hour}${written[2]}${found[2]}${written[4] ?? ""}`;
}

/** A municipality's name is the same in every language; one that has a name of its own there ("Rome") is not found and not exchanged. */
function placeEdit(before: Remembered, now: string, slot: Slot, next: Slot) {
  const name = asWritten(before.source, slot.text);
  const fresh = asWritten(now, next.text);
  if (name === null || fresh === null) return null;
  const start = before.target.indexOf(name);
  if (start < 0 || before.target.indexOf(name, start + 1) >= 0) return null;
  return { start, end: start + name.length, text: fresh };
}

function asWritten(text: string, folded: string): string | null {
  const plain = text.normalize("NFC").replace(/[’‘]/g, "'").toLowerCase();
  const at = plain.indexOf(folded);
  return at < 0 ? null : text.slice(at, at + folded.length);
}
