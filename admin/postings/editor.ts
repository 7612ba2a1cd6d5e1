// One posting being edited: its working copy as a signal, saved within two seconds of the last keystroke and never published by that. [P1]
// Made by PostingPage, read by every block of the form, the lifecycle bar and the previews.
import type { ReadonlySignal } from "@preact/signals";
import { computed, signal } from "@preact/signals";
import type { Content } from "../../server/domain/content.ts";
import type { PostingAnswer } from "../../server/domain/httpContract.ts";
import { segmentIds } from "../../server/domain/segment.ts";
import { segmentsOf } from "../../server/domain/segmentsOf.ts";
import type { Instant } from "../../server/domain/time.ts";
import { api, currentContent, Refused } from "../api.ts";
import { noteEndedSession } from "../session/session.ts";
import type { Problem, Problems } from "./problemsOf.ts";
import { problemsOf } from "./problemsOf.ts";

/** Quiet time after the last keystroke; with the way to the server it stays under two seconds. */
const QUIET = 1200;
const RETRY = 5000;

export type SaveState =
  | { readonly kind: "saved"; readonly at: Instant | null }
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  | { readonly kind: "invalid" }
  | { readonly kind: "failed"; readonly sentence: string };

/** Somebody else changed the posting since `base`. */
export interface Conflict {
  readonly base: Content;
  readonly theirs: PostingAnswer;
  readonly by: string | null;
  readonly at: Instant | null;
}

export interface Editor {
  /** As the server last told it. */
  readonly answer: ReadonlySignal<PostingAnswer>;
  /** As the form shows it. */
  readonly content: ReadonlySignal<Content>;
  /** Counts replacements from outside the form; fields are mounted anew then. */
  readonly generation: ReadonlySignal<number>;
  readonly problems: ReadonlySignal<Problems>;
  readonly save: ReadonlySignal<SaveState>;
  readonly conflict: ReadonlySignal<Conflict | null>;
  /** An id for a segment, never used in this posting before. [S3] */
  readonly take: () => string;
  readonly change: (next: (content: Content) => Content) => void;
  /** What a field holds cannot be understood (null: it can again); it is not part of the content. */
  readonly reject: (path: string, problem: Problem | null) => void;
  /** Replaces the content from outside the fields and saves it. */
  readonly replace: (content: Content) => void;
  /** Saves now. False where something stands against it; `save` and `conflict` say what. */
  readonly flush: () => Promise<boolean>;
  /** Takes an answer of a move over; the form follows if the server's content is another. */
  readonly accept: (answer: PostingAnswer) => void;
  /** Handles a refusal of a move; true where it became a conflict. */
  readonly meet: (error: unknown) => Promise<boolean>;
  readonly settle: (merged: Content) => void;
  readonly dispose: () => void;
}

export function createEditor(first: PostingAnswer): Editor {
  const answer = signal(first);
  const content = signal(currentContent(first));
  const generation = signal(0);
  const rejected = signal<Problems>({});
  const save = signal<SaveState>({ kind: "saved", at: null });
  const conflict = signal<Conflict | null>(null);
  const problems = computed(() => ({ ...problemsOf(content.value), ...rejected.value }));
  const take = segmentIds(idsIn(first));
  let stored = content.peek();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;

  const dirty = () => content.peek() !== stored;
  const schedule = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), wait);
  };
  const change: Editor["change"] = (next) => {
    content.value = next(content.peek());
    if (conflict.peek() !== null || !dirty()) return;
    if (running === null) save.value = { kind: "waiting" };
    schedule(QUIET);
  };
  const flush: Editor["flush"] = () => {
    clearTimeout(timer);
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  const run = async (): Promise<boolean> => {
    while (dirty()) {
      if (conflict.peek() !== null) return false;
      if (Object.keys(problems.peek()).length > 0) {
        save.value = { kind: "invalid" };
        return false;
      }
      const sent = content.peek();
      save.value = { kind: "saving" };
      try {
        const saved = await api.saveWorking(answer.peek().posting.code, {
          expected: answer.peek().posting.revision,
          content: sent,
        });
        answer.value = saved;
        stored = sent;
        save.value = { kind: "saved", at: Date.now() };
      } catch (error) {
        if (!(await meet(error))) fail(error);
        return false;
      }
    }
    const clean = Object.keys(rejected.peek()).length === 0;
    if (!clean) save.value = { kind: "invalid" };
    else if (save.peek().kind !== "saved") save.value = { kind: "saved", at: Date.now() };
    return clean;
  };
  const fail = (error: unknown) => {
    noteEndedSession(error);
    save.value = { kind: "failed", sentence: error instanceof Error ? error.message : String(error) };
    if (error instanceof Refused && ["unreachable", "signInRequired", "overloaded"].includes(error.code))
      schedule(RETRY);
  };
  const meet: Editor["meet"] = async (error) => {
    noteEndedSession(error);
    if (!(error instanceof Refused) || error.code !== "changedMeanwhile") return false;
    let theirs: PostingAnswer;
    try {
      theirs = await api.posting(answer.peek().posting.code);
    } catch {
      return false;
    }
    if (!dirty() || sameContent(currentContent(theirs), stored)) {
      // Nothing to choose: only one of us touched the words.
      if (dirty()) {
        answer.value = theirs;
        stored = currentContent(theirs);
        schedule(0);
      } else accept(theirs);
      return false;
    }
    const { by, at } = error.details;
    conflict.value = {
      base: stored,
      theirs,
      by: typeof by === "string" ? by : null,
      at: typeof at === "number" ? at : typeof at === "string" ? Date.parse(at) : null,
    };
    return true;
  };
  const accept: Editor["accept"] = (next) => {
    const theirs = currentContent(next);
    answer.value = next;
    if (dirty()) return;
    if (!sameContent(theirs, stored)) {
      content.value = theirs;
      generation.value += 1;
      rejected.value = {};
    }
    stored = content.peek();
  };
  const replace: Editor["replace"] = (next) => {
    content.value = next;
    generation.value += 1;
    rejected.value = {};
    void flush();
  };
  return {
    answer,
    content,
    generation,
    problems,
    save,
    conflict,
    take,
    change,
    flush,
    accept,
    meet,
    replace,
    reject: (path, problem) => {
      if (rejected.peek()[path]?.key === problem?.key) return;
      const { [path]: _, ...others } = rejected.peek();
      rejected.value = problem === null ? others : { ...others, [path]: problem };
      if (problem === null && save.peek().kind === "invalid") schedule(QUIET);
    },
    settle: (merged) => {
      const met = conflict.peek();
      if (met === null) return;
      answer.value = met.theirs;
      stored = currentContent(met.theirs);
      conflict.value = null;
      if (sameContent(merged, stored)) {
        content.value = stored;
        generation.value += 1;
        save.value = { kind: "saved", at: met.theirs.posting.changedAt };
      } else replace(merged);
    },
    dispose: () => clearTimeout(timer),
  };
}

export function sameContent(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function idsIn({ posting, translations }: PostingAnswer): string[] {
  const contents = [posting.working, posting.published?.content].filter((one) => one !== undefined && one !== null);
  return [
    ...contents.flatMap(segmentsOf).map(({ id }) => id),
    ...contents.flatMap(requirementIds),
    ...translations.map(({ segment }) => segment),
  ];
}

/** Texts of phrases are segments too, though nobody translates them. */
function requirementIds(content: Content): string[] {
  return content.requirements.map(({ text }) => text.id);
}
