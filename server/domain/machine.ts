// What is asked of a machine translation service and how that stands: one job per posting and language, and the state of the service itself.
// [MJ1] A job holds no text: what is still missing is read from the posting each time it runs, so nothing outdated is ever sent.
// [MJ2] Whatever goes wrong has a name (`problem`) with a plain sentence for staff in locales/<locale>/refusals.json.
// Used by services/machine…, server/translators, http/machine and the desk.
import type { Code } from "./code.ts";
import type { Locale } from "./locale.ts";
import type { OwnerId } from "./owner.ts";
import type { Instant } from "./time.ts";

/** `waiting`: for its turn or for a pause to end. `submitted`: the service answers later. `failed`: given up, staff are told why. */
export const JOB_STATES = ["waiting", "submitted", "failed", "done"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Why no draft came. Sentences: refusals:problems.<problem>. [MJ2] */
export const TRANSLATOR_PROBLEMS = [
  "translatorUnreachable",
  "translatorSlow",
  "translatorCut",
  "translatorNotJson",
  "translatorGarbage",
  "translatorCount",
  "translatorMark",
  "translatorMarkup",
  "translatorChecks",
  "translatorKey",
  "translatorQuota",
  "translatorBudget",
  "translatorAddress",
  "translatorPair",
  "translatorRefused",
  "translatorTooLong",
  "translatorBusy",
  "translatorDown",
  "translatorLate",
  "translatorFailedThere",
  "translatorPaused",
  "translatorForbidden",
] as const;
export type TranslatorProblem = (typeof TRANSLATOR_PROBLEMS)[number];

/** A request whose answer comes by a callback. Only the digest of its secret is kept. */
export interface OpenRequest {
  readonly secretHash: string;
  readonly segment: string;
  /** Digest of what was sent: where the text or the glossary has changed since, the answer is of no use. */
  readonly sent: string;
  readonly expires: Instant;
}

/** A text of which no draft can be had; its words by digest only. */
export interface RefusedText {
  readonly segment: string;
  readonly source: string;
  readonly problem: TranslatorProblem;
}

export interface MachineJob {
  readonly code: Code;
  readonly locale: Locale;
  readonly state: JobState;
  /** In a row, without anything having come. */
  readonly attempts: number;
  /** Not before this instant; of a submitted one: when its request expires. */
  readonly due: Instant;
  readonly problem: TranslatorProblem | null;
  readonly request: OpenRequest | null;
  readonly refused: readonly RefusedText[];
  /** Segments drafted so far. */
  readonly drafted: number;
  readonly askedBy: string;
  readonly askedAt: Instant;
}

/** How the service stands, for every instance of this house. */
export interface TranslatorHealth {
  /** Digest of the configuration it holds for: another key, another try. */
  readonly configuration: string;
  /** Staff must act first: key, quota, address. */
  readonly stopped: TranslatorProblem | null;
  /** Failures in a row, over all jobs; from BREAK_AFTER on nothing is sent until `pausedUntil`. */
  readonly failures: number;
  readonly pausedUntil: Instant;
  /** "2026-11", by the Italian calendar, and the characters sent in it. */
  readonly month: string;
  readonly characters: number;
}

export const UNTRIED: TranslatorHealth = {
  configuration: "",
  stopped: null,
  failures: 0,
  pausedUntil: 0,
  month: "",
  characters: 0,
};

/** How the service stands as a whole: none configured, at work, waiting by itself, or stopped until somebody acts. */
export type ServiceState = "off" | "ready" | "paused" | "stopped";

/** GET /api/v1/machine: the queue as the person who asks may see it. */
export interface MachineOverview {
  readonly provider: string | null;
  readonly state: ServiceState;
  /** Why it is paused or stopped, said plainly. */
  readonly sentence: string | null;
  readonly pausedUntil: Instant | null;
  /** Characters of this calendar month; `limit` null: no limit of ours. */
  readonly month: { readonly used: number; readonly limit: number | null };
  readonly jobs: readonly MachineJobLine[];
  /** Owners whose texts are not sent. */
  readonly forbidding: readonly OwnerId[];
}

export interface MachineJobLine {
  readonly code: Code;
  readonly locale: Locale;
  readonly title: string;
  readonly owner: string;
  readonly state: JobState;
  readonly drafted: number;
  readonly next: Instant | null;
  readonly sentence: string | null;
}

/** GET and POST /api/v1/postings/{code}/machine */
export interface MachineAnswer {
  /** The configured service, or null: none. */
  readonly provider: string | null;
  readonly allowed: boolean;
  /** What stops the service as a whole, said plainly; null: nothing. */
  readonly trouble: string | null;
  readonly budget: { readonly month: string; readonly used: number; readonly limit: number } | null;
  readonly jobs: readonly {
    readonly locale: Locale;
    readonly state: JobState;
    readonly drafted: number;
    readonly next: Instant | null;
    readonly sentence: string | null;
    readonly refused: readonly { readonly segment: string; readonly sentence: string }[];
  }[];
}
