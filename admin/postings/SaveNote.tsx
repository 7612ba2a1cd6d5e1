// Whether what was typed is safe, always in sight: "saved at 10:32", or what stands against it. Called by PostingPage.
import type { Instant } from "../../server/domain/time.ts";
import { romeDay } from "../../server/domain/time.ts";
import { dayAndHour, hour } from "../words/formats.ts";
import { word } from "../words/words.ts";
import { useEditor } from "./fields/EditorContext.ts";

export function SaveNote() {
  const editor = useEditor();
  const state = editor.save.value;
  const wrong = Object.keys(editor.problems.value).length;
  const at = state.kind === "saved" ? (state.at ?? editor.answer.value.posting.changedAt) : null;
  const troubled = state.kind === "invalid" || state.kind === "failed";
  return (
    <div class="save-note">
      {at !== null && <span>{savedAt(at)}</span>}
      {(state.kind === "waiting" || state.kind === "saving") && <span>{word("save.saving")}</span>}
      <span role="status" class={troubled ? "save-trouble" : undefined}>
        {state.kind === "invalid" && word("save.invalid", { count: wrong })}
        {state.kind === "failed" && word("save.failed", { cause: state.sentence })}
      </span>
      {state.kind === "invalid" && (
        <button type="button" class="plain" onClick={focusFirstProblem}>
          {word("save.show")}
        </button>
      )}
    </div>
  );
}

function savedAt(at: Instant): string {
  const today = romeDay(at) === romeDay(Date.now());
  return today ? word("save.saved", { hour: hour(at) }) : word("save.savedOn", { when: dayAndHour(at) });
}

export function focusFirstProblem(): void {
  document.querySelector<HTMLElement>(".posting-form [aria-invalid=true]")?.focus();
}
