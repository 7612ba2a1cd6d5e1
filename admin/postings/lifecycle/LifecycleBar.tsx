// What can be done with a posting where it stands, with one primary action. Called by PostingPage.
import { useSignal } from "@preact/signals";
import type { Move } from "../../../server/domain/posting.ts";
import { MOVES } from "../../../server/domain/posting.ts";
import { api, currentContent } from "../../api.ts";
import { useShortcuts } from "../../frame/shortcut.ts";
import { offerUndo } from "../../frame/undo.ts";
import { Trouble } from "../../parts/Trouble.tsx";
import { allowed } from "../../session/session.ts";
import { word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { focusFirstProblem } from "../SaveNote.tsx";
import { CloseDialog } from "./CloseDialog.tsx";
import { movePosting } from "./movePosting.ts";
import { PublishDialog } from "./PublishDialog.tsx";

export function LifecycleBar() {
  const editor = useEditor();
  const asking = useSignal<"publish" | "close" | null>(null);
  const trouble = useSignal<string | null>(null);
  const { state, posting } = editor.answer.value;
  const { section } = editor.content.value;
  const mayPublish = allowed("publish", posting.owner, section);
  const edited = posting.published === null || posting.working !== null || editor.save.value.kind !== "saved";
  const can = (move: Move) => mayPublish && MOVES[move].includes(state);
  const primary: Move | null = !mayPublish
    ? null
    : edited
      ? "publish"
      : state === "closed"
        ? "reopen"
        : state === "suspended"
          ? "resume"
          : null;

  const move = async (which: "suspend" | "resume" | "reopen") => {
    trouble.value = await movePosting(editor, which);
    if (trouble.value === null && which === "suspend") {
      offerUndo(word("undo.suspended"), async () => {
        trouble.value = await movePosting(editor, "resume");
      });
    }
  };
  const askToPublish = async () => {
    if (!can("publish") || !edited) return;
    if (await editor.flush()) asking.value = "publish";
    else if (editor.conflict.peek() === null) focusFirstProblem();
  };
  const dropEdits = async () => {
    if (!(await editor.flush())) return;
    const before = editor.content.peek();
    try {
      const { code, revision } = editor.answer.peek().posting;
      editor.accept(await api.dropWorking(code, revision));
      offerUndo(word("undo.editsDropped"), () => editor.replace(before));
    } catch (error) {
      if (!(await editor.meet(error))) trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  useShortcuts([
    { keys: "ctrl+enter", about: "shortcuts.publish", run: () => void askToPublish() },
    ...(can("close") ? [{ keys: "alt+c", about: "shortcuts.close", run: () => (asking.value = "close") }] : []),
  ]);

  return (
    <div class="lifecycle">
      <Trouble text={trouble.value} />
      <div class="lifecycle-buttons">
        {posting.published !== null && posting.working !== null && allowed("write", posting.owner, section) && (
          <button type="button" onClick={() => void dropEdits()}>
            {word("move.dropEdits")}
          </button>
        )}
        {can("suspend") && (
          <button type="button" onClick={() => void move("suspend")}>
            {word("move.suspend")}
          </button>
        )}
        {can("resume") && (
          <button
            type="button"
            class={primary === "resume" ? "primary" : undefined}
            onClick={() => void move("resume")}
          >
            {word("move.resume")}
          </button>
        )}
        {can("close") && (
          <button type="button" onClick={() => (asking.value = "close")}>
            {word("move.close")}
          </button>
        )}
        {can("reopen") && (
          <button
            type="button"
            class={primary === "reopen" ? "primary" : undefined}
            onClick={() => void move("reopen")}
          >
            {word("move.reopen")}
          </button>
        )}
        {can("publish") && edited && (
          <button
            type="button"
            class={primary === "publish" ? "primary" : undefined}
            onClick={() => void askToPublish()}
          >
            {word(posting.published === null ? "move.publish" : "move.publishEdits")}
          </button>
        )}
      </div>
      {asking.value === "publish" && (
        <PublishDialog content={currentContent(editor.answer.value)} onDone={() => (asking.value = null)} />
      )}
      {asking.value === "close" && <CloseDialog onDone={() => (asking.value = null)} />}
    </div>
  );
}
