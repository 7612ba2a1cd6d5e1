// What the house has learnt of languages: approved translations with where they were used, titles and the occupations staff picked, who is where.
// Kept by the store (server/store/languageStore.ts), used by the translators' services.
import type { Code } from "./code.ts";
import type { Locale } from "./locale.ts";
import type { Skeleton } from "./skeleton.ts";
import type { Instant } from "./time.ts";
import type { Qualifier } from "./vocabulary.ts";

/** One approved translation, kept for sentences like it. */
export interface MemoryEntry {
  /** Digest of languages, source and target: the same translation approved twice is one entry. */
  readonly id: string;
  readonly from: Locale;
  readonly to: Locale;
  readonly source: string;
  readonly target: string;
  readonly skeleton: Skeleton;
  /** Which field it stood in ("summary"), and the sentences beside it; null at an edge. For the tier 101. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly author: string;
  readonly reviewer: string;
  readonly at: Instant;
  /** Came from a TMX file of approved translations: stays though no posting uses it. */
  readonly imported: boolean;
}

export interface MemoryUse {
  readonly code: Code;
  readonly segment: string;
}

/** A title as written and the occupation staff picked for it. */
export interface OccupationAlias {
  /** As titles are compared: folded. */
  readonly key: string;
  readonly written: string;
  readonly reference: string;
  readonly qualifiers: readonly Qualifier[];
  readonly by: string;
  readonly at: Instant;
  readonly times: number;
}

export interface Presence {
  readonly login: string;
  readonly name: string;
  readonly code: Code;
  readonly locale: Locale;
  readonly segment: string | null;
  readonly at: Instant;
}
