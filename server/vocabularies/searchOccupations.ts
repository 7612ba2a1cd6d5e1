// The occupation typeahead: one query over preferred, alternative, everyday, ISCO and CP2011 wordings of every locale at once.
// Called by the desk's API through loadVocabularies.
import { SOURCE_LOCALE } from "../domain/locale.ts";
import { builtInSteps } from "./builtInSteps.ts";
import { foldedWords } from "./foldText.ts";
import type { OccupationIndex, StemRange, WordingKind } from "./occupationIndex.ts";
import { buildOccupationIndex, exactStem, stemsOf, stemsWithPrefix, wordingsHolding } from "./occupationIndex.ts";
import type { OccupationTables } from "./occupationTables.ts";
import { occupationWordings } from "./occupationWordings.ts";

export interface OccupationHit {
  readonly ref: string;
  /** ISCO-08 code: four digits for a concept, fewer for a group. */
  readonly isco: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The wording that answered the query, with its locale and where it comes from. */
  readonly matched: string;
  readonly matchedLocale: string;
  readonly kind: WordingKind;
}

export interface OccupationQuery {
  /** Wordings of this locale win a tie. */
  readonly locale?: string;
  readonly limit?: number;
}

export interface OccupationSearch {
  search(query: string, options?: OccupationQuery): OccupationHit[];
  /** Builds every index, giving way to other work; without it each is built at its first query. */
  prepare(): Promise<void>;
}

const EXACT: Readonly<Record<WordingKind, number>> = {
  preferred: 1000,
  alias: 950,
  alternative: 850,
  isco: 800,
  cp2011: 750,
};
const BEGINS: Readonly<Record<WordingKind, number>> = {
  preferred: 560,
  alias: 550,
  alternative: 500,
  isco: 480,
  cp2011: 440,
};
const HOLDS: Readonly<Record<WordingKind, number>> = {
  preferred: 330,
  alias: 320,
  alternative: 290,
  isco: 280,
  cp2011: 240,
};
const OWN_LOCALE = 30;
const WHOLE_WORD = 25;
/** Each word the query does not name pushes a wording down. */
const SPARE_WORD = 8;

export function createOccupationSearch(
  tables: OccupationTables,
  labels: (reference: string) => Readonly<Record<string, string>> | undefined,
): OccupationSearch {
  const indexes = new Map(
    tables.locales.map((locale) => [
      locale,
      builtInSteps(() => buildOccupationIndex(locale, occupationWordings(tables, locale))),
    ]),
  );
  return {
    async prepare() {
      for (const index of indexes.values()) await index.prepare();
    },
    search(query, { locale, limit = 12 } = {}) {
      if (/^\s*\d{1,4}\s*$/.test(query)) return groupsByCode(tables, query.trim(), labels).slice(0, limit);
      const best = new Map<string, { score: number; index: OccupationIndex; number: number }>();
      // One letter fits a third of all wordings: the reader's own locale is answer enough.
      const all = query.trim().length >= 2;
      for (const [name, built] of indexes) {
        if (!all && name !== (locale ?? SOURCE_LOCALE)) continue;
        const index = built.get();
        for (const [number, points] of scored(index, query)) {
          const score = points + (name === locale ? OWN_LOCALE : 0);
          const reference = index.referenceOf(number);
          const before = best.get(reference);
          if (before === undefined || score > before.score) best.set(reference, { score, index, number });
        }
      }
      return Array.from(best, ([ref, { score, index, number }]) => ({
        ref,
        score,
        index,
        number,
        text: index.textOf(number),
      }))
        .sort((a, b) => b.score - a.score || a.text.length - b.text.length || (a.ref < b.ref ? -1 : 1))
        .slice(0, limit)
        .map(({ ref, index, number, text }) => ({
          ref,
          isco: tables.concepts.get(ref)?.isco ?? "",
          labels: labels(ref) ?? {},
          matched: text,
          matchedLocale: index.locale,
          kind: index.kindOf(number),
        }));
    },
  };
}

/** Staff who know the ISCO-08 code may type it. */
function groupsByCode(
  tables: OccupationTables,
  code: string,
  labels: (reference: string) => Readonly<Record<string, string>> | undefined,
): OccupationHit[] {
  return [...tables.concepts.groups()]
    .filter(({ isco, offered }) => offered && isco.startsWith(code))
    .map(({ reference, isco, labels: own }) => ({
      ref: reference,
      isco,
      labels: labels(reference) ?? {},
      matched: own[SOURCE_LOCALE] ?? isco,
      matchedLocale: SOURCE_LOCALE,
      kind: "isco" as const,
    }));
}

/** Numbers of wordings with their points. */
function* scored(index: OccupationIndex, query: string): Iterable<[number, number]> {
  const stems = stemsOf(query, index.locale);
  const last = stems.pop();
  if (last === undefined) return;
  // A word still being typed has no ending yet: "came" must find "camerier".
  const typed = foldedWords(query).at(-1) ?? last;
  const prefix = typed.startsWith(last) && last.length < 4 ? typed : last;
  let numbers = wordingsHolding(index, stemsWithPrefix(index, prefix), stems.length === 0 && prefix.length < 3);
  for (const stem of stems) {
    const exact = wordingsHolding(index, exactStem(index, stem));
    const holding = exact.size > 0 || stem.length < 3 ? exact : wordingsHolding(index, stemsWithPrefix(index, stem));
    numbers = new Set([...numbers].filter((number) => holding.has(number)));
    if (numbers.size === 0) return;
  }
  const asked = {
    ranges: [...stems.map((stem) => exactStem(index, stem)), stemsWithPrefix(index, last)],
    last: exactStem(index, last),
  };
  for (const number of numbers) yield [number, pointsOf(index, number, asked)];
}

interface Asked {
  /** What each word stands for: itself, and the last for all that begins with it. */
  readonly ranges: readonly StemRange[];
  /** The last by itself. */
  readonly last: StemRange;
}

function pointsOf({ stemsOf: { starts, numbers }, kindOf }: OccupationIndex, number: number, asked: Asked): number {
  const start = starts[number] as number;
  const end = starts[number + 1] as number;
  const many = asked.ranges.length;
  const isIn = ([low, after]: StemRange, at: number) =>
    at < end && (numbers[at] as number) >= low && (numbers[at] as number) < after;
  const begins = asked.ranges.every((range, n) => isIn(range, start + n));
  const kind = kindOf(number);
  if (begins && end - start === many && isIn(asked.last, end - 1)) return EXACT[kind];
  let wholeWord = 0;
  for (let at = start; at < end; at += 1) if (isIn(asked.last, at)) wholeWord = WHOLE_WORD;
  return (begins ? BEGINS : HOLDS)[kind] + wholeWord - Math.max(0, end - start - many) * SPARE_WORD;
}
