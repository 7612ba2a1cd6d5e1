// What the house asks of a machine translation service, whichever it is. One file here for each service; the queue that calls them lives in the store.
// [MT1] A translator gets texts whose values are already masked as <x id="n"/>, each of which must come back exactly once.
// [MT2] What it answers is only ever a draft (`machine`): it never replaces a person's text and never enters the memory.
// [MT3] It throws TranslatorFailure and nothing else; the queue decides what follows from its kind.
import type { Locale } from "../domain/locale.ts";
import type { TranslatorProblem } from "../domain/machine.ts";

export interface TextToTranslate {
  /** Given back with the answer; the order of answers means nothing. */
  readonly id: string;
  readonly text: string;
}

export interface TranslateOptions {
  /** Source form → target form the glossary wants. */
  readonly terms: readonly { readonly source: string; readonly target: string }[];
  /** Left as they are; those not masked. */
  readonly doNotTranslate: readonly string[];
  readonly formality: "formal" | "neutral";
  /** Where a service that answers later sends it; `/success`, `/delivery`, `/failure` follow. Its secret is new for every request. */
  readonly callback: string;
  /** Ends the call at once. */
  readonly signal: AbortSignal;
}

export interface MachineText {
  readonly id: string;
  /** As the service wrote it; `read` turns it back. */
  readonly text: string;
  readonly model: string | null;
  readonly milliseconds: number;
  /** What the service will bill, where it says so. */
  readonly characters: number | null;
}

/** `submitted`: the texts come later, by a callback that names the request. */
export type TranslateAnswer =
  | { readonly kind: "translated"; readonly texts: readonly MachineText[] }
  | { readonly kind: "submitted"; readonly requestId: string };

export interface Translator {
  /** "deepl", "libretranslate" …; stands as `author` of what it writes. */
  readonly name: string;
  /** What one call may carry; the queue cuts accordingly. */
  readonly limits: { readonly texts: number; readonly characters: number };
  /** Answers later, by a callback. */
  readonly later: boolean;
  /** Whether it has this pair; asked before anything is sent. */
  speaks(source: Locale, target: Locale, signal: AbortSignal): Promise<boolean>;
  translate(
    texts: readonly TextToTranslate[],
    source: Locale,
    target: Locale,
    options: TranslateOptions,
  ): Promise<TranslateAnswer>;
  /** A text of its own as one with marks <x id="n"/>, from an answer or a callback. Throws TranslatorFailure of kind `reject`. */
  read(text: string): string;
}

/** `retry`: later, with growing pauses. `stop`: staff must act (key, quota, configuration). `reject`: this text will never do. */
export class TranslatorFailure extends Error {
  readonly kind: "retry" | "stop" | "reject";
  /** Key of the plain sentence for staff: refusals:problems.<problem>. */
  readonly problem: TranslatorProblem;
  /** Seconds the service asked for, where it did. */
  readonly retryAfter: number | null;

  constructor(
    kind: TranslatorFailure["kind"],
    problem: TranslatorProblem,
    retryAfter: number | null = null,
    cause?: unknown,
  ) {
    super(problem, { cause });
    this.name = "TranslatorFailure";
    this.kind = kind;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}
