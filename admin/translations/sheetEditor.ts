// One posting in one language being translated: what is typed, saved a moment after the last key, each segment by its own revision.
// [X5] Nobody's words are lost: where somebody else saved first, both stand side by side until one is chosen.
// Made by SheetPage, read by its lines.
import type { ReadonlySignal } from "@preact/signals";
import { computed, signal } from "@preact/signals";
import type { Finding } from "../../server/domain/checkTranslation.ts";
import { checkTranslation } from "../../server/domain/checkTranslation.ts";
import type { PersonHere, RulesAnswer, SheetAnswer } from "../../server/domain/httpTranslation.ts";
import type { TranslationMove } from "../../server/domain/translation.ts";
import type { SheetLine } from "../../server/domain/translationSheet.ts";
import { Refused } from "../api.ts";
import { noteEndedSession } from "../session/session.ts";
import { translationApi } from "./translationApi.ts";

const QUIET = 900;
const RETRY = 5000;
const LOOK = 5000;

export type LineSave =
  | { readonly kind: "saved" }
  | { readonly kind: "waiting" }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly sentence: string }
  /** Somebody else's words came first. */
  | { readonly kind: "conflict"; readonly theirs: string; readonly by: string };

export interface SheetEditor {
  readonly answer: ReadonlySignal<SheetAnswer>;
  readonly texts: ReadonlySignal<Readonly<Record<string, string>>>;
  readonly saves: ReadonlySignal<Readonly<Record<string, LineSave>>>;
  readonly others: ReadonlySignal<readonly PersonHere[]>;
  readonly type: (line: SheetLine, text: string) => void;
  /** Why a line is about to be given back or withdrawn; kept until that has been done. */
  readonly reasons: ReadonlySignal<Readonly<Record<string, string>>>;
  readonly explain: (line: SheetLine, reason: string) => void;
  readonly flush: (line: SheetLine) => Promise<boolean>;
  readonly flushAll: () => Promise<void>;
  /** False where it was refused; `saves` says why. */
  readonly move: (line: SheetLine, move: TranslationMove) => Promise<boolean>;
  readonly settle: (line: SheetLine, choice: "mine" | "theirs") => void;
  readonly findings: (line: SheetLine) => readonly Finding[];
  /** Asks now what is new, as it does every few seconds by itself. */
  readonly look: () => Promise<void>;
  readonly at: (segment: string | null) => void;
  readonly dispose: () => void;
}

export const keyOf = ({ segment, source }: Pick<SheetLine, "segment" | "source">): string => `${segment}\n${source}`;

