// The occupation typeahead: one query over preferred, alternative, everyday, ISCO and CP2011 wordings of every locale at once.
// Called by the desk's API through loadVocabularies.
import { SOURCE_LOCALE } from "../domain/locale.ts";
import { builtInSteps } from "./builtInSteps.ts";
import { foldedWords } from "./foldText.ts";
import type { IndexedWording, OccupationIndex, WordingKind } from "./occupationIndex.ts";
import { buildOccupationIndex, stemsOf, withPrefix } from "./occupationIndex.ts";
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
      const best = new Map<string, { score: number; wording: IndexedWording; locale: string }>();
      // One letter fits a third of all wordings: the reader's own locale is answer enough.
      const all = query.trim().length >= 2;
      for (const [name, index] of indexes) {
        if (!all && name !== (locale ?? SOURCE_LOCALE)) continue;
        for (const [wording, points] of scored(index.get(), query)) {
          const score = points + (name === locale ? OWN_LOCALE : 0);
          const before = best.get(wording.reference);
          if (before === undefined || score > before.score)
            best.set(wording.reference, { score, wording, locale: name });
        }
      }
      return [...best.values()]
        .sort(
          (a, b) =>
            b.score - a.score ||
            a.wording.text.length - b.wording.text.length ||
            (a.wording.reference < b.wording.reference ? -1 : 1),
        )
        .slice(0, limit)
        .map(({ wording, locale: matchedLocale }) => ({
          ref: wording.reference,
          isco: tables.concepts.get(wording.reference)?.isco ?? "",
          labels: labels(wording.reference) ?? {},
          matched: wording.text,
          matchedLocale,
          kind: wording.kind,
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
  return [...tables.concepts.values()]
    .filter(({ reference, isco, offered }) => offered && reference.startsWith("isco:") && isco.startsWith(code))
    .map(({ reference, isco, labels: own }) => ({
      ref: reference,
      isco,
      labels: labels(reference) ?? {},
      matched: own[SOURCE_LOCALE] ?? isco,
      matchedLocale: SOURCE_LOCALE,
      kind: "isco" as const,
    }));
}

function* scored(index: OccupationIndex, query: string): Iterable<[IndexedWording, number]> {
  const stems = stemsOf(query, index.locale);
  const last = stems.pop();
  if (last === undefined) return;
  // A word still being typed has no ending yet: "came" must find "camerier".
  const typed = foldedWords(query).at(-1) ?? last;
  const prefix = typed.startsWith(last) && last.length < 4 ? typed : last;
  let numbers = withPrefix(index, prefix, stems.length === 0 && prefix.length < 3);
  for (const stem of stems) {
    const exact = new Set(index.wordingsOf.get(stem) ?? []);
    const holding = exact.size > 0 || stem.length < 3 ? exact : withPrefix(index, stem);
    numbers = new Set([...numbers].filter((number) => holding.has(number)));
    if (numbers.size === 0) return;
  }
  const asked = [...stems, last];
  for (const number of numbers) {
    const wording = index.wordings[number];
    if (wording !== undefined) yield [wording, pointsOf(wording, asked)];
  }
}

function pointsOf(wording: IndexedWording, asked: readonly string[]): number {
  const last = asked.at(-1) ?? "";
  const begins = asked.every((stem, n) =>
    n < asked.length - 1 ? wording.stems[n] === stem : (wording.stems[n] ?? "").startsWith(last),
  );
  const wholeWord = wording.stems.includes(last) ? 25 : 0;
  const spare = Math.max(0, wording.stems.length - asked.length) * SPARE_WORD;
  if (begins && wording.stems.length === asked.length && wording.stems.at(-1) === last) return EXACT[wording.kind];
  return (begins ? BEGINS : HOLDS)[wording.kind] + wholeWord - spare;
}
