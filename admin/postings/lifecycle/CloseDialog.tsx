// Closes a posting with a reason; ten seconds to take it back. Called by LifecycleBar.
import { useSignal } from "@preact/signals";
import { offerUndo } from "../../frame/undo.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { label, word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { movePosting } from "./movePosting.ts";

const REASONS = ["filled", "withdrawn", "cancelled"] as const;

export function CloseDialog({ onDone }: { readonly onDone: () => void }) {
  const editor = useEditor();
  const reason = useSignal<(typeof REASONS)[number]>("filled");
  const trouble = useSignal<string | null>(null);
  const close = async () => {
    trouble.value = await movePosting(editor, { close: reason.value });
    if (trouble.value !== null) return;
    onDone();
    if (editor.answer.peek().state === "closed")
      offerUndo(word("undo.closed"), async () => void (await movePosting(editor, "reopen")));
  };
  return (
    <Dialog title={word("close.title")} onClose={onDone}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void close();
        }}
      >
        <p>{word("close.about")}</p>
        <fieldset class="field reasons">
          <legend>{word("close.reason")}</legend>
          {REASONS.map((one) => (
            <label key={one} class="check">
              <input
                type="radio"
                name="reason"
                checked={reason.value === one}
                autofocus={one === "filled"}
                onChange={() => (reason.value = one)}
              />
              <span>
                {label("closedReason", one)}
                <small>{word(`close.${one}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <Trouble text={trouble.value} />
        <div class="dialog-buttons">
          <button type="submit" class="danger">
            {word("close.now")}
          </button>
          <button type="button" onClick={onDone}>
            {word("frame.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