export function createSheetEditor(first: SheetAnswer, rules: RulesAnswer): SheetEditor {
  const answer = signal(first);
  const texts = signal<Record<string, string>>(textsOf(first));
  const saves = signal<Record<string, LineSave>>({});
  const reasons = signal<Record<string, string>>({});
  const others = signal<readonly PersonHere[]>([]);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const running = new Map<string, Promise<boolean>>();
  let segment: string | null = null;
  let gone = false;
  const { code, locale } = first;

  const note = (key: string, save: LineSave) => {
    saves.value = { ...saves.peek(), [key]: save };
  };
  const storedText = (key: string) => answer.peek().lines.find((line) => keyOf(line) === key)?.current?.text ?? "";
  const dirty = (key: string) => (texts.peek()[key] ?? "") !== storedText(key);
  const schedule = (line: SheetLine, wait: number) => {
    const key = keyOf(line);
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void flush(line), wait),
    );
  };

  /** Takes the server's word for every line nobody is typing in. */
  const accept = (next: SheetAnswer) => {
    const typed = texts.peek();
    const kept: Record<string, string> = textsOf(next);
    for (const key of Object.keys(kept)) if (dirty(key)) kept[key] = typed[key] ?? "";
    answer.value = next;
    texts.value = kept;
  };

  const type: SheetEditor["type"] = (line, text) => {
    const key = keyOf(line);
    texts.value = { ...texts.peek(), [key]: text };
    if (saves.peek()[key]?.kind === "conflict") return;
    note(key, { kind: "waiting" });
    schedule(line, QUIET);
  };

  const explain: SheetEditor["explain"] = (line, reason) => {
    reasons.value = { ...reasons.peek(), [keyOf(line)]: reason };
  };

  const flush: SheetEditor["flush"] = (line) => {
    const key = keyOf(line);
    clearTimeout(timers.get(key));
    const before = running.get(key) ?? Promise.resolve(true);
    const next = before.then(() => save(line));
    running.set(key, next);
    return next;
  };

  const save = async (line: SheetLine): Promise<boolean> => {
    const key = keyOf(line);
    if (saves.peek()[key]?.kind === "conflict") return false;
    if (!dirty(key)) {
      note(key, { kind: "saved" });
      return true;
    }
    note(key, { kind: "saving" });
    return attempt(line, () => translationApi.write(code, locale, line.segment, bodyOf(line)));
  };

  const bodyOf = (line: SheetLine) => {
    const key = keyOf(line);
    const current = answer.peek().lines.find((one) => keyOf(one) === key)?.current;
    return { source: line.source, expected: current?.revision ?? 0, text: texts.peek()[key] ?? "" };
  };

  const attempt = async (line: SheetLine, run: () => Promise<SheetAnswer>): Promise<boolean> => {
    const key = keyOf(line);
    const sent = texts.peek()[key] ?? "";
    try {
      const next = await run();
      // What was sent is what is stored now; letters typed meanwhile stay and are sent next.
      const typed = texts.peek()[key] ?? "";
      answer.value = { ...next, lines: next.lines };
      texts.value = { ...textsOf(next), ...stillTyped(next), [key]: typed === sent ? storedText(key) : typed };
      note(key, dirty(key) ? { kind: "waiting" } : { kind: "saved" });
      if (dirty(key)) schedule(line, QUIET);
      return true;
    } catch (error) {
      noteEndedSession(error);
      if (error instanceof Refused && error.code === "changedMeanwhile") await meet(line, error);
      else note(key, { kind: "failed", sentence: error instanceof Error ? error.message : String(error) });
      if (error instanceof Refused && ["unreachable", "signInRequired", "overloaded"].includes(error.code) && !gone)
        schedule(line, RETRY);
      return false;
    }
  };

  const stillTyped = (next: SheetAnswer): Record<string, string> => {
    const kept: Record<string, string> = {};
    for (const { segment: id, source } of next.lines) {
      const key = keyOf({ segment: id, source });
      const save = saves.peek()[key]?.kind;
      if (save !== undefined && save !== "saved") kept[key] = texts.peek()[key] ?? "";
    }
    return kept;
  };

  const meet = async (line: SheetLine, refusal: Refused) => {
    const key = keyOf(line);
    const next = await translationApi.sheet(code, locale).catch(() => null);
    if (next === null) return note(key, { kind: "failed", sentence: refusal.message });
    const mine = texts.peek()[key] ?? "";
    answer.value = next;
    const theirs = storedText(key);
    if (theirs === mine) note(key, { kind: "saved" });
    else note(key, { kind: "conflict", theirs, by: String(refusal.details.by ?? "") });
  };

  const look = async () => {
    try {
      const here = await translationApi.presence(code, locale, segment);
      others.value = here.others;
      if (here.newest > answer.peek().newest) accept(await translationApi.sheet(code, locale));
    } catch (error) {
      noteEndedSession(error);
    }
  };
  const looking = setInterval(() => void look(), LOOK);
  void look();

  const found = computed(() => {
    const languages = new Map(rules.languages.map((language) => [language.id, language]));
    const from = languages.get(first.sourceLocale);
    const to = languages.get(locale);
    const of = new Map<string, readonly Finding[]>();
    return (line: SheetLine): readonly Finding[] => {
      const key = keyOf(line);
      const target = texts.value[key] ?? "";
      if (from === undefined || to === undefined || target === "") return [];
      const known = of.get(`${key}\n${target}`);
      if (known !== undefined) return known;
      const fresh = checkTranslation({
        source: line.source,
        target,
        from,
        to,
        terms: rules.terms,
        languages: rules.languages,
      });
      of.set(`${key}\n${target}`, fresh);
      return fresh;
    };
  });

  return {
    answer,
    texts,
    saves,
    others,
    type,
    flush,
    flushAll: async () => {
      await Promise.all(
        answer
          .peek()
          .lines.filter((line) => dirty(keyOf(line)))
          .map(flush),
      );
    },
    reasons,
    explain,
    move: async (line, move) => {
      const key = keyOf(line);
      clearTimeout(timers.get(key));
      await running.get(key);
      const { source, expected, text } = bodyOf(line);
      const back = move === "withdraw" || move === "return";
      const body = back ? { source, expected, reason: reasons.peek()[key] ?? "" } : { source, expected, text };
      const moved = await attempt(line, () => translationApi.move(code, locale, line.segment, move, body));
      if (moved && back) explain(line, "");
      return moved;
    },
    settle: (line, choice) => {
      const key = keyOf(line);
      const met = saves.peek()[key];
      if (met?.kind !== "conflict") return;
      if (choice === "theirs") texts.value = { ...texts.peek(), [key]: met.theirs };
      note(key, { kind: "waiting" });
      void flush(line);
    },
    look,
    findings: (line) => found.value(line),
    at: (next) => {
      segment = next;
    },
    dispose: () => {
      gone = true;
      clearInterval(looking);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

function textsOf({ lines }: SheetAnswer): Record<string, string> {
  return Object.fromEntries(lines.map((line) => [keyOf(line), line.current?.text ?? ""]));
}
