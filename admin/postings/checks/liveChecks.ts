// Asks the server, a little after the last keystroke, what is worth saying about the posting as the form shows it. Made by PostingPage.
import type { ReadonlySignal } from "@preact/signals";
import { effect, signal } from "@preact/signals";
import type { ChecksAnswer } from "../../../server/domain/checks/checksAnswer.ts";
import { api } from "../../api.ts";
import type { Editor } from "../editor.ts";

const QUIET = 500;

export interface LiveChecks {
  /** Null before the first answer, and while the last question got none. */
  readonly answer: ReadonlySignal<ChecksAnswer | null>;
  readonly failed: ReadonlySignal<boolean>;
  readonly dispose: () => void;
}

export function createLiveChecks(editor: Pick<Editor, "answer" | "content" | "problems">): LiveChecks {
  const answer = signal<ChecksAnswer | null>(null);
  const failed = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();
  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const { signal: aborted } = asked;
    const { owner, code } = editor.answer.peek().posting;
    try {
      const next = await api.checks({ owner, code, content: editor.content.peek() }, aborted);
      if (aborted.aborted) return;
      answer.value = next;
      failed.value = false;
    } catch {
      if (!aborted.aborted) failed.value = true;
    }
  };
  const stop = effect(() => {
    const valid = Object.keys(editor.problems.value).length === 0;
    void editor.content.value;
    clearTimeout(timer);
    // A content that cannot be saved is told so by its fields already.
    if (valid) timer = setTimeout(() => void ask(), answer.peek() === null ? 0 : QUIET);
  });
  return {
    answer,
    failed,
    dispose: () => {
      stop();
      clearTimeout(timer);
      asked.abort();
    },
  };
}
