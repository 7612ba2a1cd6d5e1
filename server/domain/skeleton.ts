// A sentence without its values: the form under which the memory keeps and finds it. [T1] What may differ from posting to posting (occupation,
// place, number, date, money, licence, contact) becomes a typed slot; the words between stay.
// [T2] Two sentences about different jobs are never more than 74 alike. [T3] Nor are two of which only one says no, or whose values differ.
// Used by the memory's services and the desk.
import type { Language } from "./language.ts";
import { fitsPattern, negationsIn, wordsOf } from "./language.ts";
import type { ValueKind } from "./valuesIn.ts";
import { valuesIn } from "./valuesIn.ts";

export type SlotKind = ValueKind | "occupation" | "place";

export interface Slot {
  readonly kind: SlotKind;
  /** What it means, the same for every way of writing it. */
  readonly key: string;
  readonly text: string;
}

export interface Skeleton {
  /** Folded words and slots in order; a slot is "‹number›". */
  readonly words: readonly string[];
  readonly slots: readonly Slot[];
  readonly negations: number;
}

/** What the vocabularies know of names: the longest occupation or place that begins at a word. */
export interface Lexicon {
  find(
    words: readonly string[],
    at: number,
  ): { readonly kind: "occupation" | "place"; readonly key: string; readonly length: number } | null;
}

/** Above this nothing may be scored that differs in a slot, a value or a negation. [T2][T3] */
export const CAP = 74;

const MARK = "\uE000";

export function skeletonOf(text: string, language: Language, lexicon: Lexicon): Skeleton {
  const found = valuesIn(text, language);
  const slots: Slot[] = [];
  let masked = "";
  let at = 0;
  for (const value of found) {
    masked += `${text.slice(at, value.start)} ${MARK}${slots.length}${MARK} `;
    slots.push({ kind: value.kind, key: value.keys[0] ?? value.text, text: value.text });
    at = value.end;
  }
  masked += text.slice(at);
  const tokens =
    masked
      .normalize("NFC")
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(new RegExp(`${MARK}\\d+${MARK}|[\\p{L}\\p{M}\\p{N}]+'?`, "gu")) ?? [];
  const words: string[] = [];
  const inOrder: Slot[] = [];
  const put = (slot: Slot) => {
    words.push(`‹${slot.kind}›`);
    inOrder.push(slot);
  };
  let sought = false;
  for (let place = 0; place < tokens.length; ) {
    const token = tokens[place] as string;
    if (token.startsWith(MARK)) {
      put(slots[Number(token.slice(1, -1))] as Slot);
      place += 1;
      continue;
    }
    const named = lexicon.find(tokens, place);
    if (named !== null) {
      put({ kind: named.kind, key: named.key, text: tokens.slice(place, place + named.length).join(" ") });
      place += named.length;
      sought = false;
      continue;
    }
    // A word no vocabulary knows may still name a job: by its place after "cercasi", or by its ending.
    const small = language.functionWords.includes(token) || token.length < 3;
    const seeking = language.seeking.includes(token);
    if (!small && !seeking && (sought || language.agentEndings.some((ending) => fitsPattern(token, ending)))) {
      put({ kind: "occupation", key: `word ${token}`, text: token });
      sought = false;
    } else words.push(token);
    if (seeking) sought = true;
    place += 1;
  }
  return { words, slots: inOrder, negations: negationsIn(text, language).length };
}

/** How alike two sentences are, 0 to 100. 100: the same but for values; `sameSlots` tells whether those agree as well. [T2][T3] */
export function likeness(a: Skeleton, b: Skeleton): { readonly score: number; readonly sameSlots: boolean } {
  const sameSlots = slotsOf(a) === slotsOf(b);
  const same = a.words.length === b.words.length && a.words.every((word, n) => word === b.words[n]);
  if (same && sameInOrder(a.slots, b.slots)) return { score: 100, sameSlots: true };
  const jobs = (one: Skeleton) => keysOf(one.slots.filter(({ kind }) => kind === "occupation"));
  if (same) return { score: jobs(a) === jobs(b) ? 100 : CAP, sameSlots: false };
  const longest = Math.max(a.words.length, b.words.length);
  const score = longest === 0 ? 0 : Math.min(99, Math.floor(100 * (1 - distance(a.words, b.words) / longest)));
  return { score: sameSlots && a.negations === b.negations ? score : Math.min(CAP, score), sameSlots };
}

const keysOf = (slots: readonly Slot[]) =>
  slots
    .map(({ kind, key }) => `${kind} ${key}`)
    .sort()
    .join("\n");
const slotsOf = (one: Skeleton) => keysOf(one.slots);
const sameInOrder = (a: readonly Slot[], b: readonly Slot[]) =>
  a.every((slot, n) => slot.kind === b[n]?.kind && slot.key === b[n]?.key);

/** Words to insert, take away or exchange. */
export function distance(a: readonly string[], b: readonly string[]): number {
  let before = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (before[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(kept, (before[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    before = row;
  }
  return before[b.length] as number;
}

/** Words of one text beside another: kept, only in the first, only in the second. For showing the difference. */
export function differenceOf(
  before: string,
  after: string,
): { readonly kind: "same" | "gone" | "new"; readonly text: string }[] {
  const [a, b] = [before.split(/\s+/), after.split(/\s+/)];
  const table = a.map(() => new Array<number>(b.length + 1).fill(0));
  table.push(new Array<number>(b.length + 1).fill(0));
  const cell = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      (table[i] as number[])[j] = a[i] === b[j] ? cell(i + 1, j + 1) + 1 : Math.max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  const parts: { kind: "same" | "gone" | "new"; text: string }[] = [];
  const add = (kind: "same" | "gone" | "new", word: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += ` ${word}`;
    else parts.push({ kind, text: word });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add("same", a[i] as string);
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || cell(i + 1, j) >= cell(i, j + 1))) add("gone", a[i++] as string);
    else add("new", b[j++] as string);
  }
  return parts;
}

/** Words for counting, as people count them. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}
