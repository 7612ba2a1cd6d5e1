// The shapes of the translators' part of /api/v1, and the bodies staff send. Used by server/http and admin (types and schemas).
import { z } from "zod";
import { TARGET_LIMIT } from "./checkTranslation.ts";
import { SEGMENT_LIMIT } from "./content.ts";
import type { Language } from "./language.ts";
import type { Locale } from "./locale.ts";
import type { Revision, State } from "./posting.ts";
import { QUEUE_STATES } from "./queueStates.ts";
import type { Section } from "./section.ts";
import { SECTIONS } from "./section.ts";
import type { Term } from "./term.ts";
import { termSchema } from "./term.ts";
import type { Instant } from "./time.ts";
import type { TranslationMove, TranslationPolicy } from "./translation.ts";
import type { LineCount, SheetLine } from "./translationSheet.ts";

const source = z.string().min(1).max(SEGMENT_LIMIT);
const expected = z.number().int().nonnegative();
const text = z.string().max(TARGET_LIMIT * 2);
const locale = z.string().min(2).max(10);

export const writeTranslationBody = z.object({ source, expected, text });
/** `text`: what the translator sees, saved with the move. */
export const moveTranslationBody = z.object({
  source,
  expected,
  text: text.optional(),
  reason: z.string().trim().max(300).optional(),
});
export const presenceBody = z.object({ code: z.string().max(7), locale, segment: z.string().max(8).nullable() });
export const policyBody = z.object({ showMachine: z.boolean(), showStale: z.boolean(), fourEyes: z.boolean() });
export const termBody = termSchema.extend({ owner: z.string().min(1).max(60) });
export const EXCHANGE_FORMATS = ["xliff12", "xliff21", "tmx", "csv"] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];
/** `approve`: approved texts of the file are approved by whoever sends it; else they wait in review. */
export const exchangeBody = z.object({ file: z.string().min(1).max(900_000), approve: z.boolean() });

/** A memory of another tool. `human`: staff say that people approved its texts. */
export const importMemoryBody = z.object({ file: z.string().min(1).max(12_000_000), human: z.boolean() });

export const queueQuery = z.object({
  locale: locale.nullable().default(null),
  section: z.enum(SECTIONS).nullable().default(null),
  owner: z.string().max(60).nullable().default(null),
  state: z.enum(QUEUE_STATES).default("todo"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type QueueQuery = z.infer<typeof queueQuery>;

/** Why a line stands where it stands: on the wall and closing within three days, on the wall, to come, in preparation. */
export const URGENCIES = ["closing", "onWall", "scheduled", "draft"] as const;
export type Urgency = (typeof URGENCIES)[number];

/** One posting in one language. */
export interface QueueLine {
  readonly code: string;
  readonly locale: Locale;
  readonly title: string;
  readonly section: Section;
  readonly state: State;
  readonly owner: { readonly id: string; readonly name: string };
  readonly until: Instant | null;
  readonly urgency: Urgency;
  readonly counts: Readonly<Record<LineCount, number>>;
  /** Words still to be read or written by a person. */
  readonly words: number;
}

/** GET /api/v1/translations?locale=&section=&owner=&state=&page= ; pages of 50, most urgent first. */
export interface QueueAnswer {
  readonly lines: readonly QueueLine[];
  readonly total: number;
  readonly page: number;
}

/** Who did what to a segment, newest first; never its words. */
export interface TranslationTrace {
  readonly at: Instant;
  readonly actor: string;
  readonly segment: string;
  readonly move: TranslationMove | "write" | "memory" | "exchange";
  readonly from: string;
  readonly to: string;
  /** Of who gave it back or withdrew its approval; empty where none was given. */
  readonly reason: string;
}

/** GET /api/v1/translations/{code}/{locale} */
export interface SheetAnswer {
  readonly code: string;
  readonly locale: Locale;
  readonly sourceLocale: Locale;
  readonly owner: string;
  readonly lines: readonly SheetLine[];
  readonly traces: readonly TranslationTrace[];
  /** Changes whenever anybody writes or moves anything here. */
  readonly newest: Revision;
  readonly mayTranslate: boolean;
}

export interface SuggestionAnswer {
  /** Of the memory's entry. */
  readonly id: string;
  /** 101, 100, 75–99 or at most 74. */
  readonly score: number;
  readonly source: string;
  /** With the values of the sentence asked for, from 100 up. */
  readonly target: string;
  readonly difference: readonly { readonly kind: "same" | "gone" | "new"; readonly text: string }[] | null;
  readonly author: string;
  readonly reviewer: string;
  readonly at: Instant;
}

/** GET /api/v1/translations/{code}/{locale}/{segment}/memory?source= */
export interface MemoryAnswer {
  readonly suggestions: readonly SuggestionAnswer[];
}

/** GET /api/v1/translations/rules?owner= : what the checks need, so that they run where one types. */
export interface RulesAnswer {
  readonly languages: readonly Language[];
  readonly terms: readonly Term[];
  readonly policy: TranslationPolicy;
}

export interface PersonHere {
  readonly login: string;
  readonly name: string;
  readonly segment: string | null;
}

/** POST /api/v1/translations/presence */
export interface PresenceAnswer {
  readonly others: readonly PersonHere[];
  readonly newest: Revision;
}

export interface Tally {
  readonly segments: Readonly<Record<LineCount, number>>;
  readonly words: Readonly<Record<LineCount, number>>;
  /** Since when the longest waiting one waits. */
  readonly oldest: Instant | null;
}

/** GET /api/v1/translations/numbers */
export interface NumbersAnswer {
  readonly byLocale: readonly { readonly locale: Locale; readonly tally: Tally; readonly memoryWords: number }[];
  readonly bySection: readonly { readonly locale: Locale; readonly section: Section; readonly tally: Tally }[];
  readonly byOwner: readonly {
    readonly locale: Locale;
    readonly owner: string;
    readonly name: string;
    readonly tally: Tally;
  }[];
  /** Words of the published postings in their own language: all, and those said from facts in every other. */
  readonly words: { readonly all: number; readonly structured: number };
  readonly memory: { readonly entries: number };
}

/** GET /api/v1/memory?q=&locale= */
export interface MemoryListAnswer {
  readonly entries: readonly {
    readonly id: string;
    readonly from: Locale;
    readonly to: Locale;
    readonly source: string;
    readonly target: string;
    readonly reviewer: string;
    readonly at: Instant;
    readonly uses: number;
  }[];
  readonly total: number;
}

/** POST /api/v1/translations/exchange : what became of each unit of a file. */
export interface ExchangeAnswer {
  readonly taken: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly unit: string; readonly why: ExchangeRefusal; readonly about: string }[];
  /** Not looked at, because whoever sent the file stopped it. */
  readonly left: number;
}

export const EXCHANGE_REFUSALS = [
  "stale",
  "tampered",
  "wrongLanguage",
  "unknown",
  "errors",
  "notAllowed",
  "changedMeanwhile",
  "approved",
  "notHuman",
  "machineText",
] as const;
export type ExchangeRefusal = (typeof EXCHANGE_REFUSALS)[number];
