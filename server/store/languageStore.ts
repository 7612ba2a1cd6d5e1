// The part of the port that keeps what the house learns of languages: the memory of approved translations, the glossary, the aliases of
// occupations. One property of the store: `store.language`. Contract tests: tests/store/contractOfLanguage.ts.
//
// [SL1] Entries, terms and aliases are sealed records and change only inside `write`; a damaged one is never returned as good.
// [SL2] `memoryLike` finds every entry with the same values that differs from the words asked for in at most a quarter of them, up to its limit:
//       whoever changes k words of a sentence spoils at most 2k of its pairs of words, so its rarest 2k + 1 pairs lead to all of them.
// [SL3] An entry says where it was used; one that no posting uses any more and that came from no file is gone.
// [SL4] Presence is no record: written often, part of no revision, seen by every instance.
import type { Locale } from "../domain/locale.ts";
import type { MemoryEntry, MemoryUse, OccupationAlias, Presence } from "../domain/memory.ts";
import type { Skeleton } from "../domain/skeleton.ts";
import type { Term } from "../domain/term.ts";
import type { Instant } from "../domain/time.ts";

export interface LanguageReader {
  /** Entries whose sentence is the same but for its values, and about the same job; newest first. */
  memorySame(from: Locale, to: Locale, skeleton: Skeleton, limit: number): Promise<MemoryEntry[]>;
  /** Entries that may be alike by a quarter's difference or less, most shared words first; the caller scores them. [SL2] */
  memoryLike(from: Locale, to: Locale, skeleton: Skeleton, limit: number): Promise<MemoryEntry[]>;
  memoryEntry(id: string): Promise<MemoryEntry | null>;
  memoryUses(id: string): Promise<MemoryUse[]>;
  /** Entries that hold `text` in source or target, newest first, with how often each is used. */
  memoryHolding(text: string, to: Locale | null, limit: number): Promise<{ entry: MemoryEntry; uses: number }[]>;
  memorySize(): Promise<number>;
  terms(): Promise<Term[]>;
  aliases(): Promise<OccupationAlias[]>;
  /** Aliases whose key begins so, most used first. */
  aliasesBeginning(key: string, limit: number): Promise<OccupationAlias[]>;
}

export interface LanguageWriter extends LanguageReader {
  /** Inserts an entry with a use of it, or adds the use to the one that stands. `use` null: from a file. */
  putMemory(entry: MemoryEntry, use: MemoryUse | null): Promise<void>;
  /** Takes a posting's use away, and the entries nobody uses then. [SL3] */
  removeUse(use: MemoryUse, to: Locale): Promise<void>;
  removeMemory(id: string): Promise<void>;
  putTerm(term: Term): Promise<void>;
  removeTerm(id: string): Promise<void>;
  putAlias(alias: OccupationAlias): Promise<void>;
}

export interface LanguageSide {
  putPresence(presence: Presence): Promise<void>;
  /** Those seen after `since`; older ones are forgotten. */
  presence(since: Instant): Promise<Presence[]>;
}

export type LanguageStore = LanguageReader & LanguageSide;
