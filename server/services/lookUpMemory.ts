// What the memory knows of a sentence, best first. [T4] 101: same sentence in the same place; 100: same but for values, said again with the new ones;
// 75 to 99: alike, to be read with its difference; below, and whenever a job, a value or a negation differs, at most 74 and of no use.
// Called by http/translations and applyMemory.
import type { SuggestionAnswer } from "../domain/httpTranslation.ts";
import type { Locale } from "../domain/locale.ts";
import type { MemoryEntry } from "../domain/memory.ts";
import { rerender } from "../domain/rerender.ts";
import type { Skeleton } from "../domain/skeleton.ts";
import { CAP, differenceOf, likeness, skeletonOf } from "../domain/skeleton.ts";
import type { Reader } from "../store/store.ts";
import type { Vocabularies } from "../vocabularies/loadVocabularies.ts";

export interface Asked {
  readonly source: string;
  readonly from: Locale;
  readonly to: Locale;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Candidates scored by words; more than this share too little. */
const CANDIDATES = 300;
const SAME = 20;

export async function lookUpMemory(
  reader: Pick<Reader, "language">,
  vocabularies: Pick<Vocabularies, "language" | "lexicon">,
  asked: Asked,
  limit = 5,
): Promise<SuggestionAnswer[]> {
  const skeleton = skeletonIn(vocabularies, asked);
  const found = await sameInMemory(reader, vocabularies, asked, skeleton);
  if (found.filter(({ score }) => score >= 100).length < limit) {
    for (const entry of await reader.language.memoryLike(asked.from, asked.to, skeleton, CANDIDATES)) {
      if (found.some(({ id }) => id === entry.id)) continue;
      const { score } = likeness(skeleton, entry.skeleton);
      found.push(suggestion(entry, asked, Math.min(99, score), entry.target));
    }
  }
  return bestFirst(found).slice(0, limit);
}

/** The sentence the memory can say as it stands or with its values said anew, 101 before 100; null where it only knows one alike. */
export async function sayFromMemory(
  reader: Pick<Reader, "language">,
  vocabularies: Pick<Vocabularies, "language" | "lexicon">,
  asked: Asked,
  skeleton: Skeleton,
): Promise<SuggestionAnswer | null> {
  const [best] = bestFirst(await sameInMemory(reader, vocabularies, asked, skeleton));
  return best !== undefined && best.score >= 100 ? best : null;
}

/** The sentence without its values: what the memory compares. */
export function skeletonIn(
  vocabularies: Pick<Vocabularies, "language" | "lexicon">,
  { source, from }: Pick<Asked, "source" | "from">,
): Skeleton {
  return skeletonOf(source, vocabularies.language(from), vocabularies.lexicon);
}

/** Entries of the same sentence but for its values. */
async function sameInMemory(
  reader: Pick<Reader, "language">,
  vocabularies: Pick<Vocabularies, "language">,
  asked: Asked,
  skeleton: Skeleton,
): Promise<SuggestionAnswer[]> {
  const from = vocabularies.language(asked.from);
  const to = vocabularies.language(asked.to);
  const found: SuggestionAnswer[] = [];
  for (const entry of await reader.language.memorySame(asked.from, asked.to, skeleton, SAME)) {
    const { score, sameSlots } = likeness(skeleton, entry.skeleton);
    if (score < 100) continue;
    if (sameSlots) found.push(suggestion(entry, asked, isSamePlace(entry, asked) ? 101 : 100, entry.target));
    else {
      const target = rerender(entry, { text: asked.source, skeleton }, from, to);
      found.push(target === null ? suggestion(entry, asked, CAP, entry.target) : suggestion(entry, asked, 100, target));
    }
  }
  return found;
}

function bestFirst(found: SuggestionAnswer[]): SuggestionAnswer[] {
  const best = new Map<string, SuggestionAnswer>();
  for (const one of found.sort((a, b) => b.score - a.score || b.at - a.at))
    if (!best.has(one.target)) best.set(one.target, one);
  return [...best.values()];
}

function isSamePlace(entry: MemoryEntry, asked: Asked): boolean {
  return (
    entry.source === asked.source &&
    entry.field === asked.field &&
    entry.before === asked.before &&
    entry.after === asked.after
  );
}

function suggestion(entry: MemoryEntry, asked: Asked, score: number, target: string): SuggestionAnswer {
  const { id, source, author, reviewer, at } = entry;
  return {
    id,
    score,
    source,
    target,
    difference: source === asked.source ? null : differenceOf(source, asked.source),
    author,
    reviewer,
    at,
  };
}
