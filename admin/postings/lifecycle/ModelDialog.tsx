// Keeps the posting as a model to begin others with. Called by PostingLinks.
import { useSignal } from "@preact/signals";
import { api } from "../../api.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { PlainField } from "../../parts/PlainField.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { noteEndedSession } from "../../session/session.ts";
import { word } from "../../words/words.ts";
import { useEditor } from "../fields/EditorContext.ts";

export function ModelDialog({ onDone }: { readonly onDone: (saved: boolean) => void }) {
  const editor = useEditor();
  const name = useSignal(editor.content.peek().title.written.text.slice(0, 80));
  const trouble = useSignal<string | null>(null);
  const save = async () => {
    try {
      const { owner } = editor.answer.peek().posting;
      await api.saveTemplate({ owner, name: name.peek(), content: editor.content.peek() });
      onDone(true);
    } catch (error) {
      noteEndedSession(error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };
  return (
    <Dialog title={word("model.title")} onClose={() => onDone(false)}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{word("model.about")}</p>
        <PlainField label={word("model.name")}>
          {(aria) => (
            <input
              {...aria}
              autofocus
              required
              maxLength={80}
              value={name.value}
              onInput={({ currentTarget }) => (name.value = currentTarget.value)}
            />
          )}
        </PlainField>
        <Trouble text={trouble.value} />
        <div class="dialog-buttons">
          <button type="submit" class="primary">
            {word("model.save")}
          </button>
          <button type="button" onClick={() => onDone(false)}>
            {word("frame.cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
